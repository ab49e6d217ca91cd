import { type Clue, saying, sourcesOf } from '../clue'
import { distinct, likeness, MOST, plain } from '../decode/display-text'
import type { Finding } from '../finding'
import { isSignature, saysNothing } from './boilerplate'

/** One finding per text, whatever the number of blocks that repeat it; keywords are one list. */
export function words(clues: readonly Clue[]): Finding[] {
  const read = saying(clues, 'words').flatMap((clue) => {
    const text = plain(clue.text)
    return saysNothing(text) || isSignature(text) ? [] : [{ clue, text }]
  })
  const keywords = read.filter(({ clue }) => clue.role === 'keywords')
  const list = distinct(keywords.flatMap(({ text }) => text.split(/[;,\n]/).map((word) => word.trim())))
  const others = new Map<string, typeof read>()
  for (const said of read) {
    if (said.clue.role === 'keywords') continue
    const key = likeness(said.text)
    const same = others.get(key)
    if (same) same.push(said)
    else if (others.size < MOST) others.set(key, [said])
  }
  const findings = [...others.values()].flatMap((same): Finding[] => {
    const [first] = same
    if (!first) return []
    return [
      {
        kind: 'words',
        severity: 'medium',
        source: sourcesOf(same.map(({ clue }) => clue)),
        text: first.text,
        role: first.clue.role,
      },
    ]
  })
  if (list.length === 0) return findings
  const source = sourcesOf(keywords.map(({ clue }) => clue))
  return [...findings, { kind: 'words', severity: 'medium', source, text: plain(list.join(', ')), role: 'keywords' }]
}
