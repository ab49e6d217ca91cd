import { type Clue, ofType } from '../clue'
import { MAX_TEXTS } from '../decode/display-text'
import type { Finding } from '../finding'

/** Every picture beside the one on show is a finding of its own, because each may show something else. */
export function hiddenPicture(clues: readonly Clue[]): Finding[] {
  return ofType(clues, 'picture')
    .slice(0, MAX_TEXTS)
    .map(({ role, picture, source }) => ({
      kind: 'hidden-picture',
      severity: 'medium',
      source,
      role,
      ...(picture && { picture }),
    }))
}
