import { comparisonKey } from '../decode/display-text'
import { MACHINE_TEXTS, type MachineField, SIGNATURES } from './machine-texts'

/** Whether a text is what a machine puts into such a field by itself; it says nothing about a person. */
export function isBoilerplate(text: string, field: MachineField): boolean {
  const like = comparisonKey(text)
  return MACHINE_TEXTS.some(({ pattern, fields }) => fields.includes(field) && pattern.test(like))
}

/** A version and nothing else, as cameras and phones write it: their own firmware, and no program a person used. */
export function isFirmware(text: string): boolean {
  return /^(?:v|ver|version|fw|firmware|rev)?[.\s]*[\d.\-_]+[a-z]?\d*$/i.test(text)
}

/** Tells whether a comment is one by which a program signs its work. */
export function isSignature(text: string): boolean {
  return SIGNATURES.some(({ pattern }) => pattern.test(text))
}

const VERB =
  /^(?:creator:|created|edited|made|processed|generated|exported|optimi[sz]ed|compressed|encoded|resized|file written)\s*(?:with|by|using|in|from|on)?\s+(?=\S)/i

/** Returns a program's name without the words that say what it did: 'Edited with Facetune' is 'Facetune'. */
export function programName(text: string): string {
  return text.replace(VERB, '').replace(/^software:\s*/i, '')
}
