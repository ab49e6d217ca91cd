import { createElement, useState } from 'react-19'
import { createRoot } from 'react-dom-19/client'
import { createEditor } from 'slate'
import { Editable, Slate, withReact } from 'slate-react'
import { sendPicture } from '../../pages/where.js'

/** As Slate's own example of pictures does it: what was dropped or pasted comes as a DataTransfer. */
const withPictures = (editor) => {
  const { insertData } = editor
  editor.insertData = (data) => {
    if (data.files.length === 0) return insertData(data)
    for (const file of data.files) void sendPicture(URL.createObjectURL(file))
  }
  return editor
}
function Post() {
  const [editor] = useState(() => withPictures(withReact(createEditor())))
  const initialValue = [{ type: 'paragraph', children: [{ text: 'Write here' }] }]
  return createElement(
    Slate,
    { editor, initialValue },
    createElement(Editable, { style: { border: '1px solid', minHeight: 200 } }),
  )
}
createRoot(document.querySelector('#root')).render(createElement(Post))
