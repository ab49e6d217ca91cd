import { browser } from 'wxt/browser'
import { fileFrom } from './file-from'
import type { PagePicture } from './picture'

/** Longer ones do not fit into one answer of a page's script (64 MiB of base64 in Chromium). */
const MAX_PICTURE_BYTES = 40 * 1024 * 1024

/**
 * The picture's own bytes, without a request: `data:` and `blob:` addresses, and pictures of the page's own origin that
 * lie in the browser's cache. Null when they are nowhere there, or when the browser does not let us into that frame.
 */
export async function readInPage({ tab, frame, address }: PagePicture): Promise<File | null> {
  const [answer] = await browser.scripting
    .executeScript({
      target: { tabId: tab, frameIds: [frame] },
      args: [address, MAX_PICTURE_BYTES],
      func: bytesInReach,
    })
    // Refused in frames of other origins, on the browser's own pages, and once the page was left.
    .catch(() => [])
  const said: unknown = answer?.result
  return typeof said === 'string' ? fileFrom(said, address) : null
}

/**
 * Runs in the page's isolated world, by itself: it may use nothing from around it. Answers a `data:` address, or null.
 *
 * `only-if-cached` answers from the browser's store or fails, it never goes to the network (Fetch, 4.5, step 23 of
 * “HTTP-network-or-cache fetch”). The page's service worker could, so a page that has one is not asked.
 */
async function bytesInReach(address: string, largest: number): Promise<string | null> {
  if (/^https?:/.test(address) && navigator.serviceWorker?.controller) return null
  try {
    const answer = await fetch(address, { cache: 'only-if-cached', mode: 'same-origin' })
    const bytes = await answer.blob()
    if (!answer.ok || bytes.size === 0 || bytes.size > largest) return null
    return await new Promise((resolve, reject) => {
      const reader = new FileReader()
      reader.onload = () => resolve(typeof reader.result === 'string' ? reader.result : null)
      reader.onerror = () => reject(reader.error)
      reader.readAsDataURL(bytes)
    })
  } catch {
    // Not in the cache, of another origin, or a blob: that was taken back.
    return null
  }
}
