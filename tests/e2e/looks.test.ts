import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Tab, until } from '../support/browsers'
import type { ChromiumTab } from '../support/browsers/chromium'
import { eachBrowser } from '../support/each-browser'
import type { LocalSite } from '../support/local-site/local-site'
import { differenceBetween, type Look, lookOf, readLook, writeLook } from '../support/looks'
import { serveStates } from '../support/states-site'

const UPDATES = process.env.UPDATE_LOOKS === '1'
const KEPT = 'tests/looks'

const COMPUTER = { width: 1280, height: 800 }
const PHONE = { width: 360, height: 740 }
const CORNER = { width: 420, height: 190 }

interface Shot {
  readonly page: string
  readonly state: string
  readonly sizes: readonly { readonly width: number; readonly height: number }[]
}

const SHOTS: readonly Shot[] = [
  { page: 'pause', state: 'single', sizes: [COMPUTER, PHONE] },
  { page: 'pause', state: 'many', sizes: [COMPUTER, PHONE] },
  { page: 'pause', state: 'account after cleaning', sizes: [COMPUTER, PHONE] },
  { page: 'pause', state: 'notice of an earlier answer', sizes: [CORNER] },
  { page: 'checker', state: 'done, with no videos', sizes: [COMPUTER] },
  { page: 'popup', state: 'watched', sizes: [PHONE] },
  { page: 'options', state: 'used', sizes: [COMPUTER] },
  { page: 'welcome', state: 'start', sizes: [COMPUTER] },
]

/** One font for all machines; no ring around what has the focus, which comes and goes with the window's own. */
const SAME_EVERYWHERE = `(async () => {
  const style = document.createElement('style')
  style.textContent = \`
    @font-face { font-family: 'Same'; font-weight: 400; src: url('/font-400.woff2') }
    @font-face { font-family: 'Same'; font-weight: 550 700; src: url('/font-700.woff2') }
    body { font-family: 'Same' !important }
    * { transition: none !important }
    :focus-visible { outline: none !important }\`
  document.head.append(style)
  await Promise.all([document.fonts.load('400 16px Same'), document.fonts.load('650 16px Same')])
})()`

let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pausephoto-looks-'))
})
afterAll(() => rm(folder, { recursive: true }))

/** Serves the pages of states, and one font for them. */
async function prepare(site: LocalSite): Promise<void> {
  await serveStates(site)
  for (const weight of [400, 700]) {
    const name = `node_modules/@fontsource/atkinson-hyperlegible/files/atkinson-hyperlegible-latin-${weight}-normal.woff2`
    site.serve(`/font-${weight}.woff2`, 'font/woff2', await readFile(name))
  }
}

eachBrowser(
  'looks as it did,',
  (stage) => {
    const open = async (page: string): Promise<Tab> => {
      const tab = await stage.browser.open(stage.site.address('states.test', `/states/index.html?page=${page}`))
      await until('the page', () => tab.evaluate<boolean>('!!globalThis.states'))
      await tab.evaluate(SAME_EVERYWHERE)
      return tab
    }
    const look = async (tab: Tab, state: string, size: Shot['sizes'][number]): Promise<Look> => {
      const path = join(folder, `${stage.name}.png`)
      // The window gets its size first: what comes into view decides what is drawn.
      await tab.screenshot(path, size)
      await tab.evaluate(`show(${JSON.stringify(state)}, 'en')`)
      await tab.screenshot(path, size)
      return lookOf(await readFile(path))
    }

    it.each(SHOTS)('$page, $state', async ({ page, state, sizes }) => {
      const tab = await open(page)
      const schemes =
        stage.name === 'chromium' && page === 'pause' ? (['light', 'dark'] as const) : (['light'] as const)
      for (const colorScheme of schemes) {
        if (stage.name === 'chromium') await (tab as ChromiumTab).page.emulateMedia({ colorScheme })
        for (const size of sizes) {
          const path = join(KEPT, stage.name, `${[page, ...state.split(/\W+/), colorScheme, size.width].join('-')}.png`)
          const now = await look(tab, state, size)
          if (UPDATES) await writeLook(path, now)
          const before = await readLook(path)
          expect.soft(before, `${path}; made with npm run test:visual -- --update`).not.toBeNull()
          if (before) expect.soft(differenceBetween(now, before), path).toBeNull()
        }
      }
      await tab.close()
    })

    it('would see a button that moved, one that is gone and one of another colour, and lets one pixel pass', async () => {
      const tab = await open('pause')
      const right = await look(tab, 'single', COMPUTER)
      const changed = async (change: string) => {
        await tab.evaluate(`show('single', 'en').then(() => { ${change} })`)
        await tab.screenshot(join(folder, `${stage.name}.png`), COMPUTER)
        return differenceBetween(await lookOf(await readFile(join(folder, `${stage.name}.png`))), right)
      }
      const button = `document.querySelector('[data-action="clean"]').style`
      expect(await changed('')).toBeNull()
      expect(await changed(`document.querySelector('.pause').style.translate = '0 1px'`)).toBeNull()
      expect(await changed(`${button}.translate = '0 8px'`)).toMatch(/pixels differ/)
      expect(await changed(`${button}.visibility = 'hidden'`)).toMatch(/pixels differ/)
      expect(await changed(`${button}.background = '#b00020'`)).toMatch(/pixels differ/)
      await tab.close()
    })
  },
  { extension: false, prepare },
)
