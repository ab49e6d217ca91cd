import type { Browser, ChromiumBrowser, FirefoxBrowser } from '../support/browsers'
import type { Answered, Wanted } from './answerer'
import { chromiumDrivers } from './chromium-driver'
import { firefoxDrivers } from './firefox-driver'

export interface Point {
  readonly x: number
  readonly y: number
}

/** One tab in which combinations are tried, and the hands of its visitor. */
export interface Driver {
  readonly name: Browser['name']
  go(address: string): Promise<void>
  evaluate<T>(expression: string): Promise<T>
  /** Whatever picker opens from now on, in this tab or in a window that it opened, is given this file. */
  pick(file: string): void
  /** How many pickers opened since. */
  picked(): number
  click(at: Point): Promise<void>
  drop(at: Point, file: string): Promise<void>
  /** Types the key into what `focus` gives the focus to. */
  press(key: string, focus: () => Promise<unknown>): Promise<void>
  paste(file: string, focus: () => Promise<unknown>): Promise<void>
  /** Gives this answer in every pause page of the tab from now on; resolves with the first that was given, null once another is wanted. */
  answer(wanted: Wanted): Promise<Answered | null>
  /** The answer is not waited for any more. */
  rest(): void
  /** How many confirm() boxes came up; each was declined. */
  confirms(): number
  /** Resolves when the next one comes up. */
  confirmed(): Promise<void>
}

/** Opens as many tabs, all of them in sight: a browser slows down those that are not. */
export async function driversFor(browser: Browser, count: number): Promise<readonly Driver[]> {
  return browser.name === 'chromium'
    ? chromiumDrivers(browser as ChromiumBrowser, count)
    : firefoxDrivers(browser as FirefoxBrowser, count)
}
