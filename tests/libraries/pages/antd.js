import { Upload } from 'antd'
import { createElement } from 'react'
import { createRoot } from 'react-dom/client'
import { report, url } from './where.js'

const changed = ({ file }) => {
  if (file.status === 'uploading') report('progress')
  if (file.status === 'done') report('sent')
}
createRoot(document.querySelector('#root')).render(
  createElement(
    Upload.Dragger,
    { action: url, name: 'photo', listType: 'picture', onChange: changed },
    createElement('p', { id: 'pick' }, 'Click or drop'),
  ),
)
