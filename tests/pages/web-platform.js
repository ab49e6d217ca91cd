/*
 * Checks what the standards say of file inputs, forms, transfers, shadow trees, events and the clipboard: the places where the extension
 * stands in the browser's way. Each line of the log is a check and how it ended; `platform` is a promise for all of them. `heard` is what a choice looks like
 * from everywhere.
 */
import './web-platform/inputs.js'
import './web-platform/clicks.js'
import './web-platform/events.js'
import './web-platform/shadow-trees.js'
import './web-platform/forms.js'
import './web-platform/sending.js'
import './web-platform/transfers.js'
import './web-platform/frames.js'
import './web-platform/clipboard.js'
import { checks, stage } from './web-platform/check.js'

const ended = async ([name, run]) => {
  try {
    const given = await run()
    return `${name} → ${given === undefined ? 'ok' : JSON.stringify(given)}`
  } catch (error) {
    return `${name} → ${error.message}`
  }
}
const all = (async () => {
  const log = []
  for (const one of checks) {
    log.push(await ended(one))
    stage.replaceChildren()
  }
  document.querySelector('#log').textContent = log.join('\n')
  return log
})()
Object.assign(window, { platform: all })

const form = document.querySelector('#form')
const chosen = document.querySelector('#chosen')
const heard = []
for (const [where, target] of Object.entries({ window, document, form, chosen }))
  for (const type of ['input', 'change', 'cancel', 'invalid'])
    for (const capture of [true, false])
      target.addEventListener(
        type,
        (event) => {
          const { files } = chosen
          heard.push(
            JSON.stringify({
              // Whether a driver's event can be prevented or leaves its root is the driver's own.
              event: [type, where, capture, event.isTrusted, event.bubbles],
              on: [event.constructor.name, event.eventPhase, event.target === chosen, event.composedPath().length],
              input: [chosen.type, chosen.value, chosen.checked, chosen.validity.valid, chosen.files === files],
              files: Array.from(files, ({ name, size, type }) => [name, size, type]),
              sent: new FormData(form).getAll('photo').map((file) => [file.name, file === files[0]]),
            }),
          )
        },
        capture,
      )
Object.assign(window, { heard })
