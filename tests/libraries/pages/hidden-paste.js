import { sendPicture } from './where.js'

/**
 * The way of older editors: at Ctrl+V the focus moves to an element out of sight, the browser pastes into that, and a moment later the
 * editor takes what it finds there, or the files that the event held, and takes the element away.
 */
const root = document.querySelector('#root')
root.innerHTML = '<div id="zone" contenteditable="true" style="border: 1px solid; min-height: 200px">Write here</div>'
const zone = root.querySelector('#zone')

const take = (bin) => {
  for (const picture of bin.querySelectorAll('img')) zone.append(picture)
  bin.remove()
  zone.focus()
}
zone.addEventListener('keydown', (event) => {
  if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'v') return
  const bin = document.createElement('div')
  bin.contentEditable = 'true'
  bin.style.cssText = 'position: fixed; left: -9999px; width: 10px; height: 10px; overflow: hidden'
  document.body.append(bin)
  bin.focus()
  bin.addEventListener('paste', (paste) => {
    const files = [...(paste.clipboardData?.files ?? [])]
    if (files.length === 0) return
    paste.preventDefault()
    for (const file of files) void sendPicture(URL.createObjectURL(file))
  })
  bin.addEventListener('input', () => {
    for (const { src } of bin.querySelectorAll('img')) void sendPicture(src)
  })
  setTimeout(() => take(bin), 50)
})
for (const type of ['drop', 'paste'])
  zone.addEventListener(type, (event) => {
    const files = [...((event.dataTransfer ?? event.clipboardData)?.files ?? [])]
    if (files.length === 0) return
    event.preventDefault()
    for (const file of files) void sendPicture(URL.createObjectURL(file))
  })
zone.addEventListener('dragover', (event) => event.preventDefault())
