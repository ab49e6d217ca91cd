/**
 * What a page itself says about who sees what is posted there. `public` and `limited` only when an unambiguous marker
 * for this account or this post was read; the absence of a marker says nothing.
 */
export const READINGS = ['public', 'limited', 'cannot-tell'] as const
export type Reading = (typeof READINGS)[number]

/** Reads a page, given its path. Pure: asks nobody, changes nothing, keeps nothing. */
export type Reader = (document: Document, path: string) => Reading

/** The one reading on which all agree; of none, or of several that differ, nothing can be told. */
export function agreeing(readings: readonly Reading[]): Reading {
  const [first, ...others] = readings
  return first !== undefined && others.every((other) => other === first) ? first : 'cannot-tell'
}
