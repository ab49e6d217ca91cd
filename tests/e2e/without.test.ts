import { readdir } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { BROWSERS, type ChromiumBrowser, type FirefoxTab, type Frame, type Tab, until } from '../support/browsers'
import { changedBuild } from '../support/changed-build'
import { eachBrowser } from '../support/each-browser'
import { startLocalSite } from '../support/local-site/local-site'
import { WITH_PLACE, WITH_PLACE_SIZE } from '../support/photos'
import { recordedBy } from '../support/recorded'

/** How each page is given a photo; a page whose way is not a choice in itself gives the frame that sees it. */
const WAYS: Record<string, (tab: Tab) => Promise<unknown>> = {
  'choices.html': (tab) => tab.give('#capture', [WITH_PLACE]),
  'detached.html': (tab) => tab.choose('#click', [WITH_PLACE]),
  'drop.html': (tab) => tab.drop('#zone', [WITH_PLACE]),
  'form.html': (tab) => tab.give('#photo', [WITH_PLACE]),
  'frame.html': (tab) => tab.give('#input', [WITH_PLACE]),
  async 'frames.html'(tab) {
    const inner = await until('the frame', async () => {
      for (const frame of tab.frames())
        if (await frame.evaluate(`!!document.querySelector('#input')`).catch(() => false)) return frame
      return null
    })
    await inner.give('#input', [WITH_PLACE])
    return inner
  },
  'hostile.html': (tab) => tab.give('#one', [WITH_PLACE]),
  'input.html': (tab) => tab.give('#one', [WITH_PLACE]),
  async 'paste.html'(tab) {
    if ('copy' in tab) await (tab as FirefoxTab).copy(WITH_PLACE)
    else await tab.evaluate('copy()')
    await tab.click('#zone')
    await tab.press('Control+V')
  },
  async 'rewritten.html'(tab) {
    await until('the new document', () => tab.evaluate(`!!document.querySelector('#one') && !!window.recorded`))
    await tab.give('#one', [WITH_PLACE])
  },
  'trusted.html': (tab) => tab.give('#one', [WITH_PLACE]),
  'shadow.html': (tab) => tab.choose('#closed', [WITH_PLACE]),
}
/** One takes no photo, and the dialogs of another cannot be driven; those of many ways have their own test without the extension. */
const OTHERS = [
  'web-platform.html',
  'fidelity.html',
  'notice.html',
  'picker.html',
  'readings.html',
  'realms.html',
  'arrivals.html',
]

eachBrowser(
  'without the extension',
  (stage) => {
    it('every page sees the original, so that “nothing seen” can fail', async () => {
      const pages = (await readdir(new URL('../pages', import.meta.url))).filter((name) => name.endsWith('.html'))
      expect(pages.sort()).toEqual([...Object.keys(WAYS), ...OTHERS].sort())
      if (stage.name === 'chromium')
        await (stage.browser as ChromiumBrowser).context.grantPermissions(['clipboard-read', 'clipboard-write'])
      for (const [page, give] of Object.entries(WAYS)) {
        const tab = await stage.open(page, `${stage.name}-${page}-same`)
        const frame = (await give(tab)) as Frame | undefined
        const seeing = frame ?? tab
        // What Chromium pastes is a drawing of its own.
        const drawn = page === 'paste.html' && stage.name === 'chromium'
        await until(`${page} to see the photo`, async () => {
          const { files, bytes } = await recordedBy(seeing)
          const read =
            page === 'hostile.html' || bytes.some(({ exif, length }) => drawn || (exif && length === WITH_PLACE_SIZE))
          return read && files.some(({ size, type }) => (drawn ? type === 'image/png' : size === WITH_PLACE_SIZE))
        })
        await tab.close()
      }
    })
  },
  { extension: false },
)

it.each(BROWSERS)(
  'without the guard, in $name, the hostile page takes its place and gets the photo',
  async ({ name, start }) => {
    const site = await startLocalSite()
    const build = await changedBuild(name, (manifest) => {
      manifest.content_scripts = manifest.content_scripts.filter(({ js }) => !js.includes('guard.js'))
    })
    const browser = await start({ extension: true, folder: build.folder })
    try {
      const tab = await browser.open(site.address('www.instagram.com', '/hostile.html'))
      await tab.give('#one', [WITH_PLACE])
      await until('the stolen photo', async () =>
        (await recordedBy(tab)).files.some(({ where, size }) => where === 'stolen port' && size === WITH_PLACE_SIZE),
      )
    } finally {
      await browser.close()
      await build.remove()
      await site.close()
    }
  },
)
