import { alike, check, rejected, same, throws } from './check.js'

check('the clipboard is one, and an EventTarget', () => {
  same(navigator.clipboard, navigator.clipboard)
  same(navigator.clipboard instanceof Clipboard, true)
  same(navigator.clipboard instanceof EventTarget, true)
})
check('an item of the clipboard', async () => {
  const item = new ClipboardItem({
    'text/plain': new Blob(['x'], { type: 'text/plain' }),
    'image/png': Promise.resolve(new Blob(['y'], { type: 'image/png' })),
  })
  alike(
    [[...item.types], Object.isFrozen(item.types), item.presentationStyle],
    [['text/plain', 'image/png'], true, 'unspecified'],
  )
  const blob = await item.getType('image/png')
  alike([blob instanceof Blob, blob.type, await blob.text()], [true, 'image/png', 'y'])
  same(await rejected(item.getType('text/html')), 'NotFoundError')
})
check('an item of the clipboard of nothing', () => {
  throws('TypeError', () => new ClipboardItem({}))
  throws('TypeError', () => new ClipboardItem())
  throws('TypeError', () => new ClipboardItem('x'))
})
check('what the clipboard takes', () =>
  alike(
    [ClipboardItem.supports('text/plain'), ClipboardItem.supports('image/png'), ClipboardItem.supports('x/y')],
    [true, true, false],
  ),
)
check('writing what is no list', async () => {
  same(await rejected(navigator.clipboard.write()), 'TypeError')
  same(await rejected(navigator.clipboard.write('x')), 'TypeError')
})
check('functions of the clipboard on something else', async () =>
  alike(
    await Promise.all(
      ['read', 'readText', 'write', 'writeText'].map((name) => rejected(Clipboard.prototype[name].call({}, 'x'))),
    ),
    ['TypeError', 'TypeError', 'TypeError', 'TypeError'],
  ),
)
