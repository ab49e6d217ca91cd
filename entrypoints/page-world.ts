import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { install } from '../src/page-world/install'

/** MAIN world, document_start, every frame; the manifest in wxt.config.ts loads it. */
export default defineUnlistedScript({
  globalName: false,
  main: install,
})
