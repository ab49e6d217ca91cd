import { parseRecipe, type Recipe } from './recipe'

/** What becomes of one held file. `original` is the very same File, which never leaves the page's world. */
export type FileDecision =
  | { readonly as: 'original' }
  /** A copy without what goes, put together by the guard, which has the original in the page's own process. */
  | { readonly as: 'cleaned'; readonly recipe: Recipe }
  /** A new picture, drawn by us. */
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

/**
 * Returns a verdict for exactly these held files, in their order, made anew from what was checked; null when the value is
 * anything else.
 */
export function parseVerdict(value: unknown, originals: readonly Blob[]): Verdict | null {
  if (!isRecord(value)) return null
  const { outcome, decisions } = value
  if (outcome === 'cancel') return { outcome }
  if (outcome !== 'release' || !Array.isArray(decisions) || decisions.length !== originals.length) return null
  const parsed: FileDecision[] = []
  for (const [index, original] of originals.entries()) {
    const decision = parseFileDecision(decisions[index], original)
    if (!decision) return null
    parsed.push(decision)
  }
  return { outcome, decisions: parsed }
}

function parseFileDecision(value: unknown, original: Blob): FileDecision | null {
  if (!isRecord(value)) return null
  const { as, file } = value
  if (as === 'original' || as === 'omitted') return { as }
  if (as === 'replaced') return file instanceof File ? { as, file } : null
  const recipe = as === 'cleaned' && parseRecipe(value.recipe, original)
  return recipe ? { as: 'cleaned', recipe } : null
}

export function areFiles(value: unknown): value is readonly File[] {
  return Array.isArray(value) && value.every((file) => file instanceof File)
}

export const isWay = (value: unknown): value is Way => WAYS.includes(value as Way)

export function isRecord(value: unknown): value is Record<string | number, unknown> {
  return typeof value === 'object' && value !== null
}
