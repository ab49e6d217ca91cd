import { alike, check, chooser, made, same, shown, thrown, throws } from './check.js'

check('listeners are called by phase, then by order', () => {
  const [outer, inner] = [made('div'), chooser()]
  shown(outer).append(inner)
  const order = []
  outer.addEventListener('change', () => order.push('outer, bubbling'))
  outer.addEventListener('change', () => order.push('outer, capturing'), true)
  inner.addEventListener('change', () => order.push('inner, bubbling'))
  inner.addEventListener('change', () => order.push('inner, capturing'), true)
  inner.onchange = () => order.push('property')
  inner.dispatchEvent(new Event('change', { bubbles: true }))
  alike(order, ['outer, capturing', 'inner, capturing', 'inner, bubbling', 'property', 'outer, bubbling'])
})
for (const type of ['change', 'input', 'click', 'drop', 'paste', 'submit', 'formdata', 'mouseover', 'blur', 'load'])
  for (const [where, target] of [
    ['an input', () => chooser()],
    ['window', () => window],
    ['document', () => document],
  ])
    check(`a listener for ${type} on ${where}: added twice, removed, once, as an object, aborted`, () => {
      const on = target()
      const heard = []
      const listener = () => heard.push('one')
      const object = { handleEvent: (event) => heard.push(event.type) }
      const stop = new AbortController()
      on.addEventListener(type, listener)
      on.addEventListener(type, listener)
      on.addEventListener(type, listener, true)
      on.addEventListener(type, object, { signal: stop.signal })
      on.addEventListener(type, () => heard.push('once'), { once: true })
      const fire = () => on.dispatchEvent(new Event(type))
      fire()
      on.removeEventListener(type, listener, true)
      stop.abort()
      fire()
      on.removeEventListener(type, listener)
      fire()
      alike(heard, ['one', 'one', type, 'once', 'one'])
    })
check('a listener that is null', () => {
  const input = chooser()
  input.addEventListener('change', null)
  input.removeEventListener('change', null)
  throws('TypeError', () => input.addEventListener('change', 'x'))
  throws('TypeError', () => input.addEventListener('change'))
})
check('a listener added during the event is not called for it', () => {
  const input = chooser()
  let heard = 0
  input.addEventListener('change', () => input.addEventListener('change', () => heard++))
  input.dispatchEvent(new Event('change'))
  same(heard, 0)
})
check('a listener removed during the event is not called', () => {
  const input = chooser()
  let heard = 0
  const last = () => heard++
  input.addEventListener('change', () => input.removeEventListener('change', last))
  input.addEventListener('change', last)
  input.dispatchEvent(new Event('change'))
  same(heard, 0)
})
check('an error in a listener keeps no other from being called', () => {
  const input = chooser()
  const quiet = (event) => event.preventDefault()
  addEventListener('error', quiet)
  let heard = 0
  input.addEventListener('change', () => {
    throw new Error('expected')
  })
  input.addEventListener('change', () => heard++)
  input.dispatchEvent(new Event('change'))
  removeEventListener('error', quiet)
  same(heard, 1)
})
check('this, target, currentTarget and phase', () => {
  const [outer, inner] = [made('div'), chooser()]
  outer.append(inner)
  const heard = []
  outer.addEventListener('change', function (event) {
    heard.push(this === outer, event.currentTarget === outer, event.target === inner, event.eventPhase)
  })
  inner.dispatchEvent(new Event('change', { bubbles: true }))
  alike(heard, [true, true, true, 3])
})
check('what dispatchEvent returns, and throws', () => {
  const input = chooser()
  input.addEventListener('change', (event) => event.preventDefault())
  const event = new Event('change', { cancelable: true })
  same(input.dispatchEvent(event), false)
  same(input.dispatchEvent(new Event('change')), true)
  throws('InvalidStateError', () => input.dispatchEvent(document.createEvent('Event')))
  throws('TypeError', () => input.dispatchEvent({}))
  input.addEventListener('input', (one) => heard.push(thrown(() => input.dispatchEvent(one))))
  const heard = []
  input.dispatchEvent(new Event('input'))
  alike(heard, ['InvalidStateError'])
  same(event.isTrusted, false)
})
check('a stopped event goes no further', () => {
  const [outer, inner] = [made('div'), chooser()]
  outer.append(inner)
  let heard = 0
  inner.addEventListener('change', (event) => event.stopImmediatePropagation())
  inner.addEventListener('change', () => heard++)
  outer.addEventListener('change', () => heard++)
  inner.dispatchEvent(new Event('change', { bubbles: true }))
  same(heard, 0)
})
check('a passive listener cannot prevent', () => {
  const input = chooser()
  input.addEventListener('change', (event) => event.preventDefault(), { passive: true })
  same(input.dispatchEvent(new Event('change', { cancelable: true })), true)
})
check('options are read in their order', () => {
  const read = []
  const options = {}
  for (const name of ['capture', 'once', 'passive', 'signal'])
    Object.defineProperty(options, name, { get: () => void read.push(name), enumerable: true })
  chooser().addEventListener('change', () => {}, options)
  return read
})
check('an EventTarget of the page’s own', () => {
  class Own extends EventTarget {}
  const own = new Own()
  let heard = 0
  own.addEventListener('change', () => heard++)
  own.dispatchEvent(new Event('change'))
  same(heard, 1)
})
check('a signal that is aborted already', () => {
  const input = chooser()
  let heard = 0
  input.addEventListener('change', () => heard++, { signal: AbortSignal.abort() })
  input.dispatchEvent(new Event('change'))
  same(heard, 0)
})
