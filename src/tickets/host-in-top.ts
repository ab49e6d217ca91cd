import { browser } from 'wxt/browser'
import type { Invitation } from '../bridge/background'
import { hostInTopFrame } from '../bridge/top-frame'
import type { Sender } from './sender'
import { issueTicket } from './tickets'

/**
 * Has the guard of the tab's top frame host the pause page for a frame, and says where they meet; null where no guard of ours
 * is, because the page around the frame is none that we watch, or where it cannot.
 */
export async function hostInTop(
  { tab, host, origin }: Sender,
  page: string,
  path: readonly number[],
  hasScripts: boolean,
  now: number,
): Promise<Invitation | null> {
  const route = origin !== null && hasScripts ? ({ at: 'relay' } as const) : ({ at: 'window', path } as const)
  // No index leads into a shadow root.
  if (route.at === 'window' && path.includes(-1)) return null
  const ticket = await issueTicket({ tab, host, page, route }, now)
  const target = { tabId: tab, frameIds: [0] }
  try {
    await browser.scripting.executeScript({ target, files: ['/host.js'] })
    const [answer] = await browser.scripting.executeScript({
      target,
      func: hostInTopFrame,
      args: [ticket],
    })
    return answer?.result === true ? { ticket, at: route.at } : null
  } catch {
    return null
  }
}
