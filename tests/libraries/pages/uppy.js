import Uppy from '@uppy/core'
import Dashboard from '@uppy/dashboard'
import XHRUpload from '@uppy/xhr-upload'
import '@uppy/core/css/style.min.css'
import '@uppy/dashboard/css/style.min.css'
import { report, url } from './where.js'

new Uppy({ autoProceed: true })
  .use(Dashboard, { inline: true, target: '#root' })
  .use(XHRUpload, { endpoint: url, fieldName: 'photo', getResponseData: () => ({ url: '' }) })
  .on('upload-progress', () => report('progress'))
  .on('upload-success', () => report('sent'))
