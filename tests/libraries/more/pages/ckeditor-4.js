import { url } from '../../pages/where.js'

/** It loads its parts from beside its script, so it cannot be bundled. */
window.CKEDITOR_BASEPATH = '/ckeditor4/'
document.querySelector('#root').innerHTML = '<textarea id="text"></textarea>'
const script = document.createElement('script')
script.src = '/ckeditor4/ckeditor.js'
script.onload = () => {
  const { CKEDITOR } = window
  CKEDITOR.disableAutoInline = true
  CKEDITOR.replace('text', {
    versionCheck: false,
    height: 200,
    uploadUrl: `${url}&type=json`,
    imageUploadUrl: `${url}&type=json`,
  })
}
document.head.append(script)
