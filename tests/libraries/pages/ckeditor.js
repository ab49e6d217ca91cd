import { Base64UploadAdapter, ClassicEditor, Essentials, Image, ImageInsert, ImageUpload, Paragraph } from 'ckeditor5'
import 'ckeditor5/ckeditor5.css'
import { sendPicturesOf } from './where.js'

const root = document.querySelector('#root')
ClassicEditor.create(root.appendChild(document.createElement('div')), {
  licenseKey: 'GPL',
  plugins: [Essentials, Paragraph, Image, ImageInsert, ImageUpload, Base64UploadAdapter],
  toolbar: ['imageUpload'],
}).then(() => sendPicturesOf(root))
