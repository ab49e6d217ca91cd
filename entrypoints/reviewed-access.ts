import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { reviewedAccess } from '../src/guard/reviewed-access'

/** ISOLATED world, beside guard.ts, once a page reads files or the clipboard by itself (src/site-access/inject-script.ts). */
export default defineUnlistedScript({
  globalName: false,
  main: () => {
    globalThis.pausephotoReviewedAccess ??= reviewedAccess
  },
})
