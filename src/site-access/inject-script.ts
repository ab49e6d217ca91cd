import { browser } from 'wxt/browser'

/** Puts a script of the package beside the guard of a frame; false where the browser does not let us. */
export async function injectScript(
  tabId: number,
  frame: number,
  script: '/host.js' | '/reviewed-access.js' | '/page-world.js',
): Promise<boolean> {
  try {
    await browser.scripting.executeScript({ target: { tabId, frameIds: [frame] }, files: [script] })
    return true
  } catch {
    return false
  }
}
