import type { Clue, ClueOf, Statement } from '../clue'
import { saidInJson } from './by-json'
import { saidByName } from './by-name'
import { saidByValue } from './by-value'
import { positionsIn } from './position'

/** How ComfyUI and A1111 begin what they write into tags meant for something else. */
const PROMPT = /^\s*(?:prompt|workflow|parameters|generation_data)\s*:\s*(?=\S)/i
const GENERATION_PARAMETERS = /\bSteps: \d+, (?:Sampler|Size|CFG scale|Seed): /

/**
 * Judges a clue by what its text is, where the tag it stands in says little or is used for something else: texts under unlisted names, JSON and
 * positions inside of comments, what was typed into a picture generator in the tags of the camera's maker. Other clues stay as they are.
 */
export function judged(clue: Clue): Clue[] {
  const { source } = clue
  switch (clue.type) {
    case 'unlisted':
      return unlistedSays(clue).flatMap((said) => judged({ ...said, source }))
    case 'make':
    case 'model':
    case 'software':
      return PROMPT.test(clue.text) ? [asPrompt(clue.text, source)] : [clue]
    case 'words':
      return wordsSay(clue)
    case 'place-name': {
      const [position] = positionsIn(clue.text)
      return position ? [{ ...position, source }] : [clue]
    }
    default:
      return [clue]
  }
}

function unlistedSays({ name, text }: ClueOf<'unlisted'>): Statement[] {
  if (!/[\p{L}\p{N}]/u.test(text)) return []
  return saidInJson(text) ?? saidByName(name, text) ?? saidByValue(text)
}

function wordsSay(clue: ClueOf<'words'>): Clue[] {
  const { text, role, source } = clue
  if (role === 'prompt' || role === 'rights') return [clue]
  if (PROMPT.test(text) || GENERATION_PARAMETERS.test(text)) return [asPrompt(text, source)]
  const inside = saidInJson(text)
  if (inside) return inside.map((said) => ({ ...said, source }))
  return [clue, ...positionsIn(text).map((said) => ({ ...said, source }))]
}

function asPrompt(text: string, source: string): Clue {
  return { type: 'words', role: 'prompt', text: text.replace(PROMPT, ''), source }
}
