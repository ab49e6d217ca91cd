import type { Background, Question } from '../bridge/background'
import type { Sender } from '../tickets/sender'

/** Who may ask: a guard is a content script of ours, an own page has an address of ours. */
type Asker = 'guard' | 'own-page'

/** One row a question: who may ask it. Nobody else gets an answer. */
export const MAY_ASK: { readonly [Name in keyof Background]: Asker } = {
  issueTicket: 'guard',
  hostInTop: 'guard',
  injectHost: 'guard',
  setUnfiltered: 'guard',
  injectReviewedAccess: 'guard',
  injectPageWorld: 'guard',
  redeemTicket: 'own-page',
  record: 'own-page',
  readAudience: 'own-page',
  rememberAccountAnswer: 'own-page',
  changeRules: 'own-page',
  hasAnswers: 'own-page',
  recallAnswers: 'own-page',
  rememberFileAnswer: 'own-page',
}

/** One function a question, which is told who asked it. */
export type Answers = {
  readonly [Name in keyof Background]: (
    sender: Sender,
    ...given: Parameters<Background[Name]>
  ) => Promise<ReturnType<Background[Name]>>
}

/** Returns the answer to a question, or null when this sender may not ask it. */
export function serve(answers: Answers, question: Question, sender: Sender): Promise<unknown> | null {
  if (MAY_ASK[question.ask] !== (sender.ours ? 'own-page' : 'guard')) return null
  const answer = answers[question.ask] as (sender: Sender, ...given: readonly unknown[]) => Promise<unknown>
  return answer(sender, ...question.with)
}
