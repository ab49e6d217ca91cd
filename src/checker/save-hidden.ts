import type { Hiding } from '../pictures/hiding'
import type { Engine } from '../review/engine-contract'
import { describeChanges, describeReason } from '../words/describe'
import type { Words } from '../words/words'
import { changesIn, hiddenCopy } from './hidden-copy'
import { save } from './save'

/** Says under which name a copy was saved, and what else became of it. */
export const savedSentence = (copy: File, words: Words): string =>
  `${words.t('checker.saved', { name: copy.name })} ${describeChanges(changesIn([copy]), words)}`.trim()

/**
 * Makes the copy in which what was marked is hidden, and saves it once the engine found nothing in it.
 * @returns a sentence that says what became of it.
 */
export async function saveHidden(file: File, hiding: Hiding, engine: Engine, words: Words): Promise<string> {
  try {
    const copy = await hiddenCopy(file, hiding, engine)
    if (!copy) return describeReason('not-hidden', words)
    save(copy, copy.name)
    return savedSentence(copy, words)
  } catch (error) {
    console.error(error)
    return describeReason('not-hidden', words)
  }
}
