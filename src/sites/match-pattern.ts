import type { Site } from './site'

const PATTERN = /^(?<scheme>\*|https?):\/\/(?<any>\*\.)?(?<host>[^/*:]+)\/\*$/

/** The match patterns of these places, each once, for the manifest. */
export function contentScriptMatches(sites: readonly Site[]): string[] {
  return [...new Set(sites.flatMap((site) => site.matches))]
}

/**
 * Does a match pattern cover this host name? Schemes and paths play no part: a site's patterns all end in `/*`.
 * Throws for a pattern of any other shape, because a pattern that silently matches nothing leaves a site unwatched.
 */
export function coversHost(pattern: string, host: string): boolean {
  const parts = PATTERN.exec(pattern)?.groups
  if (!parts?.host) throw new Error(`Not a match pattern of ours: ${pattern}`)
  return host === parts.host || (parts.any !== undefined && host.endsWith(`.${parts.host}`))
}

/** Returns the host of a match pattern of ours, without what stands for names before it. */
export function hostOf(pattern: string): string {
  const host = PATTERN.exec(pattern)?.groups?.host
  if (!host) throw new Error(`Not a match pattern of ours: ${pattern}`)
  return host
}

/** Host name as browsers compare it: lower case, no port, no trailing dot. */
export function plainHost(host: string): string {
  return host.toLowerCase().replace(/:\d+$/, '').replace(/\.$/, '')
}
