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

/** A verdict for exactly `count` files, or null when the value is anything else. */
export function parseVerdict(value: unknown, count: number): Verdict | null {
  if (!isRecord(value)) return null
  if (value.outcome === 'cancel') return { outcome: 'cancel' }
  if (value.outcome !== 'release' || !Array.isArray(value.fates) || value.fates.length !== count) return null
  const fates: Fate[] = []
  for (const fate of value.fates) {
    if (!isRecord(fate)) return null
    if (fate.as === 'original' || fate.as === 'omitted') fates.push({ as: fate.as })
    else if (fate.as === 'replaced' && fate.file instanceof File) fates.push({ as: 'replaced', file: fate.file })
    else return null
  }
  return { outcome: 'release', fates }
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
