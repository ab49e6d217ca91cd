import { ElUpload } from 'element-plus'
import 'element-plus/dist/index.css'
import { createApp, h } from 'vue'
import { report, url } from './where.js'

createApp(() =>
  h(
    ElUpload,
    {
      action: url,
      name: 'photo',
      drag: true,
      listType: 'picture',
      onProgress: () => report('progress'),
      onSuccess: () => report('sent'),
    },
    () => 'Click or drop',
  ),
).mount('#root')
