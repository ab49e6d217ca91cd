import { expect, it } from 'vitest'
import { eachBrowser } from '../support/each-browser'
import { WITH_PLACE } from '../support/photos'

/** Firefox opens no picker for a label outside of the document, with or without the extension. */
const WAYS = ['click', 'property', 'event', 'picker', 'label', 'delegated']

eachBrowser('an input outside of the document', (stage) => {
  it.each(WAYS.filter((way) => way !== 'label' || stage.name !== 'firefox'))(
    'opened by %s: the page sees the cleaned photo only',
    async (which) => {
      const ofCase = `${stage.name}-${which}`
      const tab = await stage.open('detached.html', ofCase)
      await tab.choose(`#${which}`, [WITH_PLACE])
      await stage.answer(tab, 'clean')
      await stage.expectClean(tab, ofCase)
      expect(stage.site.uploads(ofCase)).toHaveLength(1)
      await tab.close()
    },
  )
})
