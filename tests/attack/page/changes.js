import { pause } from './browser.js'

/** What the page does to the input, and when: in one of the moments below. */
const other = (doc) => {
  const frame = doc.createElement('iframe')
  document.querySelector('#stage').append(frame)
  return frame.contentDocument
}

export const CHANGES = {
  none: null,
  removed: ({ input }) => input.remove(),
  'moved to another parent': ({ realm, input }) => {
    const parent = realm.doc.createElement('div')
    ;(realm.doc.body ?? realm.doc.documentElement).append(parent)
    parent.append(input)
  },
  'moved into a closed root': ({ realm, input }) => {
    const host = realm.doc.createElement('div')
    ;(realm.doc.body ?? realm.doc.documentElement).append(host)
    host.attachShadow({ mode: 'closed' }).append(input)
  },
  'moved to a frame': ({ input }) => other(document).body.append(input),
  'moved to a document without a window': ({ input }) =>
    document.implementation.createHTMLDocument('').body.append(input),
  'removed and put back': ({ realm, input }) => {
    const parent = input.parentNode ?? realm.doc.body
    input.remove()
    parent.append(input)
  },
  'its parent emptied': ({ input }) => input.parentNode?.replaceChildren(),
  'its type changed and changed back': ({ input }) => {
    input.type = 'text'
    input.type = 'file'
  },
  'made multiple and disabled': ({ input }) => {
    input.multiple = true
    input.disabled = true
    input.disabled = false
  },
  'wrapped in a form': ({ realm, input }) => {
    const form = realm.doc.createElement('form')
    input.replaceWith(form)
    form.append(input)
  },
}

/** The moments at which a change may come; each calls `act` once. */
export const MOMENTS = {
  'after the opening': ({ opened, act }) => opened.then(act),
  'in the listener of the click': ({ input, act }) => input.addEventListener('click', act, { once: true }),
  'a microtask after the click': ({ input, act }) =>
    input.addEventListener('click', () => Promise.resolve().then(act), { once: true }),
  'a task after the click': ({ input, act }) =>
    input.addEventListener('click', () => setTimeout(act, 0), { once: true }),
  'when the choice is heard': ({ realm, signal, act }) =>
    realm.win.addEventListener('input', act, { once: true, capture: true, signal }),
  'a microtask after the choice is heard': ({ realm, signal, act }) =>
    realm.win.addEventListener('input', () => Promise.resolve().then(act), { once: true, capture: true, signal }),
  '30 ms after the opening': ({ opened, act }) => opened.then(() => pause(30)).then(act),
  'while it is held': ({ chosen, act }) => chosen.then(() => pause(50)).then(act),
}
