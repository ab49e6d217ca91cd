import { browser } from 'wxt/browser'
import { addedSites, sitesOff } from '../settings/settings'
import { siteIdOf, siteOf } from '../sites'
import { type Address, parseAddress, parsePattern } from '../sites/address'
import { coversHost } from '../sites/match-pattern'
import type { Site } from '../sites/site'
import { isEverywhere } from './everywhere'
import { EVERYWHERE } from './give-back'
import { needsReload } from './watched-since'

/** Is the page in a tab watched, and why. */
export type PageState =
  /** `allowed`: the browser lets us; parents and schools can take a permission back. */
  | {
      readonly kind: 'listed'
      readonly site: Site
      readonly allowed: boolean
      readonly reload: boolean
      /** The parent switched it off. */
      readonly off: boolean
    }
  | {
      /** `everywhere`: on no list, and checked because every site is. */
      readonly kind: 'added' | 'everywhere'
      readonly address: Address
      readonly allowed: boolean
      readonly reload: boolean
      readonly off: boolean
    }
  | { readonly kind: 'addable'; readonly address: Address }
  /** The browser's own pages, files and stores: no extension reaches them. */
  | { readonly kind: 'out-of-reach' }

/** `url` is undefined where the browser does not tell it; `loaded` in epoch milliseconds, null when unknown. */
export async function pageState(url: string | undefined, loaded: number | null): Promise<PageState> {
  const page = URL.parse(url ?? '')
  if (!page || !/^https?:$/.test(page.protocol)) return { kind: 'out-of-reach' }
  const allowed = await browser.permissions.contains({ origins: [`${page.protocol}//${page.hostname}/*`] })
  const site = siteOf(page.hostname)
  const off = (await sitesOff.getValue()).includes(siteIdOf(page.hostname))
  if (site) return { kind: 'listed', site, allowed, reload: await isTooOld(loaded, null), off }
  const pattern = (await addedSites.getValue()).find((added) => coversHost(added, page.hostname))
  const added = pattern === undefined ? null : parsePattern(pattern)
  if (added) return { kind: 'added', address: added, allowed, reload: await isTooOld(loaded, added.pattern), off }
  const address = parseAddress(page.href)
  if (!address) return { kind: 'out-of-reach' }
  if (!(await isEverywhere())) return { kind: 'addable', address }
  return { kind: 'everywhere', address, allowed, reload: await isTooOld(loaded, EVERYWHERE), off }
}

async function isTooOld(loaded: number | null, pattern: string | null): Promise<boolean> {
  return loaded !== null && (await needsReload(loaded, pattern))
}
