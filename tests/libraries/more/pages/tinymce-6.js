import tinymce from 'tinymce-6'
import 'tinymce-6/themes/silver'
import 'tinymce-6/icons/default'
import 'tinymce-6/models/dom'

import 'tinymce-6/plugins/image'
import 'tinymce-6/skins/ui/oxide/skin.css'
import { report, url } from '../../pages/where.js'

document.querySelector('#root').innerHTML = '<textarea></textarea>'
tinymce.init({
  selector: 'textarea',
  license_key: 'gpl',
  skin: false,
  content_css: false,
  height: 300,
  plugins: 'image',
  toolbar: 'image',
  paste_data_images: true,
  images_upload_handler: async (picture) => {
    await fetch(url, { method: 'POST', body: picture.blob() })
    report('sent')
    return 'about:blank'
  },
})
