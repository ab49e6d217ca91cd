import { alike, check, chooser, entriesOf, listOf, picture, rejected, same, text, throws } from './check.js'

check('a body of FormData is multipart', async () => {
  const data = new FormData()
  data.append('photo', picture())
  const request = new Request('/web-platform/check.js', { method: 'POST', body: data })
  same(request.headers.get('content-type').startsWith('multipart/form-data; boundary='), true)
  const back = await request.formData()
  const file = back.get('photo')
  alike([file.name, file.type, await file.text()], ['a.jpg', 'image/jpeg', 'abc'])
})
check('a response of FormData', async () => {
  const data = new FormData()
  data.append('a', 'b')
  alike(entriesOf(await new Response(data).formData()), [['a', 'b']])
})
check('a body with GET', async () =>
  same(await rejected(fetch('/web-platform/check.js', { body: new FormData() })), 'TypeError'),
)
check('fetch of a broken address', async () => same(await rejected(fetch('https://[')), 'TypeError'))
check('fetch without arguments', async () => same(await rejected(fetch()), 'TypeError'))
check('fetch that is aborted', async () =>
  same(await rejected(fetch('/web-platform/check.js', { signal: AbortSignal.abort() })), 'AbortError'),
)
check('fetch with a reason to abort', async () => {
  const reason = new RangeError('mine')
  const promise = fetch('/web-platform/check.js', {
    method: 'POST',
    body: new FormData(),
    signal: AbortSignal.abort(reason),
  })
  same(await promise.catch((error) => error), reason)
})
check('the options of fetch are read once', async () => {
  let read = 0
  const options = {
    method: 'POST',
    get body() {
      read++
      return new FormData()
    },
  }
  await fetch('/web-platform/check.js', options)
  same(read, 1)
})
check('send() before open()', () => throws('InvalidStateError', () => new XMLHttpRequest().send(new FormData())))
check('a request tells its states', async () => {
  const request = new XMLHttpRequest()
  const heard = []
  for (const type of ['loadstart', 'load', 'loadend', 'abort', 'error'])
    request.addEventListener(type, () => heard.push(type))
  request.open('POST', '/web-platform/check.js')
  const data = new FormData()
  data.append('photo', text())
  request.send(data)
  await new Promise((resolve) => request.addEventListener('loadend', resolve))
  alike([heard, request.status, request.readyState], [['loadstart', 'load', 'loadend'], 200, 4])
})
check('a request that is given up', async () => {
  const request = new XMLHttpRequest()
  const heard = []
  for (const type of ['loadstart', 'load', 'loadend', 'abort', 'error'])
    request.addEventListener(type, () => heard.push(type))
  request.open('POST', '/web-platform/check.js')
  request.send(new FormData())
  request.abort()
  alike([heard, request.readyState], [['loadstart', 'abort', 'loadend'], 0])
})
check('sendBeacon', () => {
  same(navigator.sendBeacon('/web-platform/check.js', new FormData()), true)
  throws('TypeError', () => navigator.sendBeacon('https://['))
  throws('TypeError', () => navigator.sendBeacon())
})
check('files are cloned as files', () => {
  const list = listOf(picture(), text())
  const copied = structuredClone(list)
  alike([copied instanceof FileList, copied.length, copied[0].name, copied[0] === list[0]], [true, 2, 'a.jpg', false])
  alike([structuredClone(picture()) instanceof File, structuredClone({ file: picture() }).file.size], [true, 3])
})
check('files are posted as files', async () => {
  const { port1, port2 } = new MessageChannel()
  const input = chooser()
  input.files = listOf(picture())
  const came = new Promise((resolve) => (port1.onmessage = ({ data }) => resolve(data)))
  port2.postMessage([input.files, input.files[0]])
  const [list, file] = await came
  alike([list.length, list[0].name, file.type, await file.text()], [1, 'a.jpg', 'image/jpeg', 'abc'])
})
check('files are read in each way', async () => {
  const file = picture()
  const reader = new FileReader()
  reader.readAsText(file)
  await new Promise((resolve) => (reader.onload = resolve))
  const address = URL.createObjectURL(file)
  const again = await (await fetch(address)).blob()
  URL.revokeObjectURL(address)
  alike(
    [
      reader.result,
      await file.text(),
      (await file.arrayBuffer()).byteLength,
      await file.slice(1, 2).text(),
      again.type,
    ],
    ['abc', 'abc', 3, 'b', 'image/jpeg'],
  )
})
