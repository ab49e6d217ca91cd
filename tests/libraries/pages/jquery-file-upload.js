import './jquery.js'
import 'blueimp-file-upload/js/vendor/jquery.ui.widget.js'
import 'blueimp-file-upload/js/jquery.iframe-transport.js'
import 'blueimp-file-upload/js/jquery.fileupload.js'
import { report, url } from './where.js'

const root = document.querySelector('#root')
root.innerHTML =
  '<div id="zone" style="border:2px dashed;padding:80px"><input id="pick" type="file" name="photo" multiple></div>'
window.jQuery('#pick').fileupload({
  url,
  dataType: 'text',
  dropZone: window.jQuery('#zone'),
  progress: () => report('progress'),
  done: () => report('sent'),
})
