import { alike, check, chooser, entriesOf, made, picture, same, shown, stage, throws } from './check.js'

const rootIn = (mode = 'open', options = {}) => shown(made('div')).attachShadow({ mode, ...options })
for (const name of [
  'article',
  'aside',
  'blockquote',
  'body',
  'div',
  'footer',
  'h1',
  'header',
  'main',
  'nav',
  'p',
  'section',
  'span',
  'photo-field',
])
  check(`${name} can have a shadow root`, () =>
    same(document.createElement(name).attachShadow({ mode: 'closed' }) instanceof ShadowRoot, true),
  )
for (const name of ['input', 'button', 'form', 'label', 'img', 'a', 'select', 'iframe', 'template'])
  check(`${name} can have none`, () =>
    throws('NotSupportedError', () => document.createElement(name).attachShadow({ mode: 'open' })),
  )
for (const [what, init] of [
  ['no argument', []],
  ['no mode', [{}]],
  ['another mode', [{ mode: 'x' }]],
  ['null', [null]],
])
  check(`attachShadow with ${what} throws`, () => throws('TypeError', () => made('div').attachShadow(...init)))
check('a second shadow root throws', () => {
  const { host } = rootIn()
  throws('NotSupportedError', () => host.attachShadow({ mode: 'open' }))
})
check('an open root is shown, a closed one is not', () => {
  const [open, closed] = [rootIn(), rootIn('closed')]
  same(open.host.shadowRoot, open)
  same(closed.host.shadowRoot, null)
  alike([open.mode, closed.mode], ['open', 'closed'])
  same(closed.host instanceof HTMLDivElement, true)
  same(closed.parentNode, null)
})
check('options of a root', () => {
  const root = rootIn('open', { delegatesFocus: true, slotAssignment: 'manual' })
  alike(
    [root.delegatesFocus, root.slotAssignment, rootIn().delegatesFocus, rootIn().slotAssignment],
    [true, 'manual', false, 'named'],
  )
})
for (const mode of ['open', 'closed']) {
  check(`what does not compose stays in a root that is ${mode}`, () => {
    const root = rootIn(mode)
    const input = chooser()
    root.append(input)
    const heard = []
    root.addEventListener('change', (event) => heard.push(event.target === input))
    root.host.addEventListener('change', () => heard.push('outside'))
    input.dispatchEvent(new Event('change', { bubbles: true }))
    alike(heard, [true])
  })
  check(`outside of a root that is ${mode} the host is the target of what composes`, () => {
    const root = rootIn(mode)
    const input = chooser()
    root.append(input)
    const heard = []
    root.host.addEventListener('input', (event) =>
      heard.push(
        event.target === root.host,
        event.composedPath()[0] === (mode === 'open' ? input : root.host),
        event.eventPhase,
      ),
    )
    addEventListener('input', (event) => heard.push(event.target === root.host), { once: true })
    input.dispatchEvent(new Event('input', { bubbles: true, composed: true }))
    alike(heard, [true, true, 2, true])
  })
  check(`the path inside of a root that is ${mode}`, () => {
    const root = rootIn(mode)
    const input = chooser()
    root.append(input)
    let path
    input.addEventListener('input', (event) => (path = event.composedPath()))
    input.dispatchEvent(new Event('input', { bubbles: true, composed: true }))
    same(path[0], input)
    same(path[1], root)
    same(path[2], root.host)
    same(path.at(-1), window)
  })
  check(`an element in a root that is ${mode} knows its root`, () => {
    const root = rootIn(mode)
    const input = chooser()
    root.append(input)
    same(input.getRootNode(), root)
    same(input.getRootNode({ composed: true }), document)
    same(input.isConnected, true)
    same(document.contains(input), false)
  })
}
check('a form outside has no input of a root', () => {
  const form = shown(made('form'))
  const host = made('div')
  form.append(host)
  const input = chooser()
  host.attachShadow({ mode: 'open' }).append(input)
  same(input.form, null)
  same(form.elements.length, 0)
  alike(entriesOf(new FormData(form)), [])
})
check('a form in a root is sent in it', () => {
  const root = rootIn()
  const form = made('form', {}, chooser())
  root.append(form)
  const heard = []
  root.addEventListener('submit', (event) => {
    event.preventDefault()
    heard.push(event.bubbles, event.composed, event.cancelable, event.isTrusted)
  })
  root.host.addEventListener('submit', () => heard.push('outside'))
  form.requestSubmit()
  alike(heard, [true, false, true, true])
})
check('slots', () => {
  const root = rootIn('closed')
  const slot = made('slot')
  root.append(slot)
  const input = chooser()
  root.host.append(input)
  same(slot.assignedNodes()[0], input)
  same(input.assignedSlot, null)
  let path
  input.addEventListener('input', (event) => (path = event.composedPath().length))
  input.dispatchEvent(new Event('input', { bubbles: true, composed: true }))
  return path
})
check('roots declared in the markup', () => {
  const host = shown(made('div'))
  host.setHTMLUnsafe(
    '<p><template shadowrootmode="open"><input type="file"></template></p><p><template shadowrootmode="closed"></template></p>',
  )
  same(host.firstChild.shadowRoot.querySelector('input').type, 'file')
  same(host.lastChild.shadowRoot, null)
  same(host.querySelector('template'), null)
})
check('roots of custom elements', () => {
  let internals
  customElements.define(
    'checked-field',
    class extends HTMLElement {
      static formAssociated = true
      constructor() {
        super()
        internals = this.attachInternals()
        this.attachShadow({ mode: 'closed' })
      }
    },
  )
  const field = document.createElement('checked-field')
  same(internals.shadowRoot.host, field)
  same(field.shadowRoot, null)
  field.setAttribute('name', 'field')
  const form = made('form', {}, field)
  internals.setFormValue(picture('own.jpg'))
  alike(entriesOf(new FormData(form)), [['field', 'own.jpg 3']])
  throws('NotSupportedError', () => field.attachInternals())
})
check('a related target is shown outside as the host', () => {
  const root = rootIn()
  const button = made('button')
  root.append(button)
  const heard = []
  root.host.addEventListener('mouseover', (event) => heard.push(event.relatedTarget?.localName ?? null))
  stage.dispatchEvent(new MouseEvent('mouseover', { relatedTarget: button }))
  button.dispatchEvent(new MouseEvent('mouseover', { bubbles: true, composed: true, relatedTarget: stage }))
  alike(heard, ['div'])
})
