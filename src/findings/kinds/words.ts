import { type Clue, ofType, sourcesOf } from '../clue'
import { comparisonKey, displayText, distinct, MAX_TEXTS } from '../decode/display-text'
import type { Finding } from '../finding'
import { isBoilerplate, isSignature, repeatsCamera } from './boilerplate'

/** One finding per text, whatever the number of blocks that repeat it; keywords are one list. */
export function words(clues: readonly Clue[]): Finding[] {
  const isCamera = repeatsCamera(clues)
  const read = ofType(clues, 'words').flatMap((clue) => {
    const text = displayText(clue.text)
    return isBoilerplate(text, 'words') || isSignature(text) || isCamera(text) ? [] : [{ clue, text }]
  })
  const keywords = read.filter(({ clue }) => clue.role === 'keywords')
  const list = distinct(keywords.flatMap(({ text }) => text.split(/[;,\n]/).map((word) => word.trim())))
  const others = new Map<string, typeof read>()
  for (const said of read) {
    if (said.clue.role === 'keywords') continue
    const key = comparisonKey(said.text)
    const same = others.get(key)
    if (same) same.push(said)
    else if (others.size < MAX_TEXTS) others.set(key, [said])
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
  return [
    ...findings,
    { kind: 'words', severity: 'medium', source, text: displayText(list.join(', ')), role: 'keywords' },
  ]
}
