import { Editor } from '@tiptap/core'
import FileHandler from '@tiptap/extension-file-handler'
import Image from '@tiptap/extension-image'
import StarterKit from '@tiptap/starter-kit'
import { sendPicturesOf } from './where.js'

const root = document.querySelector('#root')
const insert = (editor, files) => {
  for (const file of files) {
    const reader = new FileReader()
    reader.onload = () =>
      editor
        .chain()
        .focus()
        .insertContent({ type: 'image', attrs: { src: reader.result } })
        .run()
    reader.readAsDataURL(file)
  }
}
new Editor({
  element: root,
  content: '<p>Write here</p>',
  extensions: [
    StarterKit,
    Image.configure({ allowBase64: true }),
    FileHandler.configure({ onDrop: insert, onPaste: insert }),
  ],
})
sendPicturesOf(root)
