import { browser } from 'wxt/browser'

/** The person's own style sheet: what is important there, no page can overrule (CSS Cascade 5 §6.4). */
const CSS = ':root { filter: none !important }'

/**
 * Takes a frame's filter off its whole document, or lets it be again; false where the browser does not let us. Firefox draws
 * what lies in front of everything through that filter too, our dialog among it.
 */
export async function setUnfiltered(tabId: number, frame: number, unfiltered: boolean): Promise<boolean> {
  const injection = { target: { tabId, frameIds: [frame] }, css: CSS, origin: 'USER' as const }
  try {
    await (unfiltered ? browser.scripting.insertCSS(injection) : browser.scripting.removeCSS(injection))
    return true
  } catch {
    return false
  }
}
