import { type Clue, ofType, sourcesOf } from '../clue'
import { displayText, distinct } from '../decode/display-text'
import type { Finding } from '../finding'
import { isBoilerplate, isFirmware, isSignature, programName, repeatsCamera } from './boilerplate'

/** Which programs had the photo, and whether a signed record of that (C2PA) is inside. */
export function history(clues: readonly Clue[]): Finding[] {
  const signed = ofType(clues, 'words').filter(({ text }) => isSignature(displayText(text)))
  const isCamera = repeatsCamera(clues)
  const programs = [
    ...ofType(clues, 'software').filter(
      ({ text }) =>
        !isBoilerplate(displayText(text), 'software') && !isFirmware(displayText(text)) && !isCamera(displayText(text)),
    ),
    ...signed,
  ]
  const records = ofType(clues, 'provenance')
  if (programs.length === 0 && records.length === 0) return []
  return [
    {
      kind: 'history',
      severity: 'low',
      source: sourcesOf([...records, ...programs]),
      software: distinct(programs.map(({ text }) => programName(displayText(text)))),
      provenance: records.length > 0,
    },
  ]
}
