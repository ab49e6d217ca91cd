import 'trix'
import 'trix/dist/trix.css'
import { report, url } from './where.js'

addEventListener('trix-attachment-add', async ({ attachment }) => {
  if (!attachment.file) return
  await fetch(url, { method: 'POST', body: attachment.file })
  attachment.setAttributes({ url: 'about:blank' })
  report('sent')
})
document.querySelector('#root').innerHTML = '<trix-editor style="min-height: 200px"></trix-editor>'
