import Quill from 'quill'
import 'quill/dist/quill.snow.css'
import { sendPicturesOf } from './where.js'

const root = document.querySelector('#root')
new Quill(root.appendChild(document.createElement('div')), { theme: 'snow', modules: { toolbar: ['bold', 'image'] } })
sendPicturesOf(root)
