import { parseNames } from '../src/settings/parse'
import { defineSetting } from '../src/settings/setting'
import type { Site } from '../src/sites/site'

/** Ids of the sites that were chosen last, the newest first: remembered on this phone only. */
export const recentSites = defineSetting<string[]>('recentSites', [], parseNames)

const MAX_RECENT_SITES = 5

/** Returns the list with this id in front, once, and no more than MAX_RECENT_SITES ids. */
export function withNewest(ids: readonly string[], id: string): string[] {
  return [id, ...ids.filter((other) => other !== id)].slice(0, MAX_RECENT_SITES)
}

/**
 * Returns the sites whose name contains what was typed, without regard to case and accents; those chosen last come first,
 * then the rest in the order given.
 */
export function findSites<S extends Pick<Site, 'id' | 'name'>>(
  sites: readonly S[],
  typed: string,
  recent: readonly string[],
): S[] {
  const wanted = bare(typed)
  const rank = ({ id }: S) => (recent.includes(id) ? recent.indexOf(id) : recent.length)
  return sites.filter(({ name }) => bare(name).includes(wanted)).sort((a, b) => rank(a) - rank(b))
}

function bare(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim()
}
