import { type Clue, saying, sourcesOf } from '../clue'
import { distinct, plain } from '../decode/display-text'
import type { Finding } from '../finding'
import { isFirmware, isSignature, saysNothing } from './boilerplate'

/** Which programs had the photo, and whether a signed record of that (C2PA) is inside. */
export function history(clues: readonly Clue[]): Finding[] {
  const signed = saying(clues, 'words').filter(({ text }) => isSignature(plain(text)))
  const programs = [
    ...saying(clues, 'software').filter(({ text }) => !saysNothing(plain(text)) && !isFirmware(plain(text))),
    ...signed,
  ]
  const records = saying(clues, 'provenance')
  if (programs.length === 0 && records.length === 0) return []
  return [
    {
      kind: 'history',
      severity: 'low',
      source: sourcesOf([...records, ...programs]),
      software: distinct(programs.map(({ text }) => plain(text))),
      provenance: records.length > 0,
    },
  ]
}
