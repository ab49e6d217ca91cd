import { ANSWERS, type Answer } from '../bridge/account-answer'
import { parseMoment } from './parse'

export interface AccountAnswer {
  readonly answer: Answer
  /** When it was given: ISO moment in UTC. */
  readonly on: string
  /** The page itself said then that everyone sees what is posted. */
  readonly pageSaidPublic?: true
}

export function parseAccountAnswer(value: unknown): AccountAnswer | null {
  if (typeof value !== 'object' || value === null || !('answer' in value) || !('on' in value)) return null
  const answer = ANSWERS.find((known) => known === value.answer)
  const on = parseMoment(value.on)
  if (!answer || on === null) return null
  return 'pageSaidPublic' in value && value.pageSaidPublic === true
    ? { answer, on, pageSaidPublic: true }
    : { answer, on }
}
