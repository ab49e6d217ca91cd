import type { Combination } from './combinations'

/** What the answerer in the pause page is told, and has done. */
export interface Answered {
  /** When the answer was given, in the machine's milliseconds. */
  readonly at: number
  /** What the page showed that had no such answer. */
  readonly surprise: string | null
}

/**
 * Runs in the pause page: gives each answer the moment it can be given, or `delay` milliseconds later, as a key on the button
 * would. A question about the account is answered on the way.
 */
const ANSWERER = `(() => {
  if (window.answerer) return
  const answerer = window.answerer = { answer: 'clean', delay: 0, answered: [] }
  let busy = false
  const button = (action) => document.querySelector('[data-action="' + action + '"]')
  const look = () => {
    if (busy) return
    if (button('audience-limited')) return button('audience-limited').click()
    const wanted = button(answerer.answer)
    const other = !wanted && button('cancel')
    if (!wanted && !other) return
    if (other && document.querySelector('progress')) return
    busy = true
    setTimeout(() => {
      busy = false
      const now = button(answerer.answer) ?? button('cancel')
      if (!now) return
      answerer.answered.push({ at: Date.now(), surprise: wanted ? null : document.body.innerText })
      now.click()
    }, wanted ? answerer.delay : 1000)
  }
  new MutationObserver(look).observe(document, { childList: true, subtree: true, attributes: true })
  setInterval(look, 50)
})()`

export interface PauseFrame {
  evaluate(expression: string): Promise<unknown>
  gone(): boolean
}

/** Puts the answerer into a pause page, or tells one that is there what to do next. */
export async function tellAnswerer(frame: PauseFrame, answer: Combination['answer'], delay: number): Promise<void> {
  const next = JSON.stringify({ answer, delay, answered: [] })
  await frame.evaluate(`${ANSWERER}; Object.assign(window.answerer, ${next}); 0`)
}

export async function answeredIn(frame: PauseFrame): Promise<readonly Answered[]> {
  return (await frame.evaluate('window.answerer?.answered ?? []')) as Answered[]
}
