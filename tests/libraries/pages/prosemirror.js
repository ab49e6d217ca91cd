import { Schema } from '@tiptap/pm/model'
import { EditorState } from '@tiptap/pm/state'
import { EditorView } from '@tiptap/pm/view'
import { sendPicture } from './where.js'

/** ProseMirror as it is: what is dropped and what is pasted comes as an event of the browser's. */
const take = (transfer) => {
  for (const file of transfer?.files ?? []) void sendPicture(URL.createObjectURL(file))
  return (transfer?.files.length ?? 0) > 0
}
const schema = new Schema({
  nodes: { doc: { content: 'paragraph+' }, paragraph: { content: 'text*', toDOM: () => ['p', 0] }, text: {} },
})
const root = document.querySelector('#root')
root.style.cssText = 'border: 1px solid; min-height: 200px'
new EditorView(root, {
  state: EditorState.create({ schema }),
  handleDrop: (_, event) => take(event.dataTransfer),
  handlePaste: (_, event) => take(event.clipboardData),
})
