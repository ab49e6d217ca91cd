import { expect, it } from 'vitest'
import { eachBrowser } from '../support/each-browser'
import { WITH_PLACE } from '../support/photos'

/** Where the label of each input is, as a point to click: nobody outside can select into a closed root. */
const HOSTS = {
  open: '#open',
  closed: '#closed',
  nested: '#nested',
  declared: '#declared',
  sealed: '#sealed',
  'sealed-twice': '#sealed-twice',
}

eachBrowser('an input in a shadow root', (stage) => {
  it.each(Object.entries(HOSTS))('%s: the page sees the cleaned photo only', async (which, host) => {
    const ofCase = `${stage.name}-${which}`
    const tab = await stage.open('shadow.html', ofCase)
    await tab.choose(host, [WITH_PLACE])
    await stage.answer(tab, 'clean')
    await stage.expectClean(tab, ofCase)
    expect(stage.site.uploads(ofCase)).toHaveLength(1)
    await tab.close()
  })
})
