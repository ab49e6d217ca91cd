import type { Hiding } from '../pictures/hiding'
import type { Engine } from '../review/engine-contract'
import { describeReason } from '../words/describe'
import type { Words } from '../words/words'
import { hiddenCopy } from './hidden-copy'
import { save } from './save'

/**
 * Makes the copy in which what was marked is hidden, and saves it once the engine found nothing in it.
 * @returns a sentence that says what became of it.
 */
export async function saveHidden(file: File, hiding: Hiding, engine: Engine, words: Words): Promise<string> {
  try {
    const copy = await hiddenCopy(file, hiding, engine)
    if (!copy) return describeReason('not-hidden', words)
    save(copy, copy.name)
    return words.t('checker.saved', { name: copy.name })
  } catch (error) {
    console.error(error)
    return describeReason('not-hidden', words)
  }
}
