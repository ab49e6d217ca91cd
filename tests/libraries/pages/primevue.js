import PrimeVue from 'primevue/config'
import FileUpload from 'primevue/fileupload'
import { createApp, h } from 'vue'
import { report, url } from './where.js'

createApp(() =>
  h(FileUpload, {
    name: 'photo',
    url,
    auto: true,
    multiple: true,
    onProgress: () => report('progress'),
    onUpload: () => report('sent'),
  }),
)
  .use(PrimeVue, { unstyled: true })
  .mount('#root')
