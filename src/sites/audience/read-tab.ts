import { browser } from 'wxt/browser'
import { READINGS } from '../../bridge/audience'
import type { Audience } from '../../bridge/background'
import { isRecord } from '../../bridge/record'

/**
 * Asks the page in a tab what it says about who sees a post on this place. The script that reads is put into the top
 * frame only now, and what it says is not kept. A page of another place, or none that can be read, tells nothing.
 */
export async function readTab(tabId: number, siteId: string): Promise<Audience> {
  const [answer] = await browser.scripting
    .executeScript({ target: { tabId, frameIds: [0] }, files: ['/audience.js'] })
    // Refused where the parent took the permission back.
    .catch(() => [])
  const said: unknown = answer?.result
  const isHere = isRecord(said) && said.siteId === siteId
  return {
    reading: (isHere && READINGS.find((reading) => reading === said.reading)) || 'cannot-tell',
    isMastodon: isHere && said.isMastodon === true,
  }
}
