import * as tus from 'tus-js-client'
import { report } from './where.js'

const root = document.querySelector('#root')
root.innerHTML = '<input id="pick" type="file">'
document.querySelector('#pick').addEventListener('change', ({ target }) => {
  const [file] = target.files
  if (!file) return
  new tus.Upload(file, {
    endpoint: `/tus/${location.search}`,
    chunkSize: 200_000,
    storeFingerprintForResuming: false,
    metadata: { filename: file.name },
    onProgress: () => report('progress'),
    onSuccess: () => report('sent'),
  }).start()
})
