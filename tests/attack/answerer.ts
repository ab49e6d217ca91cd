import type { Combination } from './combinations'

/** What the answerer in a pause page has done. */
export interface Answered {
  /** When the answer was given, in the machine's milliseconds. */
  readonly at: number
  /** What the page showed that had no such answer. */
  readonly surprise: string | null
}

export interface Wanted {
  readonly answer: Combination['answer']
  /** Milliseconds for which the question stays. */
  readonly delay: number
}

/** Milliseconds after which a pause page that shows other answers than the wanted one will not show it any more. */
const SURPRISED_MS = 1000

/**
 * Runs in the pause page: gives the wanted answer the moment it can be given, or `delay` milliseconds later, as a key on the
 * button would. A question about the account is answered on the way.
 */
const ANSWERER = `(() => {
  let wanted, told, busy = false
  const button = (action) => document.querySelector('[data-action="' + action + '"]')
  const look = () => {
    if (busy) return
    if (button('audience-limited')) return button('audience-limited').click()
    const fits = button(wanted.answer)
    if (!fits && (!button('cancel') || document.querySelector('progress'))) return
    busy = true
    setTimeout(() => {
      busy = false
      const now = button(wanted.answer) ?? button('cancel')
      if (!now) return
      const surprise = fits ? null : document.body.innerText
      const at = Date.now()
      now.click()
      told({ at, surprise })
    }, fits ? wanted.delay : ${SURPRISED_MS})
  }
  new MutationObserver(() => look()).observe(document, { childList: true, subtree: true, attributes: true })
  return (next) => new Promise((resolve) => {
    wanted = next
    told?.(null)
    told = resolve
    look()
  })
})()`

/** An expression for a pause page: a promise for the next answer in it; null once another is wanted. */
export const answerIn = (wanted: Wanted): string => `(window.answerer ??= ${ANSWERER})(${JSON.stringify(wanted)})`
