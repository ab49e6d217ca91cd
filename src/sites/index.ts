import { demo } from './demo'
import { LISTED } from './listed'
import { coversHost, plainHost } from './match-pattern'
import type { Site } from './site'

export { contentScriptMatches } from './match-pattern'

/** The places this build watches. The demo site is no part of a published package, not even as text. */
export const SITES: readonly Site[] = import.meta.env.MODE === 'demo' ? [...LISTED, demo] : LISTED

/** The listed place a host name belongs to; null for one that a parent added or that is not watched. */
export function siteOf(host: string): Site | null {
  const name = plainHost(host)
  return SITES.find((site) => site.matches.some((pattern) => coversHost(pattern, name))) ?? null
}

/** Says whether this is the id of a listed place, and not a host. */
export function isListed(id: string): boolean {
  return SITES.some((site) => site.id === id)
}

/** Returns what to call the site with this id: its name, or the host a parent added. */
export function nameOfSite(id: string): string {
  return SITES.find((site) => site.id === id)?.name ?? id
}

/** The name under which answers and counts for a host are stored: the place's id, or else the host itself without `www.`. */
export function siteIdOf(host: string): string {
  return siteOf(host)?.id ?? plainHost(host).replace(/^www\.(?=.+\.)/, '')
}
