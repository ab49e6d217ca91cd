import { type Clue, ofType } from '../clue'
import { comparisonKey, displayText } from '../decode/display-text'
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

const DEVICE_WORDS = /digital (?:still )?camera/g
const VERSION = /^[\s_-]*(?:v|ver|version|fw|firmware)?[.\s]*[\d.]+[a-z]?\d*$/

/**
 * Returns a check whether a text only repeats the name of the camera that took the picture, with its version or without: what cameras write
 * as captions, authors and programs.
 */
export function repeatsCamera(clues: readonly Clue[]): (text: string) => boolean {
  const makes = ofType(clues, 'make').map(({ text }) => comparisonKey(displayText(text)))
  const models = ofType(clues, 'model').map(({ text }) => comparisonKey(displayText(text)))
  const names = [...models, ...makes, ...makes.flatMap((make) => models.map((model) => `${make} ${model}`))]
    .filter((name) => name.length > 2)
    .sort((a, b) => b.length - a.length)
  return (text) => {
    const like = comparisonKey(text)
    return names.some((name) => {
      if (!like.includes(name)) return false
      const rest = like.replace(name, '').replace(DEVICE_WORDS, '').trim()
      return rest === '' || (models.includes(name) && VERSION.test(rest))
    })
  }
}

/** Tells whether a comment is one by which a program signs its work. */
export function isSignature(text: string): boolean {
  return SIGNATURES.some(({ pattern }) => pattern.test(text))
}

const SENTENCE = /^(?:this gif animation was constructed[\w ]* using|animation(?= photofiltre))\s+/i
const VERB =
  /^(?:creator:|created|edited|made|processed|generated|exported|optimi[sz]ed|compressed|encoded|resized|file written)\s*(?:with|by|using|in|from|on)?\s+(?=\S)/i

/** Returns a program's name without the words that say what it did: 'Edited with Facetune' is 'Facetune'. */
export function programName(text: string): string {
  return text
    .replace(SENTENCE, '')
    .replace(VERB, '')
    .replace(/^software:\s*/i, '')
}
