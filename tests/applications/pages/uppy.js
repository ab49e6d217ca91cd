import Uppy from '@uppy/core'
import Dashboard from '@uppy/dashboard'
import Tus from '@uppy/tus'
import '@uppy/core/css/style.min.css'
import '@uppy/dashboard/css/style.min.css'

/** What the page itself knows of its upload, and when. */
window.seen = { over: 0, dropped: 0, progress: [], done: 0 }
addEventListener('dragover', () => Object.assign(window.seen, { over: Date.now() }), true)
addEventListener('drop', () => Object.assign(window.seen, { dropped: Date.now() }), true)

new Uppy({ autoProceed: true })
  .use(Dashboard, { inline: true, target: '#root', width: 700, height: 450 })
  .use(Tus, { endpoint: '/tus/', chunkSize: 5_000_000, storeFingerprintForResuming: false })
  .on('upload-progress', (_, { bytesUploaded }) => window.seen.progress.push(bytesUploaded))
  .on('upload-success', () => Object.assign(window.seen, { done: Date.now() }))
