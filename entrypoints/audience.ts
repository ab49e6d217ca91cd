import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { siteIdOf } from '../src/sites'
import { readerOf } from '../src/sites/readers'

/** ISOLATED world, on demand: its value is the answer to `executeScript` (src/sites/readers/read-tab.ts). */
export default defineUnlistedScript({
  main: () => {
    const siteId = siteIdOf(location.hostname)
    return { siteId, reading: readerOf(siteId)?.(document, location.pathname) ?? 'cannot-tell' }
  },
})
