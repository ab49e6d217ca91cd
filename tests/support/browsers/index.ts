import { startChromium as startOwnChromium } from './chromium'
import { startFirefox as startOwnFirefox } from './firefox'
import { shared } from './shared'
import type { Browser, BrowserOptions } from './tab'

export interface BrowserKind {
  readonly name: Browser['name']
  start(options: BrowserOptions): Promise<Browser>
}

export const startChromium = shared(startOwnChromium)
export const startFirefox = shared(startOwnFirefox)

const ALL: readonly BrowserKind[] = [
  { name: 'chromium', start: startChromium },
  { name: 'firefox', start: startFirefox },
]

/** Both browsers, for `describe.each(BROWSERS)`; PAUSEPHOTO_BROWSER=chromium leaves one while working on a test. */
export const BROWSERS = ALL.filter(({ name }) => (process.env.PAUSEPHOTO_BROWSER ?? name) === name)

export type { ChromiumBrowser, ChromiumTab } from './chromium'
export type { FirefoxBrowser, FirefoxTab } from './firefox'
export * from './tab'
