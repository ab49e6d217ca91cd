import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { siteIdOf, siteOf } from '../src/sites'
import { readerOf } from '../src/sites/audience'
import { isMastodon, readMastodon } from '../src/sites/audience/mastodon'

/** ISOLATED world, on demand: its value is the answer to `executeScript` (src/sites/readers/read-tab.ts). */
export default defineUnlistedScript({
  main: () => {
    const siteId = siteIdOf(location.hostname)
    const isAdded = siteOf(location.hostname) === null && isMastodon(document)
    const reader = isAdded ? readMastodon : readerOf(siteId)
    return { siteId, isMastodon: isAdded, reading: reader?.(document, location.pathname) ?? 'cannot-tell' }
  },
})
