import { expect, it } from 'vitest'
import { type FirefoxBrowser, type Tab, until } from '../support/browsers'
import { eachBrowser } from '../support/each-browser'
import { WITH_PLACE, WITH_PLACE_SIZE } from '../support/photos'
import { recordedBy } from '../support/recorded'

eachBrowser(
  'a page that outlives the extension',
  (stage) => {
    it.skipIf(stage.name === 'chromium')(
      'asks by the browser’s own box once it was updated, and as ever in the next page',
      async () => {
        const ofCase = (which: string) => `${stage.name}-updated-${which}`
        const open = (which: string) =>
          stage.browser.open(stage.site.address('www.instagram.com', `/input.html?case=${ofCase(which)}`))
        const held = await open('held')
        const later = await open('later')
        await held.choose('#one', [WITH_PLACE])
        await held.pause()
        await (stage.browser as FirefoxBrowser).updateExtension()
        await until('the question about what was held', async () => held.confirms.length === 1)
        await until('the dialog to leave', async () => !(await held.isPaused()))
        await later.choose('#one', [WITH_PLACE])
        await until('the question about what is chosen then', async () => later.confirms.length === 1)
        for (const [which, tab] of Object.entries({ held, later })) {
          await until('the end of the choice', async () =>
            (await recordedBy(tab)).events.some(({ type, trusted }) => type === 'cancel' && !trusted),
          )
          expect((await recordedBy(tab)).files).toEqual([])
          expect(stage.site.uploads(ofCase(which))).toEqual([])
          await tab.close()
        }
        const next = await open('next')
        await next.choose('#one', [WITH_PLACE])
        await stage.answer(next, 'clean')
        await stage.expectClean(next, ofCase('next'))
        await next.close()
      },
    )

    it('leaves no photo without an answer, whether it was held already or is chosen now', async () => {
      const open = (which: string) =>
        stage.browser.open(stage.site.address('www.instagram.com', `/input.html?case=${stage.name}-gone-${which}`))
      const uploads = (which: string) => stage.site.uploads(`${stage.name}-gone-${which}`)
      const cancelled = async (tab: Tab) =>
        (await recordedBy(tab)).events.some(({ type, trusted }) => type === 'cancel' && !trusted)
      const later = await open('later')
      const held = await open('held')

      await held.choose('#one', [WITH_PLACE])
      const pause = await held.pause()
      await stage.browser.removeExtension()
      if (stage.name === 'chromium') {
        // Its dialog outlives the extension: it can give up and send, but do nothing that needs the extension.
        await pause.press('clean')
        await until('the dialog to say so', async () => (await pause.text()).includes('Something went wrong'))
        await pause.press('cancel')
      } else await until('the browser’s own question', async () => held.confirms.length === 1)
      await until('the end of the held choice', () => cancelled(held))
      await until('the dialog to leave', async () => !(await held.isPaused()))
      expect((await recordedBy(held)).files).toEqual([])
      expect(uploads('held')).toEqual([])
      await held.close()

      await later.choose('#one', [WITH_PLACE])
      await until('the browser’s own question', async () => later.confirms.length === 1)
      await until('the end of the choice', () => cancelled(later))
      expect((await recordedBy(later)).files).toEqual([])
      expect(uploads('later')).toEqual([])

      later.answerConfirms(true)
      await later.choose('#one', [WITH_PLACE])
      const upload = await until('the upload', async () => uploads('later')[0])
      expect(later.confirms).toHaveLength(2)
      expect(upload.bytes.length).toBe(WITH_PLACE_SIZE)
    })
  },
  { alone: true },
)
