import './jquery.js'
import 'jquery-ui/dist/jquery-ui.js'
import 'jquery-ui/dist/themes/base/jquery-ui.css'
import { report, url } from '../../pages/where.js'

const { $ } = window
$('#root').html('<div id="dialog" title="Photo"><form><input type="file" id="pick" name="photo"></form></div>')
$('#dialog').dialog({ modal: true, width: 500, height: 300 })
$('#dialog').on('change', 'input', async function () {
  await fetch(url, { method: 'POST', body: new FormData(this.form) })
  report('sent')
})
