import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { reader } from '../src/guard/reader'

/** ISOLATED world, beside guard.ts, once a page reads files or the clipboard by itself (src/watching/bring-reader.ts). */
export default defineUnlistedScript({
  globalName: false,
  main: () => {
    globalThis.pausephotoReader ??= reader
  },
})
