import { afterAll, beforeAll } from 'vitest'
import { type ChromiumBrowser, type ChromiumTab, startChromium, until } from './browsers'
import { type LocalSite, startLocalSite } from './local-site/local-site'
import { serveStates } from './states-site'

interface Sight {
  readonly width: number
  readonly height: number
  readonly colorScheme?: 'light' | 'dark'
}

export interface StatesTab {
  readonly tab: ChromiumTab
  /** The names of the page's states, for `show(state, language)` in the tab. */
  readonly states: readonly string[]
}

/** Builds and serves the pages of tests/states for the tests of a file; nothing in them moves. @returns what opens one. */
export function statesInChromium(): (page: string, sight: Sight) => Promise<StatesTab> {
  let site: LocalSite
  let browser: ChromiumBrowser
  beforeAll(async () => {
    site = await startLocalSite()
    await serveStates(site)
    browser = await startChromium({ extension: false })
  })
  afterAll(async () => {
    await browser?.close()
    await site?.close()
  })
  return async (page, { width, height, colorScheme = 'light' }) => {
    const tab = await browser.open()
    await tab.page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await tab.page.setViewportSize({ width, height })
    await tab.go(site.address('states.test', `/states/index.html?page=${page}`))
    const states = await until('the page', () => tab.evaluate<string[] | undefined>('globalThis.states'))
    return { tab, states }
  }
}
