import qq from 'fine-uploader/lib/core/traditional'
import dnd from 'fine-uploader/lib/dnd'
import { report, url } from './where.js'

const root = document.querySelector('#root')
root.innerHTML =
  '<div id="zone" style="border:2px dashed;padding:80px"><button id="pick" type="button">Choose</button></div>'
const uploader = new qq.FineUploaderBasic({
  button: document.querySelector('#pick'),
  multiple: true,
  request: { endpoint: url, inputName: 'photo' },
  chunking: { enabled: true, partSize: 200_000 },
  callbacks: {
    onProgress: () => report('progress'),
    onComplete: (_id, _name, answer) => answer.success && report('sent'),
  },
})
new dnd.DragAndDrop({
  dropZoneElements: [document.querySelector('#zone')],
  callbacks: { processingDroppedFilesComplete: (files) => uploader.addFiles(files) },
})
