import { Editor, EditorState } from 'draft-js'
import { createElement, useState } from 'react'
import { render } from 'react-dom'
import { sendPicture } from '../../pages/where.js'

const take = (files) => {
  for (const file of files) void sendPicture(URL.createObjectURL(file))
  return 'handled'
}
function Post() {
  const [editorState, onChange] = useState(() => EditorState.createEmpty())
  return createElement(Editor, {
    editorState,
    onChange,
    handlePastedFiles: take,
    handleDroppedFiles: (_, files) => take(files),
  })
}
const root = document.querySelector('#root')
root.style.cssText = 'border: 1px solid; min-height: 200px'
render(createElement(Post), root)
