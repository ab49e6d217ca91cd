import { browser } from 'wxt/browser'
import { everywhere } from '../settings/settings'
import { allowSite } from './add-site'
import { EVERYWHERE, giveBack } from './give-back'
import { markAdded } from './watched-since'

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

/** Goes back to the sites on the list and those that were added, and gives the permission for all others back where that is all it does. */
export async function checkKnownSites(): Promise<void> {
  await everywhere.update(() => 'off')
  await giveBack(EVERYWHERE)
}

/** Says whether the parent wants photos checked on every site, and the browser lets us. */
export async function isEverywhere(): Promise<boolean> {
  return (await everywhere.getValue()) === 'on' && browser.permissions.contains({ origins: [EVERYWHERE] })
}
