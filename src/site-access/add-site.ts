import { browser } from 'wxt/browser'
import { addedSites } from '../settings/settings'
import { siteOf } from '../sites'
import { type Address, parseAddress, parsePattern } from '../sites/address'
import { giveBack } from './give-back'
import { markAdded } from './watched-since'

export type Addition =
  | { readonly outcome: 'added'; readonly address: Address }
  | { readonly outcome: 'not-an-address' | 'refused' }
  | { readonly outcome: 'already-watched'; readonly name: string }

/**
 * Adds a site after asking the browser's permission for it. Must be called in the parent's own click, before anything
 * is awaited. Firefox closes a popup when it asks; the background then keeps what was granted (`keepGranted`).
 */
export async function addSite(typed: string, now: number): Promise<Addition> {
  const address = parseAddress(typed)
  if (!address) return { outcome: 'not-an-address' }
  const listed = siteOf(address.host)
  if (listed) return { outcome: 'already-watched', name: listed.name }
  const asked = allowSite([address.pattern])
  if (!(await asked)) return { outcome: 'refused' }
  await keepGranted([address.pattern], now)
  return { outcome: 'added', address }
}

/** Adds the sites among granted match patterns that `addSite` asks for; others, such as listed sites, are left alone. */
export async function keepGranted(patterns: readonly string[], now: number): Promise<void> {
  const granted = patterns.filter(isAddable)
  for (const pattern of granted) await markAdded(pattern, now)
  if (granted.length > 0) await addedSites.update((before) => [...new Set([...before, ...granted])])
}

function isAddable(pattern: string): boolean {
  const address = parsePattern(pattern)
  return address !== null && siteOf(address.host) === null
}

/** Asks the browser to let us work on these match patterns, in the parent's own click; true when it does now. */
export function allowSite(patterns: readonly string[]): Promise<boolean> {
  return browser.permissions.request({ origins: [...patterns] })
}

/** Forgets a site and gives its permission back. */
export async function removeSite(pattern: string): Promise<void> {
  await addedSites.update((before) => before.filter((other) => other !== pattern))
  await giveBack(pattern)
}
