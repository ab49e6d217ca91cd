import { browser } from 'wxt/browser'
import { addedSites } from '../settings/settings'
import { SITES } from '../sites'
import { contentScriptMatches, coversHost, hostOf } from '../sites/match-pattern'

/** Every page that an extension can reach. */
export const EVERYWHERE = '*://*/*'

/**
 * Gives a permission back that the parent gave. Chromium takes all narrower ones with it, those of the manifest too, and gives them
 * again only after a question or a new start: there, one that reaches over another site of ours stays, unused.
 */
export async function giveBack(pattern: string): Promise<void> {
  if (import.meta.env.FIREFOX || !(await reachesOverOthers(pattern))) {
    await browser.permissions.remove({ origins: [pattern] })
  }
}

async function reachesOverOthers(pattern: string): Promise<boolean> {
  const others = [...contentScriptMatches(SITES), ...(await addedSites.getValue())].filter((other) => other !== pattern)
  return others.some((other) => pattern === EVERYWHERE || coversHost(pattern, hostOf(other)))
}
