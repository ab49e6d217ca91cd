import type { Reading } from './audience'

/** What a parent decided for one file, as far as it can be done again; giving up or leaving out is no answer. */
export const REPEATABLE = ['clean', 'redraw', 'as-is'] as const
export type Repeatable = (typeof REPEATABLE)[number]

export interface FileAnswer {
  readonly choice: Repeatable
  /** What the page said at the time about who would see it. */
  readonly reading: Reading
}

/**
 * Does an earlier answer hold for the same file? Taking things out always does. A file that went as it was is asked
 * about again once the page says that everyone will see it, and did not say so then.
 */
export function holds({ choice, reading }: FileAnswer, readingNow: Reading): boolean {
  return choice !== 'as-is' || readingNow !== 'public' || reading === 'public'
}
