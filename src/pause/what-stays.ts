import type { WordKey } from '../words/words'
import type { Summary } from './summary'

/** Returns the sentence on what is still to be seen in pictures that went on: as they were, drawn anew, or partly hidden. */
export function whatStays({ hidden, redrawn }: Pick<Summary, 'hidden' | 'redrawn'>): WordKey {
  if (hidden > 0) return 'hide.limits'
  return redrawn > 0 ? 'pause.stays.seen' : 'pause.stays'
}
