/** What becomes of one held file. `original` is the very same File, which never leaves the page's world. */
export type Fate =
  | { readonly as: 'original' }
  | { readonly as: 'replaced'; readonly file: File }
  /** The parent left this one out. */
  | { readonly as: 'omitted' }

/** The parent's answer for one choice of files: `fates` has one entry per held file, in order. */
export type Verdict = { readonly outcome: 'release'; readonly fates: readonly Fate[] } | { readonly outcome: 'cancel' }

/** How the files came in. */
export const WAYS = ['input', 'drop', 'paste', 'picker'] as const
export type Way = (typeof WAYS)[number]

const FileClass = File

/**
 * A verdict for exactly `count` files, or null when the value is anything else. Also runs in the page's world, so it
 * calls no method and makes no array there: the page may have replaced Array's prototype to answer in the parent's place.
 */
export function parseVerdict(value: unknown, count: number): Verdict | null {
  if (!isRecord(value)) return null
  if (value.outcome === 'cancel') return value as Verdict
  const { fates } = value
  if (value.outcome !== 'release' || !isRecord(fates) || fates.length !== count) return null
  for (let index = 0; index < count; index++) if (!isFate(fates[index])) return null
  return value as unknown as Verdict
}

function isFate(value: unknown): value is Fate {
  if (!isRecord(value)) return false
  return value.as === 'original' || value.as === 'omitted' || (value.as === 'replaced' && isFile(value.file))
}

/** The files of a choice, or null. @see parseVerdict for why there is no `every` here. */
export function areFiles(value: unknown): value is readonly File[] {
  if (!isRecord(value) || typeof value.length !== 'number') return false
  for (let index = 0; index < value.length; index++) if (!isFile(value[index])) return false
  return true
}

export function isWay(value: unknown): value is Way {
  for (let index = 0; index < WAYS.length; index++) if (WAYS[index] === value) return true
  return false
}

export function isRecord(value: unknown): value is Record<string | number, unknown> {
  return typeof value === 'object' && value !== null
}

function isFile(value: unknown): value is File {
  return value instanceof FileClass
}
