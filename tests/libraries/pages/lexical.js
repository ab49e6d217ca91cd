import { DRAG_DROP_PASTE, registerRichText } from '@lexical/rich-text'
import { $createParagraphNode, $getRoot, COMMAND_PRIORITY_LOW, createEditor } from 'lexical'
import { sendPicture } from './where.js'

const root = document.querySelector('#root')
root.innerHTML = '<div id="zone" contenteditable="true" style="border:1px solid;min-height:200px"></div>'
const editor = createEditor({
  onError: (error) => {
    throw error
  },
})
editor.setRootElement(document.querySelector('#zone'))
registerRichText(editor)
editor.update(() => $getRoot().append($createParagraphNode()))
editor.registerCommand(
  DRAG_DROP_PASTE,
  (files) => {
    for (const file of files) void sendPicture(URL.createObjectURL(file))
    return true
  },
  COMMAND_PRIORITY_LOW,
)
