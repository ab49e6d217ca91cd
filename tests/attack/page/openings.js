/**
 * How the picker opens. `by` says who does it: 'script' runs `open` with the visitor's activation; a 'pointer' or a 'key' goes to what `target`
 * gives; 'drop' lets the photo fall there instead. `visible` ones need an input that can be seen.
 */
const button = (realm, input, act) => {
  const made = realm.doc.createElementNS('http://www.w3.org/1999/xhtml', 'button')
  made.setAttribute('type', 'button')
  made.textContent = 'Add a photo'
  made.onclick = () => act(input)
  const { body } = realm.doc
  // In what lies in front of the page; not in what stands beside the body, which is not the page's.
  ;(body?.querySelector('dialog[open], [popover]') ?? body ?? realm.doc.documentElement).prepend(made)
  return made
}

const label = (realm, input) => {
  const made = realm.doc.createElementNS('http://www.w3.org/1999/xhtml', 'label')
  made.textContent = 'Photo'
  input.replaceWith?.(made)
  made.append(input)
  return made
}

const foreign = (from) => (_, input) => {
  const frame = document.createElement('iframe')
  if (from === 'hanging') frame.src = '/attack/hanging'
  document.querySelector('#stage').append(frame)
  const { click } = frame.contentWindow.HTMLElement.prototype
  if (from === 'removed') frame.remove()
  click.call(input)
}

export const OPENINGS = {
  'click()': { by: 'script', open: (_, input) => input.click() },
  'showPicker()': { by: 'script', open: (_, input) => input.showPicker() },
  'dispatched click': { by: 'script', open: ({ win }, input) => input.dispatchEvent(new win.MouseEvent('click')) },
  'bubbling dispatched click': {
    by: 'script',
    open: ({ win }, input) =>
      input.dispatchEvent(new win.PointerEvent('click', { bubbles: true, cancelable: true, composed: true })),
  },
  'label.click()': { by: 'script', open: (realm, input) => label(realm, input).click() },
  'click stopped on its way': {
    by: 'script',
    open: ({ win }, input) => {
      const stop = (event) => event.stopImmediatePropagation()
      win.addEventListener('click', stop, true)
      input.click()
      win.removeEventListener('click', stop, true)
    },
  },
  'click of a blank frame': { by: 'script', open: foreign('blank') },
  'click of a removed frame': { by: 'script', open: foreign('removed') },
  'click of a hanging frame': { by: 'script', open: foreign('hanging') },
  'appended, clicked, removed': {
    by: 'script',
    open: ({ doc }, input) => {
      ;(doc.body ?? doc.documentElement).append(input)
      input.click()
      input.remove()
    },
  },
  pointer: { by: 'pointer', visible: true, target: (_, input) => input },
  'pointer on its label': { by: 'pointer', visible: true, target: label },
  'pointer on a button': { by: 'pointer', target: (realm, input) => button(realm, input, (one) => one.click()) },
  'pointer on a button, later': {
    by: 'pointer',
    target: (realm, input) => button(realm, input, (one) => setTimeout(() => one.showPicker(), 30)),
  },
  'button that appends and removes': {
    by: 'pointer',
    target: (realm, input) =>
      button(realm, input, (one) => {
        realm.doc.body.append(one)
        one.click()
        one.remove()
      }),
  },
  'Space on it': { by: 'key', visible: true, target: (_, input) => input },
  'Space on a button': { by: 'key', target: (realm, input) => button(realm, input, (one) => one.click()) },
  drop: { by: 'drop', visible: true, target: (_, input) => input },
}
