import { browser } from 'wxt/browser'
import { everywhere } from '../settings/settings'
import { allowSite } from './add-site'
import { markAdded } from './watched-since'

/** Every page that an extension can reach. */
export const EVERYWHERE = '*://*/*'

/**
 * Checks photos on every site from now on, after the browser's own question. Must be called in the parent's own click, before
 * anything is awaited; false when the browser does not let us.
 */
export async function checkEverywhere(now: number): Promise<boolean> {
  const asked = allowSite([EVERYWHERE])
  if (!(await asked)) return false
  await keepEverywhere(now)
  return true
}

/** Remembers that the parent allowed every site. Firefox closes a popup when it asks; then the background calls this. */
export async function keepEverywhere(now: number): Promise<void> {
  await markAdded(EVERYWHERE, now)
  await everywhere.update(() => 'on')
}

/** Goes back to the sites on the list and those that were added, and gives the permission for all others back. */
export async function checkKnownSites(): Promise<void> {
  await everywhere.update(() => 'off')
  await browser.permissions.remove({ origins: [EVERYWHERE] })
}

/** Says whether the parent wants photos checked on every site, and the browser lets us. */
export async function isEverywhere(): Promise<boolean> {
  return (await everywhere.getValue()) === 'on' && browser.permissions.contains({ origins: [EVERYWHERE] })
}
