/* Each way makes an input, opens its picker and reads it. Real pages do the first ten; the others are built to get around a guard. */
const stage = document.querySelector('#stage')
const make = (parent = stage) => {
  const input = Object.assign(document.createElement('input'), { type: 'file', name: 'photo' })
  parent?.append(input)
  return input
}
const poll = (ask) => {
  const timer = setInterval(ask, 1)
  setTimeout(() => clearInterval(timer), 20_000)
}
const shadow = (mode) => stage.appendChild(document.createElement('div')).attachShadow({ mode })

const WAYS = {
  'removed at once'(see) {
    const input = make()
    input.onchange = () => see(input)
    input.click()
    input.remove()
  },
  'removed at once, with a listener'(see) {
    const input = make()
    input.addEventListener('input', () => see(input))
    input.click()
    input.remove()
  },
  'removed later'(see) {
    const input = make()
    input.onchange = () => see(input)
    input.click()
    setTimeout(() => input.remove(), 30)
  },
  'removed with its parent'(see) {
    const parent = stage.appendChild(document.createElement('div'))
    const input = make(parent)
    parent.addEventListener('change', () => see(input))
    input.click()
    parent.remove()
  },
  'moved into a fragment'(see) {
    const input = make()
    input.onchange = () => see(input)
    input.click()
    document.createDocumentFragment().append(input)
  },
  'moved into a closed root'(see) {
    const input = make()
    input.onchange = () => see(input)
    input.click()
    shadow('closed').append(input)
  },
  'polled after it was removed'(see) {
    const input = make()
    input.click()
    input.remove()
    poll(() => see(input))
  },
  'with a listener from before it took files'(see) {
    const input = document.createElement('input')
    for (const type of ['input', 'change']) input.addEventListener(type, () => see(input), true)
    input.type = 'file'
    input.click()
  },
  'in a label that is thrown away'(see) {
    const label = stage.appendChild(document.createElement('label'))
    const input = make(label)
    input.onchange = () => see(input)
    label.click()
    stage.replaceChildren()
  },
  'declared with a property'() {
    document.querySelector('#declared').shadowRoot.querySelector('input').click()
  },
  'by showPicker, then removed'(see) {
    const input = make()
    input.onchange = () => see(input)
    input.showPicker()
    input.remove()
  },
  'in a closed root, its click stopped'(see) {
    const input = make(shadow('closed'))
    const stopClick = (event) => event.stopImmediatePropagation()
    document.addEventListener('click', stopClick, true)
    input.onchange = () => see(input)
    input.click()
    document.removeEventListener('click', stopClick, true)
  },
  'in a closed root, its change heard by the host'(see) {
    const root = shadow('closed')
    const input = make(root)
    root.host.addEventListener('input', () => see(input), true)
    root.addEventListener('change', () => see(input), true)
    input.showPicker()
  },
  'cloned while its picker is open'(see) {
    const input = make()
    input.click()
    poll(() => see(input.cloneNode()))
    poll(() => see(input))
  },
  'opened near the end of the stack'(see) {
    const input = document.createElement('input')
    input.type = 'file'
    input.onchange = () => see(input)
    let open = true
    const deep = () => {
      try {
        deep()
      } catch {}
      if (!open) return
      try {
        input.click()
        open = false
      } catch {}
    }
    deep()
  },
  'read by FormData of a form'() {
    const form = stage.appendChild(document.createElement('form'))
    const input = make(form)
    input.click()
    form.remove()
    poll(() => seeForm('read by FormData of a form', form))
  },
  'read in formdata'() {
    const form = stage.appendChild(document.createElement('form'))
    form.addEventListener('formdata', (event) => {
      for (const [, value] of event.formData) look('read in formdata', value)
    })
    form.addEventListener('submit', (event) => event.preventDefault())
    const input = make(form)
    input.onchange = () => new FormData(form)
    input.click()
  },
  'set into another input'(see) {
    const input = make()
    const other = make()
    input.click()
    poll(() => {
      other.files = input.files
      see(other)
    })
  },
}
const choice = document.querySelector('#way')
choice.append(...Object.keys(WAYS).map((way) => new Option(way)))
document.querySelector('#open').addEventListener('click', () => {
  const way = choice.value
  WAYS[way]((input) => see(way, input))
})
