import tinymce from 'tinymce'
import 'tinymce/models/dom'
import 'tinymce/themes/silver'
import 'tinymce/icons/default'
import 'tinymce/plugins/image'
import 'tinymce/skins/ui/oxide/skin.js'
import 'tinymce/skins/ui/oxide/content.js'
import 'tinymce/skins/content/default/content.js'
import { report, url } from './where.js'

document.querySelector('#root').innerHTML = '<textarea></textarea>'
tinymce.init({
  selector: 'textarea',
  license_key: 'gpl',
  plugins: 'image',
  toolbar: 'image',
  inline: false,
  paste_data_images: true,
  images_upload_handler: async (picture) => {
    await fetch(url, { method: 'POST', body: picture.blob() })
    report('sent')
    return 'about:blank'
  },
})
