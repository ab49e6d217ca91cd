import { afterAll, beforeAll, describe, expect } from 'vitest'
import { answerAccountQuestion } from './account-question'
import { type Action, BROWSERS, type Browser, type BrowserOptions, type Tab, until } from './browsers'
import { closeExifTool } from './exiftool'
import { type LocalSite, startLocalSite, type Upload } from './local-site/local-site'
import { WITH_PLACE_SIZE } from './photos'
import { placeTags } from './place-tags'
import { recordedBy } from './recorded'

export interface Stage {
  readonly name: Browser['name']
  readonly site: LocalSite
  readonly browser: Browser
  /** A page of tests/pages as www.instagram.com; what it uploads is kept under the case. */
  open(page: string, ofCase: string): Promise<Tab>
  /** The first upload of a case. */
  received(ofCase: string): Promise<Upload>
  /** Fails when the page saw a file or an event of a choice. */
  expectNothingSeen(tab: Tab): Promise<void>
  /** Fails when what the site received, or what the page saw, is the photo with its place. */
  expectClean(tab: Tab, ofCase: string): Promise<void>
  /** Waits for the pause, sees that the page knows nothing, gives the answer and sets the account question aside. */
  answer(tab: Tab, action: Action): Promise<void>
  /** Sets the account question aside, if it comes. */
  settle(tab: Tab): Promise<void>
}

interface Settings extends Partial<BrowserOptions> {
  /** Serves what the tests need besides tests/pages. */
  readonly prepare?: (site: LocalSite) => Promise<void>
}

/** The same tests in each browser: a site and one browser for all of them, with the built extension unless told otherwise. */
export function eachBrowser(title: string, tests: (stage: Stage) => void, settings: Settings = {}): void {
  const { prepare, ...options } = settings
  describe.each(BROWSERS)(`${title} in $name`, ({ name, start }) => {
    let site: LocalSite
    let browser: Browser
    beforeAll(async () => {
      site = await startLocalSite()
      await prepare?.(site)
      browser = await start({ extension: true, ...options })
    })
    afterAll(async () => {
      await closeExifTool()
      await browser?.close()
      await site?.close()
    })

    const stage: Stage = {
      name,
      get site() {
        return site
      },
      get browser() {
        return browser
      },
      open: (page, ofCase) =>
        browser.open(site.address('www.instagram.com', `/${page}${page.includes('?') ? '&' : '?'}case=${ofCase}`)),
      received: (ofCase) => until(`an upload of ${ofCase}`, async () => site.uploads(ofCase)[0]),
      async expectNothingSeen(tab) {
        const { files, events, polls } = await recordedBy(tab)
        expect(polls).toBeGreaterThan(0)
        expect(files).toEqual([])
        expect(events.filter(({ type }) => /input|change|drop|paste|submit/.test(type))).toEqual([])
      },
      async expectClean(tab, ofCase) {
        const { bytes } = await stage.received(ofCase)
        expect(await placeTags(bytes)).toEqual([])
        expect(bytes.length).toBeGreaterThan(0.8 * WITH_PLACE_SIZE)
        const recorded = await recordedBy(tab)
        expect(recorded.files.map(({ size }) => size)).not.toContain(WITH_PLACE_SIZE)
        expect(recorded.bytes.map(({ length }) => length)).not.toContain(WITH_PLACE_SIZE)
      },
      settle: answerAccountQuestion,
      async answer(tab, action) {
        const pause = await tab.pause()
        await stage.expectNothingSeen(tab)
        await pause.press(action)
        if (action !== 'cancel') await answerAccountQuestion(tab)
      },
    }
    tests(stage)
  })
}
