import { saw } from './record.js'

/** Where the input is when its picker opens. Each gives the input, and what is to be in the document for it, if anything. */
const make = ({ doc }) => {
  const xhtml = 'http://www.w3.org/1999/xhtml'
  const input = doc.createElementNS(xhtml, 'input')
  input.setAttribute('type', 'file')
  input.setAttribute('name', 'photo')
  return input
}
const element = ({ doc }, name) => doc.createElementNS('http://www.w3.org/1999/xhtml', name)
const bodyOf = ({ doc }) => doc.body ?? doc.documentElement

const into = (realm, parent, input = make(realm)) => {
  parent.append(input)
  return input
}
const inShadow = (mode) => (realm) => {
  const host = into(realm, bodyOf(realm), element(realm, 'div'))
  return into(realm, host.attachShadow({ mode }))
}

/** The page's only hold on an input in a closed root of the markup is a handler there. */
const declared = (mode) => (realm) => {
  const host = into(realm, bodyOf(realm), element(realm, 'div'))
  realm.win.take = (input, how) => saw(how, input.files)
  realm.win.meet = (input) => {
    realm.met = input
  }
  host.setHTMLUnsafe(`<div><template shadowrootmode="${mode}"><input type="file" name="photo" onfocus="meet(this)"
    onchange="take(this, 'handler in a declared root')"></template></div>`)
  if (mode === 'open') return host.firstChild.shadowRoot.querySelector('input')
  const box = host.firstChild.getBoundingClientRect()
  return { closed: host.firstChild, box }
}

export const PLACES = {
  document: (realm) => into(realm, bodyOf(realm)),
  detached: (realm) => make(realm),
  'detached tree': (realm) => into(realm, element(realm, 'div')),
  fragment: (realm) => into(realm, realm.doc.createDocumentFragment()),
  'detached form': (realm) => into(realm, element(realm, 'form')),
  form: (realm) => into(realm, into(realm, bodyOf(realm), element(realm, 'form'))),
  'open root': inShadow('open'),
  'closed root': inShadow('closed'),
  'detached closed root': (realm) => into(realm, element(realm, 'div').attachShadow({ mode: 'closed' })),
  'nested roots': (realm) => {
    const host = into(realm, bodyOf(realm), element(realm, 'div'))
    const inner = into(realm, host.attachShadow({ mode: 'closed' }), element(realm, 'div'))
    return into(realm, inner.attachShadow({ mode: 'open' }))
  },
  'declared open root': declared('open'),
  'declared closed root': declared('closed'),
  'slot of a root': (realm) => {
    const host = into(realm, bodyOf(realm), element(realm, 'div'))
    host.attachShadow({ mode: 'closed' }).append(element(realm, 'slot'))
    return into(realm, host)
  },
  template: (realm) => {
    const template = element(realm, 'template')
    template.innerHTML = '<p><input type="file" name="photo"></p>'
    bodyOf(realm).append(template.content.cloneNode(true))
    return bodyOf(realm).lastElementChild.querySelector('input')
  },
  'content of a template': (realm) => {
    const template = element(realm, 'template')
    template.innerHTML = '<p><input type="file" name="photo"></p>'
    return template.content.querySelector('input')
  },
  'imported from another document': (realm) => {
    const other = realm.doc.implementation.createHTMLDocument('')
    other.body.innerHTML = '<input type="file" name="photo">'
    bodyOf(realm).append(realm.doc.importNode(other.querySelector('input'), true))
    return bodyOf(realm).lastElementChild
  },
  'adopted from another document': (realm) => {
    const other = realm.doc.implementation.createHTMLDocument('')
    other.body.innerHTML = '<input type="file" name="photo">'
    return into(realm, bodyOf(realm), realm.doc.adoptNode(other.querySelector('input')))
  },
  popover: (realm) => {
    const popover = into(realm, bodyOf(realm), element(realm, 'div'))
    popover.setAttribute('popover', '')
    popover.showPopover()
    return into(realm, popover)
  },
  dialog: (realm) => {
    const dialog = into(realm, bodyOf(realm), element(realm, 'dialog'))
    const input = into(realm, dialog)
    dialog.showModal()
    return input
  },
  hidden: (realm) => {
    const input = into(realm, bodyOf(realm))
    input.style.display = 'none'
    return input
  },
  'custom element': (realm) => {
    const { win } = realm
    if (!win.customElements.get('photo-field'))
      win.customElements.define(
        'photo-field',
        class extends win.HTMLElement {
          connectedCallback() {
            this.root ??= this.attachShadow({ mode: 'closed' })
            this.root.innerHTML = '<label>Photo <input type="file" name="photo"></label>'
          }
        },
      )
    const field = into(realm, bodyOf(realm), element(realm, 'photo-field'))
    return field.root.querySelector('input')
  },
}
