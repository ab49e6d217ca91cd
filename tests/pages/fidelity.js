/* Asks everything about the functions that are replaced which a page can ask, and logs the answers as text. */
const log = []
const note = (what, ask) => {
  let answer
  try {
    answer = ask()
  } catch (error) {
    answer = `${error.name}: ${error.message}`
  }
  log.push(`${what} → ${typeof answer === 'string' ? answer : (JSON.stringify(answer) ?? String(answer))}`)
}
const places = [
  [EventTarget.prototype, ['addEventListener', 'removeEventListener', 'dispatchEvent']],
  [Element.prototype, ['attachShadow']],
  [ElementInternals.prototype, ['shadowRoot']],
  [HTMLElement.prototype, ['click']],
  [HTMLInputElement.prototype, ['showPicker', 'files', 'value']],
  [HTMLFormElement.prototype, ['submit', 'requestSubmit']],
  [Document.prototype, ['open', 'write', 'writeln']],
  [Function.prototype, ['toString']],
  [DataTransfer.prototype, ['files', 'items']],
  [DataTransferItem.prototype, ['getAsFile', 'webkitGetAsEntry', 'getAsFileSystemHandle']],
  [Clipboard.prototype, ['read', 'readText']],
  [ClipboardItem.prototype, ['getType']],
  [FileSystemFileHandle.prototype, ['getFile', 'createWritable']],
  [window, ['showOpenFilePicker', 'showDirectoryPicker', 'showSaveFilePicker']],
]
const pending = []
/** What a promise comes to; its place in the log is that of the question. */
const noteLater = (what, ask) => {
  const index = log.push(what) - 1
  const say = (end) => (log[index] = `${what} → ${end}`)
  pending.push(
    Promise.resolve()
      .then(ask)
      .then(
        (value) => say(JSON.stringify(value) ?? String(value)),
        (error) =>
          say(`${error.name}: ${error.message}, ${error instanceof DOMException || error instanceof TypeError}`),
      ),
  )
}
for (const [owner, names] of places) {
  const of = owner[Symbol.toStringTag] ?? 'Function'
  // The names of the window come in the order in which they were first used.
  if (owner !== window) note(`keys of ${of}`, () => Reflect.ownKeys(owner).map(String))
  for (const name of names) {
    const descriptor = Object.getOwnPropertyDescriptor(owner, name)
    // Pickers and handles of the disk are Chromium's.
    if (!descriptor) continue
    const native = descriptor.get ?? descriptor.value
    const about = (what, ask) => note(`${of}.${name} ${what}`, ask)
    about('descriptor', () => Object.entries(descriptor).map(([key, value]) => `${key} ${typeof value}`))
    about('keys', () => Reflect.ownKeys(native).map(String))
    about('name and length', () => `${native.name} ${native.length}`)
    about('toString', () => native.toString())
    about('toString of Function', () => Function.prototype.toString.call(native))
    about('text', () => `${native}`)
    about('prototype', () => String(native.prototype))
    about('its prototype', () => Object.getPrototypeOf(native) === Function.prototype)
    about('new', () => typeof Reflect.construct(native, []))
    about('on an object', () => Reflect.apply(native, {}, []))
    about('on null', () => typeof Reflect.apply(native, null, []))
    for (const [on, self] of [
      ['an object', {}],
      ['null', null],
      ['a text', new Text('')],
    ])
      noteLater(`${of}.${name} on ${on}, at last`, () => Reflect.apply(native, self, []))
    about('without arguments', () => typeof Reflect.apply(native, document.createElement('input'), []))
  }
}
note('keys of window', () =>
  Object.keys(window)
    .filter((name) => !/^(log|note|places|pending|noteLater|throws|said)$/.test(name))
    .sort(),
)
note('own names of window', () => Object.getOwnPropertyNames(window).length)
note('enumerable', () => {
  const names = []
  for (const name in document.createElement('input')) names.push(name)
  return names
})

const input = Object.assign(document.createElement('input'), { type: 'file', multiple: true })
const events = []
for (const type of ['click', 'input', 'change', 'cancel'])
  for (const target of [window, input])
    target.addEventListener(type, (event) =>
      events.push([type, event.isTrusted, event.eventPhase, event.target === input]),
    )
document.body.append(input)
const files = new DataTransfer()
files.items.add(new File(['a'], 'a.jpg', { type: 'image/jpeg', lastModified: 1 }))
note('files set by script', () => {
  input.files = files.files
  return [input.files.length, input.value, input.files[0] === files.files[0]]
})
note('events of a script', () => {
  for (const type of ['input', 'change']) input.dispatchEvent(new Event(type, { bubbles: true }))
  return events
})
note('value cleared', () => {
  input.value = ''
  return input.files.length
})
note('value set', () => {
  input.value = 'x'
})
note('dropped by script', () => {
  const seen = []
  input.addEventListener('drop', (event) =>
    seen.push(event.isTrusted, event.dataTransfer.files.length, event.dataTransfer === files),
  )
  input.dispatchEvent(new DragEvent('drop', { dataTransfer: files, bubbles: true, cancelable: true }))
  return seen
})
note('listener order and options', () => {
  const order = []
  const target = document.createElement('input')
  target.type = 'file'
  target.addEventListener('change', () => order.push('bubble'))
  target.addEventListener('change', () => order.push('capture'), true)
  target.addEventListener('change', () => order.push('once'), { once: true })
  target.addEventListener('change', { handleEvent: () => order.push('object') })
  target.onchange = () => order.push('property')
  target.dispatchEvent(new Event('change'))
  target.dispatchEvent(new Event('change'))
  return order
})
note('listener aborted', () => {
  const stop = new AbortController()
  let heard = 0
  addEventListener('change', () => heard++, { signal: stop.signal })
  dispatchEvent(new Event('change'))
  stop.abort()
  dispatchEvent(new Event('change'))
  return heard
})
note('addEventListener without an object', () => {
  let heard = 0
  const { addEventListener: add } = window
  add('change', () => heard++)
  dispatchEvent(new Event('change'))
  return heard
})
note('shadow root', () => {
  const host = document.createElement('div')
  const root = host.attachShadow({ mode: 'closed' })
  return [root instanceof ShadowRoot, root.mode, host.shadowRoot, String(root.host === host)]
})
note('shadow root twice', () => {
  const host = document.createElement('div')
  host.attachShadow({ mode: 'open' })
  host.attachShadow({ mode: 'open' })
})
note('picker without a person', () => document.createElement('input').showPicker())
note('form', () => {
  const form = document.createElement('form')
  const seen = []
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    seen.push(event.isTrusted, event.submitter)
  })
  document.body.append(form)
  form.requestSubmit()
  return seen
})
note('a frame of its own', () => {
  const frame = document.body.appendChild(document.createElement('iframe'))
  const view = frame.contentWindow
  return [
    view.HTMLElement.prototype.click.toString(),
    view.Function.prototype.toString.call(HTMLElement.prototype.click).includes('[native code]'),
    view.HTMLElement.prototype.click === HTMLElement.prototype.click,
  ]
})
note('children of the document', () => [...document.documentElement.childNodes].map((node) => node.nodeName))
const throws = (act) => {
  try {
    act()
  } catch (error) {
    return error.stack
  }
}
note('the stack names no script of an extension', () =>
  [
    () => document.createElement('div').attachShadow(),
    () => HTMLElement.prototype.click.call(null),
    () => EventTarget.prototype.dispatchEvent.call(null),
    () => document.createElement('input').showPicker(),
  ].map((act) => /-extension:/.test(throws(act))),
)
note('nor does one that the page takes apart, where the browser lets it', () => {
  Error.prepareStackTrace = (_, sites) => sites.map((site) => `${site.getFileName()} ${site}`).join()
  const told = /-extension:/.test(throws(() => HTMLElement.prototype.click.call(null)))
  Error.prepareStackTrace = undefined
  return told
})
for (const name of ['showOpenFilePicker', 'showDirectoryPicker'])
  if (window[name]) noteLater(`${name} without a person`, () => window[name]())
noteLater('the clipboard without permission', () => navigator.clipboard.read())
noteLater('a file of the private file system', async () => {
  const root = await navigator.storage.getDirectory()
  const handle = await root.getFileHandle('photo.jpg', { create: true })
  const writable = await handle.createWritable()
  await writable.write('some bytes')
  await writable.close()
  const file = await handle.getFile()
  return [file instanceof File, file.name, file.size, file.type, await file.text(), handle.getFile() instanceof Promise]
})
noteLater('a file that is gone', async () => {
  const root = await navigator.storage.getDirectory()
  const handle = await root.getFileHandle('gone.jpg', { create: true })
  await root.removeEntry('gone.jpg')
  return handle.getFile()
})
noteLater('getFile of a folder', async () =>
  FileSystemFileHandle.prototype.getFile.call(await navigator.storage.getDirectory()),
)
const said = Promise.all(pending).then(() => {
  document.querySelector('#log').textContent = log.join('\n')
  return log
})
Object.assign(window, { fidelity: said })
