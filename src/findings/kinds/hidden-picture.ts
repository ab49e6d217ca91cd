import { type Clue, saying } from '../clue'
import { MOST } from '../decode/display-text'
import type { Finding } from '../finding'

/** Every picture beside the one on show is a finding of its own, because each may show something else. */
export function hiddenPicture(clues: readonly Clue[]): Finding[] {
  return saying(clues, 'picture')
    .slice(0, MOST)
    .map(({ role, picture, source }) => ({
      kind: 'hidden-picture',
      severity: 'medium',
      source,
      role,
      ...(picture && { picture }),
    }))
}
