import { startChromium } from './chromium'
import { startFirefox } from './firefox'
import type { Browser, BrowserOptions } from './tab'

export interface BrowserKind {
  readonly name: Browser['name']
  start(options: BrowserOptions): Promise<Browser>
}

const ALL: readonly BrowserKind[] = [
  { name: 'chromium', start: startChromium },
  { name: 'firefox', start: startFirefox },
]

/** Both browsers, for `describe.each(BROWSERS)`; PAUSEPHOTO_BROWSER=chromium leaves one while working on a test. */
export const BROWSERS = ALL.filter(({ name }) => (process.env.PAUSEPHOTO_BROWSER ?? name) === name)

export { type ChromiumBrowser, type ChromiumTab, startChromium, withChromium } from './chromium'
export { type FirefoxBrowser, type FirefoxTab, startFirefox, withFirefox } from './firefox'
export * from './tab'
