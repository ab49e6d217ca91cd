/** What becomes of one held file. `original` is the very same File, which never leaves the page's world. */
export type FileDecision =
  | { readonly as: 'original' }
  | { readonly as: 'replaced'; readonly file: File }
  /** The parent left this one out. */
  | { readonly as: 'omitted' }

/** The parent's answer for one choice of files: `decisions` has one entry per held file, in order. */
export type Verdict =
  | { readonly outcome: 'release'; readonly decisions: readonly FileDecision[] }
  | { readonly outcome: 'cancel' }

/** How the files came in. */
export const WAYS = ['input', 'drop', 'paste', 'picker'] as const
export type Way = (typeof WAYS)[number]

/** A verdict for exactly `count` files, or null when the value is anything else. */
export function parseVerdict(value: unknown, count: number): Verdict | null {
  if (!isRecord(value)) return null
  const { outcome, decisions } = value
  const sound =
    outcome === 'cancel' ||
    (outcome === 'release' && Array.isArray(decisions) && decisions.length === count && decisions.every(isFileDecision))
  return sound ? (value as Verdict) : null
}

function isFileDecision(value: unknown): value is FileDecision {
  if (!isRecord(value)) return false
  return value.as === 'original' || value.as === 'omitted' || (value.as === 'replaced' && value.file instanceof File)
}

export function areFiles(value: unknown): value is readonly File[] {
  return Array.isArray(value) && value.every((file) => file instanceof File)
}

export const isWay = (value: unknown): value is Way => WAYS.includes(value as Way)

export function isRecord(value: unknown): value is Record<string | number, unknown> {
  return typeof value === 'object' && value !== null
}
