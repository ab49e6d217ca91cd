import { alike, check, chooser, listOf, made, picture, same, shown, throws } from './check.js'

const frame = (properties = {}) => shown(made('iframe', properties))
const loaded = (element) => new Promise((resolve) => element.addEventListener('load', resolve, { once: true }))
check('a frame is the same window each time', () => {
  const element = frame()
  same(element.contentWindow, element.contentWindow)
  same(element.contentDocument, element.contentWindow.document)
  same(element.contentWindow.parent, window)
  same(window[window.length - 1], element.contentWindow)
  same(element.contentWindow.frameElement, element)
  element.remove()
  same(element.contentWindow, null)
  same(element.contentDocument, null)
})
check('a frame without an origin shows no document', async () => {
  const element = made('iframe', { srcdoc: '<p>' })
  element.setAttribute('sandbox', '')
  const end = loaded(shown(element))
  await end
  same(element.contentDocument, null)
  same(element.contentWindow === null, false)
  throws('SecurityError', () => element.contentWindow.document)
})
check('classes of a frame are its own', () => {
  const { contentWindow: view } = frame()
  same(view.HTMLInputElement === HTMLInputElement, false)
  same(view.document.createElement('input') instanceof view.HTMLInputElement, true)
  same(view.document.createElement('input') instanceof HTMLInputElement, false)
  const { get } = Object.getOwnPropertyDescriptor(view.HTMLInputElement.prototype, 'files')
  const input = chooser()
  input.files = listOf(picture())
  same(get.call(input).length, 1)
})
check('an input of a frame that is filled here', () => {
  const { contentDocument } = frame()
  const input = contentDocument.createElement('input')
  input.type = 'file'
  contentDocument.body.append(input)
  const files = listOf(picture())
  input.files = files
  same(input.files[0], files[0])
})
check('a document that is written anew', () => {
  const { contentDocument: inner, contentWindow: view } = frame()
  let heard = 0
  view.addEventListener('change', () => heard++)
  inner.addEventListener('change', () => heard++)
  same(inner.open(), inner)
  inner.write('<!doctype html><p>a</p>')
  inner.writeln('<p>b</p>')
  inner.close()
  view.dispatchEvent(new view.Event('change'))
  inner.dispatchEvent(new view.Event('change'))
  alike([heard, inner.querySelectorAll('p').length, inner.readyState], [0, 2, inner.readyState])
})
check('a document without a window', () => {
  const other = document.implementation.createHTMLDocument('')
  other.body.innerHTML = '<input type="file">'
  same(other.defaultView, null)
  throws('nothing', () => other.open())
  throws('InvalidStateError', () => new DOMParser().parseFromString('<p/>', 'text/xml').write('x'))
})
check('a removed frame’s functions', () => {
  const element = frame()
  const { click } = element.contentWindow.HTMLElement.prototype
  element.remove()
  const input = shown(made('input', { type: 'checkbox' }))
  click.call(input)
  same(input.checked, true)
})
check('an object without a document', () => {
  const element = made('object')
  same(element.contentDocument, null)
  same(element.getSVGDocument(), null)
})
