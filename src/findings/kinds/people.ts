import { type Clue, saying, sourcesOf } from '../clue'
import { distinct, likeness, plain } from '../decode/display-text'
import type { Finding } from '../finding'
import { saysNothing } from './boilerplate'

/** In the order in which they tell most of a child. */
const ROLES = ['face', 'shown', 'owner', 'author'] as const

/** One finding per role; a name that was given in a more telling role is not repeated in a lesser one. */
export function people(clues: readonly Clue[]): Finding[] {
  const told = new Set<string>()
  return ROLES.flatMap((role): Finding[] => {
    const from = saying(clues, 'person').filter((clue) => clue.role === role && !saysNothing(plain(clue.text)))
    const names = distinct(from.map(({ text }) => plain(text)))
    const fresh = names.filter((name) => !told.has(likeness(name)))
    for (const name of fresh) told.add(likeness(name))
    return fresh.length === 0 ? [] : [{ kind: 'people', severity: 'high', source: sourcesOf(from), names: fresh, role }]
  })
}
