import { browser } from 'wxt/browser'

export interface CurrentTab {
  readonly id: number
  readonly url: string | undefined
  /** When its page began to load: epoch milliseconds, null when the browser does not let us ask. */
  readonly loaded: number | null
}

/** The tab in front of the parent, which opening the popup lets us look at (activeTab). */
export async function currentTab(): Promise<CurrentTab | null> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true })
  return tab?.id === undefined ? null : { id: tab.id, url: tab.url, loaded: await loadedAt(tab.id) }
}

async function loadedAt(tabId: number): Promise<number | null> {
  const [result] = await browser.scripting
    .executeScript({ target: { tabId }, func: () => performance.timeOrigin })
    // Refused on the browser's own pages, in stores, and where the permission was taken back.
    .catch(() => [])
  return typeof result?.result === 'number' ? result.result : null
}
