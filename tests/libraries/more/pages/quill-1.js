import Quill from 'quill-1'
import 'quill-1/dist/quill.snow.css'
import { sendPicturesOf } from '../../pages/where.js'

const root = document.querySelector('#root')
new Quill(root.appendChild(document.createElement('div')), { theme: 'snow', modules: { toolbar: ['bold', 'image'] } })
sendPicturesOf(root)
