import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ChromiumBrowser, startChromium } from '../support/browsers/chromium'
import { type Tab, until } from '../support/browsers/tab'
import { type LocalSite, startLocalSite } from '../support/local-site/local-site'
import { WITH_PLACE, WITH_PLACE_SIZE } from '../support/photos'
import { recordedBy } from '../support/recorded'

let site: LocalSite
let browser: ChromiumBrowser

beforeAll(async () => {
  site = await startLocalSite()
  browser = await startChromium({ extension: true })
})
afterAll(async () => {
  await browser?.close()
  await site?.close()
})

/** Opens a page and takes the extension away under it, as an update or the parent does. */
async function openAndRemove(ofCase: string): Promise<Tab> {
  const tab = await browser.open(site.address('www.instagram.com', `/input.html?case=${ofCase}`))
  const [worker] = browser.context.serviceWorkers()
  // The worker ends with its extension, before it could answer.
  await worker?.evaluate('chrome.management.uninstallSelf()').catch(() => undefined)
  await until('the end of the extension', async () => browser.context.serviceWorkers().length === 0)
  return tab
}

describe('a page that outlives the extension', () => {
  it('asks with the browser’s own box, and neither sends nor swallows the photo in silence', async () => {
    const tab = await openAndRemove('gone')
    tab.answerConfirms(false)
    await tab.choose('#one', [WITH_PLACE])
    await until('the browser’s own question', async () => tab.confirms.length === 1)
    expect((await recordedBy(tab)).files).toEqual([])
    expect(site.uploads('gone')).toEqual([])

    tab.answerConfirms(true)
    await tab.choose('#one', [WITH_PLACE])
    const upload = await until('the upload', async () => site.uploads('gone')[0])
    expect(tab.confirms).toHaveLength(2)
    expect(upload.bytes.length).toBe(WITH_PLACE_SIZE)
  })
})
