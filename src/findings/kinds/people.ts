import { type Clue, ofType, sourcesOf } from '../clue'
import { comparisonKey, displayText, distinct } from '../decode/display-text'
import type { Finding } from '../finding'
import { isBoilerplate, repeatsCamera } from './boilerplate'

/** In the order in which they tell most of a child. */
const ROLES = ['face', 'shown', 'owner', 'author'] as const

/** One finding per role; a name that was given in a more telling role is not repeated in a lesser one. */
export function people(clues: readonly Clue[]): Finding[] {
  const told = new Set<string>()
  const isCamera = repeatsCamera(clues)
  return ROLES.flatMap((role): Finding[] => {
    const from = ofType(clues, 'person').filter(
      (clue) =>
        clue.role === role && !isBoilerplate(displayText(clue.text), 'person') && !isCamera(displayText(clue.text)),
    )
    const names = distinct(from.map(({ text }) => displayText(text)))
    const fresh = names.filter((name) => !told.has(comparisonKey(name)))
    for (const name of fresh) told.add(comparisonKey(name))
    return fresh.length === 0 ? [] : [{ kind: 'people', severity: 'high', source: sourcesOf(from), names: fresh, role }]
  })
}
