import { alike, check, chooser, listOf, made, picture, same, shown, text, throws } from './check.js'

const TYPES =
  'hidden text search tel url email password date month week time datetime-local number range color checkbox radio submit image reset button'.split(
    ' ',
  )

for (const type of TYPES) check(`input type=${type} has no files`, () => same(made('input', { type }).files, null))
for (const type of [...TYPES, 'file']) {
  check(`input type=${type}: showPicker() needs a person`, () =>
    throws('NotAllowedError', () => made('input', { type }).showPicker()),
  )
  check(`input type=${type}: showPicker() of a disabled one`, () =>
    throws('InvalidStateError', () => made('input', { type, disabled: true }).showPicker()),
  )
}
check('files is a FileList, the same each time', () => {
  const input = chooser()
  same(input.files instanceof FileList, true)
  same(input.files, input.files)
  same(input.files.length, 0)
})
check('files can be set, and are the list that was given', () => {
  const [one, other] = [chooser(), chooser()]
  const { files } = other
  one.files = files
  same(one.files, files)
  same(other.files, files)
})
check('a list with a photo stays the same list', () => {
  const input = chooser()
  const files = listOf(picture())
  input.files = files
  same(input.files, files)
  same(input.files[0], files[0])
})
check('files = null does nothing', () => {
  const input = chooser()
  const files = listOf(picture())
  input.files = files
  input.files = null
  same(input.files.length, 1)
  same(input.files[0], files[0])
})
for (const [what, value] of [
  ['an array', []],
  ['an array of Files', [picture()]],
  ['a text', 'x'],
  ['a number', 1],
])
  check(`files = ${what} throws`, () => throws('TypeError', () => (chooser().files = value)))
check('files = undefined does nothing', () => {
  const input = chooser()
  input.files = listOf(picture())
  input.files = undefined
  same(input.files.length, 1)
})
check('files of what is no input throws', () => {
  const { get } = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'files')
  throws('TypeError', () => get.call({}))
  throws('TypeError', () => get.call(made('textarea')))
})
check('several files in an input that is not multiple stay', () => {
  const input = chooser()
  input.files = listOf(picture(), text())
  same(input.files.length, 2)
})
check('a list by index and by item()', () => {
  const [one, other] = [picture(), text()]
  const list = listOf(one, other)
  same(list[0], one)
  same(list.item(1), other)
  same(list.item(2), null)
  same(list[2], undefined)
  same(list[-1], undefined)
  alike(Object.keys(list), ['0', '1'])
  same([...list][1], other)
  same('0' in list && !('2' in list), true)
  same(Object.prototype.toString.call(list), '[object FileList]')
})
check('the value of an empty one', () => same(chooser().value, ''))
check('the value is a made-up path', () => {
  const input = chooser()
  input.files = listOf(picture('holiday.jpg'), text())
  same(input.value, 'C:\\fakepath\\holiday.jpg')
})
check('the value can be emptied', () => {
  const input = chooser()
  input.files = listOf(picture())
  input.value = ''
  same(input.files.length, 0)
  same(input.value, '')
})
check('the value can be emptied by null', () => {
  const input = chooser()
  input.files = listOf(picture())
  input.value = null
  same(input.files.length, 0)
})
check('the value cannot be set', () => {
  const input = chooser()
  input.files = listOf(picture())
  throws('InvalidStateError', () => (input.value = 'b.jpg'))
  same(input.files.length, 1)
})
check('the attribute value says nothing', () => {
  const input = chooser()
  input.setAttribute('value', 'x')
  same(input.value, '')
  same(input.defaultValue, 'x')
})
check('an emptied list is another list', () => {
  const input = chooser()
  const files = listOf(picture())
  input.files = files
  input.value = ''
  same(files.length, 1)
  same(input.files === files, false)
})
check('from text to file and back the value is gone', () => {
  const input = made('input', { value: 'foo' })
  input.type = 'file'
  same(input.value, '')
  input.type = 'text'
  same(input.value, '')
})
check('from text to file and back the value is that of the attribute', () => {
  const input = made('input')
  input.setAttribute('value', 'bar')
  input.value = 'foo'
  input.type = 'file'
  input.type = 'text'
  same(input.value, 'bar')
})
check('from file to another type the files are gone', () => {
  const input = chooser()
  input.files = listOf(picture())
  input.type = 'text'
  same(input.files, null)
  same(input.value, '')
  input.type = 'file'
  same(input.files.length, 0)
})
for (const [name, value] of [
  ['accept', 'image/*'],
  ['multiple', true],
  ['required', true],
  ['disabled', true],
  ['webkitdirectory', true],
])
  check(`${name} is reflected`, () => {
    const input = chooser()
    input[name] = value
    same(input[name], value)
    same(input.hasAttribute(name), true)
  })
for (const name of ['checked', 'selectionStart', 'valueAsDate', 'list'])
  check(`${name} of a file input`, () =>
    same(chooser()[name], { checked: false, selectionStart: null, valueAsDate: null, list: null }[name]),
  )
check('valueAsNumber of a file input', () => same(chooser().valueAsNumber, Number.NaN))
for (const name of ['stepUp', 'setSelectionRange', 'setRangeText'])
  check(`${name}() of a file input throws`, () => throws('InvalidStateError', () => chooser()[name]('1', 1)))
check('required and empty is missing', () => {
  const input = chooser({ required: true })
  same(input.validity.valueMissing, true)
  same(input.checkValidity(), false)
  input.files = listOf(picture())
  same(input.validity.valid, true)
})
check('an invalid one says so', () => {
  const input = chooser({ required: true })
  let heard = 0
  input.addEventListener('invalid', (event) => (heard += event.cancelable && !event.bubbles ? 1 : 0))
  input.reportValidity()
  same(heard, 1)
})
check('a form that is reset has no files', () => {
  const input = chooser()
  const form = made('form', {}, input)
  input.files = listOf(picture())
  let heard = 0
  form.addEventListener('reset', () => heard++)
  form.reset()
  same(input.files.length, 0)
  same(heard, 1)
})
check('files set by script fire nothing', () => {
  const input = shown(chooser())
  let heard = 0
  for (const type of ['input', 'change', 'cancel']) input.addEventListener(type, () => heard++)
  input.files = listOf(picture())
  input.value = ''
  same(heard, 0)
})
check('moved elsewhere it keeps its files', () => {
  const input = shown(chooser())
  const files = listOf(picture())
  input.files = files
  document.createDocumentFragment().append(input)
  same(input.files[0], files[0])
  shown(made('div')).append(input)
  same(input.files[0], files[0])
})
check('adopted by another document it keeps its files', () => {
  const input = chooser()
  const files = listOf(picture())
  input.files = files
  const other = document.implementation.createHTMLDocument('')
  other.body.append(input)
  same(input.ownerDocument, other)
  same(input.files[0], files[0])
})
check('how many files a copy has', () => {
  const input = chooser()
  input.files = listOf(picture(), text())
  return [input.cloneNode().files.length, made('div', {}, input).cloneNode(true).firstChild.files.length]
})
check('webkitEntries of files set by script', () => {
  const input = chooser()
  same(Array.isArray(input.webkitEntries), true)
  input.files = listOf(picture())
  same(input.webkitEntries.length, 0)
})
check('a File made by script has no path', () => same(picture().webkitRelativePath, ''))
