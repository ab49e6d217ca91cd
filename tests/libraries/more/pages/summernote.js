import './jquery.js'
import 'bootstrap-3/dist/js/bootstrap.js'
import 'bootstrap-3/dist/css/bootstrap.css'
import 'summernote/dist/summernote.js'
import 'summernote/dist/summernote.css'
import { sendPicturesOf } from '../../pages/where.js'

const root = document.querySelector('#root')
root.innerHTML = '<div id="text"></div>'
window.$('#text').summernote({ height: 200, toolbar: [['insert', ['picture']]] })
sendPicturesOf(root)
