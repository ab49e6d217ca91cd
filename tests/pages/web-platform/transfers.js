import {
  alike,
  check,
  chooser,
  formWith,
  made,
  picture,
  same,
  shown,
  stage,
  text,
  thrown,
  throws,
  transferOf,
} from './check.js'

check('a transfer of the page’s own', () => {
  const transfer = new DataTransfer()
  alike(
    [transfer.dropEffect, transfer.effectAllowed, transfer.types.length, transfer.files.length, transfer.items.length],
    ['none', 'none', 0, 0, 0],
  )
  same(transfer.items, transfer.items)
  throws('TypeError', () => DataTransfer())
})
check('effects of a transfer', () => {
  const transfer = new DataTransfer()
  transfer.dropEffect = 'copy'
  transfer.effectAllowed = 'x'
  return [transfer.dropEffect, transfer.effectAllowed]
})
check('items are added, found and taken away', () => {
  const transfer = new DataTransfer()
  const item = transfer.items.add('hello', 'text/plain')
  const file = transfer.items.add(picture())
  alike(
    [item.kind, item.type, file.kind, file.type, transfer.items.length],
    ['string', 'text/plain', 'file', 'image/jpeg', 2],
  )
  same(transfer.items[0] instanceof DataTransferItem, true)
  same(transfer.items[2], undefined)
  transfer.items.remove(0)
  alike([transfer.items.length, transfer.items[0].kind], [1, 'file'])
  transfer.items.clear()
  alike([transfer.items.length, transfer.files.length, [...transfer.types]], [0, 0, []])
})
check('what the list of items has', () =>
  alike(Object.getOwnPropertyNames(DataTransferItemList.prototype).sort(), [
    'add',
    'clear',
    'constructor',
    'length',
    'remove',
  ]),
)
check('items are walked', () => {
  const transfer = transferOf(picture(), text())
  alike(
    [Object.keys(transfer.items), [...transfer.items].map(({ type }) => type)],
    [
      ['0', '1'],
      ['image/jpeg', 'text/plain'],
    ],
  )
  const { value, writable, enumerable, configurable } = Object.getOwnPropertyDescriptor(transfer.items, 0)
  same(value, transfer.items[0])
  alike([writable, enumerable, configurable], [false, true, true])
})
for (const [what, args] of [
  ['nothing', []],
  ['a text without a type', ['x']],
  ['an object', [{}]],
  ['a Blob', [new Blob()]],
])
  check(`items.add of ${what} throws`, () => throws('TypeError', () => new DataTransfer().items.add(...args)))
check('a second text of a type throws', () => {
  const transfer = new DataTransfer()
  transfer.items.add('a', 'text/plain')
  throws('NotSupportedError', () => transfer.items.add('b', 'text/plain'))
})
check('a File in an item is that File', () => {
  const file = picture()
  const transfer = transferOf(file)
  same(transfer.items[0].getAsFile(), file)
  same(transfer.files[0], file)
  same(transfer.items.add('x', 'text/plain').getAsFile(), null)
})
check('the files of a transfer', () => {
  const transfer = transferOf(picture())
  same(transfer.files instanceof FileList, true)
  same(transfer.files, transfer.files)
  transfer.items.add(text())
  same(transfer.files.length, 2)
})
check('types of a transfer', () => {
  const transfer = transferOf(picture())
  transfer.setData('text/plain', 'x')
  transfer.setData('URL', 'https://example.org/')
  transfer.setData('Text/HTML', '<b>')
  alike(
    [[...transfer.types].sort(), Object.isFrozen(transfer.types)],
    [['Files', 'text/html', 'text/plain', 'text/uri-list'], true],
  )
})
check('texts of a transfer', () => {
  const transfer = new DataTransfer()
  transfer.setData('text', 'a')
  transfer.setData('text/plain', 'b')
  alike([transfer.getData('TEXT'), transfer.getData('text/html'), transfer.items.length], ['b', '', 1])
  transfer.clearData('text/plain')
  same(transfer.items.length, 0)
  throws('TypeError', () => transfer.getData())
  throws('TypeError', () => transfer.setData('x'))
})
check('a text is given to a function', async () => {
  const transfer = new DataTransfer()
  const item = transfer.items.add('hello', 'text/plain')
  same(await new Promise((resolve) => item.getAsString(resolve)), 'hello')
  item.getAsString(null)
})
check('an item that was taken away', () => {
  const transfer = transferOf(picture())
  const [item] = transfer.items
  transfer.items.remove(0)
  return [item.kind, item.type, item.getAsFile()]
})
check('an item of a File made by script has this entry', () => {
  const [item] = transferOf(picture()).items
  return item.webkitGetAsEntry()?.isFile ?? null
})
check('an item of a text has no entry', () => {
  const transfer = new DataTransfer()
  same(transfer.items.add('x', 'text/plain').webkitGetAsEntry(), null)
})
check('a list of files of a transfer can be chosen in an input', () => {
  const file = picture()
  const input = chooser()
  input.files = transferOf(file).files
  same(input.files[0], file)
  same(new FormData(formWith(input)).get('photo'), file)
})
for (const type of ['dragenter', 'dragover', 'dragleave', 'drop', 'dragend'])
  check(`${type} made by script carries its transfer`, () => {
    const dataTransfer = transferOf(picture())
    const zone = shown(made('div'))
    const heard = []
    zone.addEventListener(type, (event) =>
      heard.push(
        event.dataTransfer === dataTransfer,
        event.dataTransfer.files.length,
        event.dataTransfer.items[0].getAsFile()?.name,
        event.isTrusted,
      ),
    )
    zone.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true, composed: true }))
    alike(heard, [true, 1, 'a.jpg', false])
  })
check('paste made by script carries its transfer', () => {
  const clipboardData = transferOf(picture())
  const heard = []
  stage.addEventListener(
    'paste',
    (event) => heard.push(event.clipboardData === clipboardData, event.clipboardData.files.length),
    { once: true },
  )
  stage.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }))
  alike(heard, [true, 1])
})
check('what drags and pastes made by script have without a transfer', () => [
  new DragEvent('drop').dataTransfer,
  new DragEvent('drop', { dataTransfer: null }).dataTransfer,
  String(new ClipboardEvent('paste').clipboardData),
  thrown(() => new DragEvent('drop', { dataTransfer: {} })),
])
check('a drop made by script fills no input', () => {
  const input = shown(chooser())
  input.dispatchEvent(new DragEvent('drop', { dataTransfer: transferOf(picture()), bubbles: true, cancelable: true }))
  same(input.files.length, 0)
})
check('beforeinput made by script carries its transfer', () => {
  const dataTransfer = transferOf(picture())
  const event = new InputEvent('beforeinput', { dataTransfer, inputType: 'insertFromPaste', data: null })
  alike(
    [event.dataTransfer === dataTransfer, event.dataTransfer.files.length, new InputEvent('input').dataTransfer],
    [true, 1, null],
  )
})
