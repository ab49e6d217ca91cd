import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { until } from '../support/browsers'
import { eachBrowser } from '../support/each-browser'
import type { LocalSite } from '../support/local-site/local-site'
import { WITH_PLACE } from '../support/photos'

const test = (path: string) => readFile(fileURLToPath(new URL(`../${path}`, import.meta.url)), 'utf8')

async function prepare(site: LocalSite): Promise<void> {
  const page = await test('pages/input.html')
  for (const name of ['instagram-public', 'instagram-private', 'instagram-logged-out']) {
    const fragment = await test(`unit/sites/fragments/${name}.html`)
    site.serve(`/served/${name}.html`, 'text/html; charset=utf-8', page + fragment)
  }
}

eachBrowser(
  'the account question',
  (stage) => {
    it.each([
      ['www.instagram.com', 'instagram-public', 'public'],
      ['www.instagram.com', 'instagram-private', 'limited'],
      ['www.instagram.com', 'instagram-logged-out', 'cannot-tell'],
      // The same page under another name is no page of Instagram.
      ['www.reddit.com', 'instagram-public', 'cannot-tell'],
    ])('on %s, %s says %s', async (host, name, reading) => {
      const tab = await stage.browser.open(stage.site.address(host, `/served/${name}.html`))
      await tab.choose('#one', [WITH_PLACE])
      const pause = await tab.pause()
      await pause.press('clean')
      const shown = await until('the account question', () =>
        pause.evaluate<string | null>(`document.querySelector('[data-reading]')?.dataset.reading ?? null`),
      )
      expect(shown).toBe(reading)
      await pause.press('cancel')
      await tab.close()
    })
  },
  { prepare },
)
