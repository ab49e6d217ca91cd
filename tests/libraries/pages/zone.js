import 'zone.js'
import { sendChosen } from './where.js'

/** What Angular does for `(change)` and older code for `onchange`, on a page whose events all run through zone.js. */
const root = document.querySelector('#root')
root.innerHTML = '<input type="file" multiple id="zone-input"> <input type="file" multiple id="zone-property-input">'
Zone.current.fork({ name: 'angular' }).run(() => {
  root.querySelector('#zone-input').addEventListener('change', ({ target }) => sendChosen('zone', target.files))
  root.querySelector('#zone-property-input').onchange = ({ target }) => sendChosen('zone-property', target.files)
})
