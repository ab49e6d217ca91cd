import type { Browser, ChromiumBrowser, FirefoxBrowser } from '../support/browsers'
import type { Answered, Wanted } from './answerer'
import { openChromiumTabs } from './chromium-driver'
import { openFirefoxTabs } from './firefox-driver'

/** Milliseconds for a page to load on a machine that has much else to do. */
export const NAVIGATION_LIMIT_MS = 180_000

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
  /** Resolves when the next of them has its file. */
  filled(): Promise<void>
  /** Lets scripts of all windows that the tab opened do what takes a visitor's doing; Firefox's are not tried. */
  activate(): Promise<void>
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

/** Tabs for an attack; what is heard for them in the browser ends with them. */
export interface Tabs {
  readonly drivers: readonly Driver[]
  close(): Promise<void>
}

/** Opens as many tabs, all of them in sight: a browser slows down those that are not. */
export async function openTabs(browser: Browser, count: number): Promise<Tabs> {
  return browser.name === 'chromium'
    ? openChromiumTabs(browser as ChromiumBrowser, count)
    : openFirefoxTabs(browser as FirefoxBrowser, count)
}
