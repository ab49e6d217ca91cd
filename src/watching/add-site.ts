import { browser } from 'wxt/browser'
import { addedSites } from '../settings/settings'
import { siteOf } from '../sites'
import { type Address, parseAddress } from './address'
import { markAdded } from './watched-since'

export type Addition =
  | { readonly outcome: 'added'; readonly address: Address }
  | { readonly outcome: 'not-an-address' | 'refused' }
  | { readonly outcome: 'already-watched'; readonly name: string }

/**
 * Adds a site after asking the browser's permission for it. Must be called in the parent's own click, before anything
 * is awaited. The wish is stored at once: Firefox closes a popup when it asks, and the background goes on from there.
 */
export async function addSite(typed: string, now: number): Promise<Addition> {
  const address = parseAddress(typed)
  if (!address) return { outcome: 'not-an-address' }
  const listed = siteOf(address.host)
  if (listed) return { outcome: 'already-watched', name: listed.name }
  const asked = allowSite([address.pattern])
  const before = await addedSites.getValue()
  if (!before.includes(address.pattern)) await addedSites.setValue([...before, address.pattern])
  await markAdded(address.pattern, now)
  if (await asked) return { outcome: 'added', address }
  await addedSites.setValue((await addedSites.getValue()).filter((pattern) => pattern !== address.pattern))
  return { outcome: 'refused' }
}

/** Asks the browser to let us work on these match patterns, in the parent's own click; true when it does now. */
export function allowSite(patterns: readonly string[]): Promise<boolean> {
  return browser.permissions.request({ origins: [...patterns] })
}

/** Forgets a site and gives its permission back. */
export async function removeSite(pattern: string): Promise<void> {
  await addedSites.setValue((await addedSites.getValue()).filter((other) => other !== pattern))
  await browser.permissions.remove({ origins: [pattern] })
}
