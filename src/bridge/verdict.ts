import { parseRecipe, type Recipe } from './recipe'
import { listOf, recordOf } from './record'

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
const WAYS = ['input', 'drop', 'paste', 'picker'] as const
export type Way = (typeof WAYS)[number]

/**
 * Returns a verdict for exactly these held files, in their order, made anew from what was checked; null when the value is
 * anything else.
 */
export function parseVerdict(value: unknown, originals: readonly Blob[]): Verdict | null {
  const verdict = recordOf(value)
  if (verdict?.outcome === 'cancel') return { outcome: 'cancel' }
  if (verdict?.outcome !== 'release') return null
  const decisions = listOf(verdict.decisions, (decision, at) => parseFileDecision(decision, originals[at]))
  return decisions?.length === originals.length ? { outcome: 'release', decisions } : null
}

function parseFileDecision(value: unknown, original: Blob | undefined): FileDecision | null {
  const decision = recordOf(value)
  if (!decision || !original) return null
  const { as, file } = decision
  if (as === 'original' || as === 'omitted') return { as }
  if (as === 'replaced') return file instanceof File ? { as, file } : null
  const recipe = as === 'cleaned' && parseRecipe(decision.recipe, original)
  return recipe ? { as: 'cleaned', recipe } : null
}

/** Returns the files, or null when the value is no array of files only. */
export const parseFiles = (value: unknown): readonly File[] | null =>
  listOf(value, (file) => (file instanceof File ? file : null))

/** Says whether the value is one of the ways in. */
export const isWay = (value: unknown): value is Way => WAYS.includes(value as Way)
