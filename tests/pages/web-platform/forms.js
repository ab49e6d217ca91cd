import {
  alike,
  check,
  chooser,
  entriesOf,
  formWith,
  listOf,
  made,
  picture,
  same,
  shown,
  stage,
  text,
  thrown,
  throws,
} from './check.js'

check('an empty file field is an empty file', () => {
  const value = new FormData(formWith(chooser())).get('photo')
  alike([value instanceof File, value.name, value.size, value.type], [true, '', 0, 'application/octet-stream'])
})
check('files come in their order, each under the name', () => {
  const input = chooser({ multiple: true })
  const [one, other] = [picture('b.jpg'), text('a.txt')]
  input.files = listOf(one, other)
  const data = new FormData(formWith(input))
  same(data.getAll('photo')[0], one)
  same(data.getAll('photo')[1], other)
})
for (const [what, change] of [
  ['disabled', (input) => (input.disabled = true)],
  ['without a name', (input) => input.removeAttribute('name')],
  ['with an empty name', (input) => (input.name = '')],
])
  check(`a field that is ${what} is not sent`, () => {
    const input = chooser()
    input.files = listOf(picture())
    change(input)
    alike(entriesOf(new FormData(formWith(input))), [])
  })
check('a disabled group is not sent, but for its legend', () => {
  const [inside, legend] = [chooser(), chooser({ name: 'legend' })]
  for (const input of [inside, legend]) input.files = listOf(picture())
  alike(entriesOf(new FormData(formWith(made('fieldset', { disabled: true }, made('legend', {}, legend), inside)))), [
    ['legend', 'a.jpg 3'],
  ])
})
check('a field in a list of suggestions is not sent', () => {
  const input = chooser()
  input.files = listOf(picture())
  alike(entriesOf(new FormData(formWith(made('datalist', {}, input)))), [])
})
check('a field elsewhere that names the form is sent in the order of the document', () => {
  const input = shown(chooser())
  const form = shown(made('form', { id: 'elsewhere' }, made('input', { name: 'n', value: 'v' })))
  input.setAttribute('form', 'elsewhere')
  input.files = listOf(picture())
  same(input.form, form)
  alike(entriesOf(new FormData(form)), [
    ['photo', 'a.jpg 3'],
    ['n', 'v'],
  ])
  same(form.elements.photo, input)
})
check('other fields keep their values', () => {
  const select = made(
    'select',
    { name: 's', multiple: true },
    made('option', { selected: true, value: '1' }),
    made('option', { selected: true, value: '2' }),
  )
  const form = formWith(
    made('input', { name: 't', value: 'x\ny' }),
    made('input', { type: 'checkbox', name: 'c', checked: true }),
    made('input', { type: 'checkbox', name: 'd' }),
    made('input', { type: 'hidden', name: '_charset_' }),
    select,
    made('textarea', { name: 'a', value: 'l\nm' }),
    chooser(),
  )
  alike(entriesOf(new FormData(form)), [
    ['t', 'xy'],
    ['c', 'on'],
    ['_charset_', 'UTF-8'],
    ['s', '1'],
    ['s', '2'],
    ['a', 'l\nm'],
    ['photo', ' 0'],
  ])
})
const buttons = () => {
  const form = shown(formWith(made('input', { name: 'n1', value: 'v1' })))
  const named = made('button', { name: 'named', value: 'GO' })
  const unnamed = made('button', { value: 'unnamed' })
  const image = made('input', { type: 'image', name: 'image' })
  form.append(named, unnamed, image, made('input', { name: 'n3', value: 'v3' }))
  form.addEventListener('submit', (event) => event.preventDefault())
  return { form, named, unnamed, image }
}
for (const [what, args, expected] of [
  [
    'null',
    () => [null],
    [
      ['n1', 'v1'],
      ['n3', 'v3'],
    ],
  ],
  [
    'undefined',
    () => [undefined],
    [
      ['n1', 'v1'],
      ['n3', 'v3'],
    ],
  ],
  [
    'a button',
    ({ named }) => [named],
    [
      ['n1', 'v1'],
      ['named', 'GO'],
      ['n3', 'v3'],
    ],
  ],
  [
    'a button without a name',
    ({ unnamed }) => [unnamed],
    [
      ['n1', 'v1'],
      ['n3', 'v3'],
    ],
  ],
  [
    'a picture',
    ({ image }) => [image],
    [
      ['n1', 'v1'],
      ['image.x', '0'],
      ['image.y', '0'],
      ['n3', 'v3'],
    ],
  ],
])
  check(`FormData of a form and ${what}`, () => {
    const all = buttons()
    alike(entriesOf(new FormData(all.form, ...args(all))), expected)
  })
check('FormData of a form and what is no button of it', () => {
  const { form } = buttons()
  throws('TypeError', () => new FormData(form, form.elements.n1))
  throws('NotFoundError', () => new FormData(form, made('button')))
  throws('TypeError', () => new FormData(form, {}))
})
check('FormData of nothing, and of what is no form', () => {
  alike(entriesOf(new FormData()), [])
  alike(entriesOf(new FormData(undefined)), [])
  alike(entriesOf(new FormData(undefined, null)), [])
  for (const wrong of [null, 'x', {}, made('div')]) throws('TypeError', () => new FormData(wrong))
  throws('TypeError', () => FormData())
})
check('FormData is a class that can be extended', () => {
  class Own extends FormData {
    own() {
      return this.get('n1')
    }
  }
  const own = new Own(buttons().form)
  same(own.own(), 'v1')
  same(own instanceof FormData, true)
  same(own.constructor, Own)
  same(FormData.prototype.constructor, FormData)
  same(new FormData().constructor, FormData)
  same(Object.prototype.toString.call(own), '[object FormData]')
})
check('append, set, delete, has, get, getAll', () => {
  const data = new FormData()
  data.append('a', '1')
  data.append('a', 2)
  data.append('b', null)
  data.set('a', '3')
  data.append('c', undefined)
  data.delete('b')
  alike(
    [data.get('a'), data.getAll('a'), data.has('b'), data.get('b'), data.get('c'), data.getAll('x')],
    ['3', ['3'], false, null, 'undefined', []],
  )
})
check('files and blobs in FormData', () => {
  const data = new FormData()
  const file = picture()
  data.append('a', file)
  data.append('b', file, 'other.jpg')
  data.append('c', new Blob(['x']))
  data.append('d', new Blob(['x']), 'named')
  same(data.get('a'), file)
  alike(
    [
      data.get('b').name,
      data.get('b').type,
      data.get('b') === file,
      data.get('c').name,
      data.get('c') instanceof File,
      data.get('d').name,
    ],
    ['other.jpg', 'image/jpeg', false, 'blob', true, 'named'],
  )
  throws('TypeError', () => data.append('e', 'x', 'name'))
  throws('TypeError', () => data.append('e'))
})
check('FormData is walked in its order', () => {
  const data = new FormData()
  for (const [name, value] of [
    ['a', '1'],
    ['b', '2'],
    ['a', '3'],
  ])
    data.append(name, value)
  alike([[...data.keys()], [...data.values()], [...data.entries()].length], [['a', 'b', 'a'], ['1', '2', '3'], 3])
  const walked = []
  data.forEach((value, name, of) => {
    walked.push(name + value + (of === data))
  })
  alike(walked, ['a1true', 'b2true', 'a3true'])
})
check('formdata is fired once, bubbles, and its data is sent', () => {
  const form = shown(formWith(made('input', { name: 'n', value: 'v' })))
  const heard = []
  form.addEventListener('formdata', (event) => {
    heard.push(event.bubbles, event.cancelable, event.isTrusted, event.target === form, event instanceof FormDataEvent)
    event.formData.append('added', picture())
  })
  stage.addEventListener('formdata', () => heard.push('bubbled'), { once: true })
  const data = new FormData(form)
  alike(heard, [true, false, true, true, true, 'bubbled'])
  alike(entriesOf(data), [
    ['n', 'v'],
    ['added', 'a.jpg 3'],
  ])
})
check('FormData of a form whose data is being made throws', () => {
  const form = formWith()
  const heard = []
  form.addEventListener('formdata', () => heard.push(thrown(() => new FormData(form))))
  new FormData(form)
  alike(heard, ['InvalidStateError'])
})
check('FormDataEvent and SubmitEvent made by script', () => {
  const formData = new FormData()
  same(new FormDataEvent('formdata', { formData }).formData, formData)
  throws('TypeError', () => new FormDataEvent('formdata'))
  throws('TypeError', () => new FormDataEvent('formdata', {}))
  const submitter = made('button')
  same(new SubmitEvent('submit', { submitter }).submitter, submitter)
  same(new SubmitEvent('submit').submitter, null)
  throws('TypeError', () => new SubmitEvent('submit', { submitter: {} }))
})
check('formdata dispatched by script', () => {
  const form = formWith(chooser())
  let heard = 0
  form.addEventListener('formdata', ({ isTrusted }) => (heard += isTrusted ? 2 : 1))
  form.dispatchEvent(new FormDataEvent('formdata', { formData: new FormData() }))
  same(heard, 1)
})
check('requestSubmit() fires submit with its button', () => {
  const { form, named } = buttons()
  const heard = []
  form.addEventListener('submit', (event) =>
    heard.push(event.submitter?.name ?? null, event.isTrusted, event.bubbles, event.cancelable),
  )
  form.requestSubmit(named)
  form.requestSubmit()
  form.requestSubmit(null)
  named.click()
  alike(heard, ['named', true, true, true, null, true, true, true, null, true, true, true, 'named', true, true, true])
})
check('requestSubmit() of what is no button of the form', () => {
  const { form } = buttons()
  throws('TypeError', () => form.requestSubmit(form.elements.n1))
  throws('NotFoundError', () => form.requestSubmit(made('button')))
  throws('TypeError', () => form.requestSubmit({}))
})
check('requestSubmit() looks whether all is valid, submit() does not', () => {
  const form = shown(formWith(chooser({ required: true })))
  const heard = []
  form.target = 'nowhere'
  form.addEventListener('invalid', () => heard.push('invalid'), true)
  form.addEventListener('submit', (event) => {
    heard.push('submit')
    event.preventDefault()
  })
  form.addEventListener('formdata', () => heard.push('formdata'))
  form.requestSubmit()
  alike(heard, ['invalid'])
  form.noValidate = true
  form.requestSubmit()
  alike(heard, ['invalid', 'submit'])
})
check('a form outside of the document is not sent', () => {
  const form = formWith()
  let heard = 0
  form.addEventListener('submit', () => heard++)
  form.addEventListener('formdata', () => heard++)
  form.requestSubmit()
  form.submit()
  same(heard, 0)
})
check('a field called submit does not keep the form from being sent', () => {
  const form = shown(formWith(made('input', { name: 'submit' })))
  same(form.submit instanceof HTMLInputElement, true)
  same(typeof HTMLFormElement.prototype.submit, 'function')
})
/** Sends a form to a frame, and gives what the frame got to see of it. */
const sent = (form, how) =>
  new Promise((resolve) => {
    const sink = shown(made('iframe', { name: `sink${Math.random()}` }))
    Object.assign(form, { target: sink.name, action: '/web-platform/check.js', method: 'get', enctype: '' })
    sink.onload = () => {
      const { search } = sink.contentWindow.location
      if (search) resolve(search)
    }
    how()
  })
for (const [how, by] of [
  ['submit()', (form) => form.submit()],
  ['requestSubmit()', (form) => form.requestSubmit()],
  ['its button', (form) => form.elements.by.click()],
])
  check(`a form sent by ${how} gives the names of its files where it cannot give the files`, async () => {
    const input = chooser()
    const form = shown(
      made('form', {}, made('input', { name: 'n', value: 'v' }), input, made('button', { name: 'by' })),
    )
    input.files = listOf(picture())
    const heard = []
    form.addEventListener('submit', () => heard.push('submit'))
    form.addEventListener('formdata', ({ formData }) => heard.push(formData.get('photo').name))
    const search = await sent(form, () => by(form))
    alike(
      [search.replace('&by=', ''), heard],
      ['?n=v&photo=a.jpg', how === 'submit()' ? ['a.jpg'] : ['submit', 'a.jpg']],
    )
  })
