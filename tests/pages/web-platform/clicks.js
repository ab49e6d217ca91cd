import { alike, check, chooser, made, same, shown } from './check.js'

for (const type of ['file', 'checkbox', 'button']) {
  check(`click() on type=${type}`, () => {
    const input = shown(made('input', { type }))
    const heard = []
    input.addEventListener('click', (event) =>
      heard.push(
        event.isTrusted,
        event.bubbles,
        event.cancelable,
        event.composed,
        event.detail,
        event instanceof PointerEvent,
        event.target === input,
      ),
    )
    input.click()
    return heard
  })
  check(`click() on a disabled type=${type}`, () => {
    const input = shown(made('input', { type, disabled: true }))
    let heard = 0
    input.addEventListener('click', () => heard++)
    input.click()
    same(heard, 0)
  })
}
check('click() inside of a click does nothing', () => {
  const input = made('input', { type: 'checkbox' })
  let heard = 0
  input.addEventListener('click', () => {
    heard++
    input.click()
  })
  input.click()
  same(heard, 1)
})
check('a checkbox fires input and change', () => {
  const input = shown(made('input', { type: 'checkbox' }))
  const heard = []
  for (const type of ['click', 'input', 'change'])
    input.addEventListener(type, (event) => heard.push(type, event.isTrusted, input.checked))
  input.click()
  alike(heard, ['click', false, true, 'input', true, true, 'change', true, true])
})
check('a prevented click leaves a checkbox as it was', () => {
  const input = shown(made('input', { type: 'checkbox', onclick: (event) => event.preventDefault() }))
  input.click()
  same(input.checked, false)
})
check('a label clicks its input', () => {
  const input = chooser()
  const label = shown(made('label', {}, input))
  let heard = 0
  input.addEventListener('click', (event) => {
    heard++
    event.preventDefault()
  })
  label.click()
  same(heard, 1)
  same(label.control, input)
  same(input.labels[0], label)
})
check('a dispatched click opens no picker and is not trusted', () => {
  const input = shown(chooser())
  const heard = []
  input.addEventListener('click', (event) => heard.push(event.isTrusted, event.defaultPrevented))
  same(input.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true })), true)
  alike(heard, [false, false])
})
