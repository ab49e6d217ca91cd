import Dropzone from 'dropzone'
import 'dropzone/dist/dropzone.css'
import { report, url } from './where.js'

const zone = document.querySelector('#root')
zone.classList.add('dropzone')
const dropzone = new Dropzone(zone, {
  url,
  paramName: 'photo',
  chunking: true,
  forceChunking: true,
  chunkSize: 200_000,
})
dropzone.on('uploadprogress', () => report('progress'))
dropzone.on('success', () => report('sent'))
