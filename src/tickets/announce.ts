import { browser } from 'wxt/browser'
import type { Expectation } from '../bridge/top-frame'

/** Tells the guard of the tab's top frame that one of its frames will ask it, with this ticket, to show the dialog. */
export async function announceTicket(tab: number, ticket: string): Promise<boolean> {
  const expectation: Expectation = { expect: ticket }
  try {
    return (await browser.tabs.sendMessage(tab, expectation, { frameId: 0 })) === true
  } catch {
    // No guard there: the page around the frame is none that we watch.
    return false
  }
}
