import { createElement, useState } from 'react'
import { createRoot } from 'react-dom/client'
import { useDropzone } from 'react-dropzone'
import { report, url } from './where.js'

function Zone() {
  const [previews, setPreviews] = useState([])
  const { getRootProps, getInputProps } = useDropzone({
    onDrop: async (files) => {
      setPreviews(files.map((file) => URL.createObjectURL(file)))
      for (const file of files) {
        const form = new FormData()
        form.append('photo', file)
        await fetch(url, { method: 'POST', body: form })
        report('sent')
      }
    },
  })
  return createElement(
    'div',
    { ...getRootProps(), id: 'zone', style: { border: '2px dashed', padding: 80 } },
    createElement('input', getInputProps()),
    'Drop here or click',
    previews.map((src) => createElement('img', { key: src, src, width: 100, alt: '' })),
  )
}
createRoot(document.querySelector('#root')).render(createElement(Zone))
