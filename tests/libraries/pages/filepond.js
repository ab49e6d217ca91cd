import { create } from 'filepond'
import 'filepond/dist/filepond.min.css'
import { report, url } from './where.js'

create(document.querySelector('#root').appendChild(document.createElement('input')), {
  name: 'photo',
  allowMultiple: true,
  server: { process: { url, method: 'POST' } },
  onprocessfileprogress: () => report('progress'),
  onprocessfile: (error) => !error && report('sent'),
})
