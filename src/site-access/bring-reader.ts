import { browser } from 'wxt/browser'

/** Puts the reader beside the guard of a frame; false where the browser does not let us. */
export async function bringReader(tabId: number, frame: number): Promise<boolean> {
  try {
    await browser.scripting.executeScript({ target: { tabId, frameIds: [frame] }, files: ['/reader.js'] })
    return true
  } catch {
    return false
  }
}
