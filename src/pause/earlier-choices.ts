import type { Reading } from '../bridge/audience'
import type { Choice, ReviewSession } from '../review/review-session'
import type { FileAnswers } from './file-answers'

/** What was answered before for the files that wait for an answer, by place. */
export async function earlierChoices(session: ReviewSession, answers: FileAnswers): Promise<Map<number, Choice>> {
  const { open } = session
  if (open.length === 0) return new Map()
  const choices = await answers.recall(filesAt(session, open))
  return new Map(
    open.flatMap((at, index) => {
      const choice = choices[index]
      return choice ? [[at, choice] as const] : []
    }),
  )
}

/** Remembers what was done with the files that were asked about. */
export async function rememberChoices(
  session: ReviewSession,
  asked: readonly number[],
  answers: FileAnswers,
  reading: Reading,
): Promise<void> {
  for (const [kind, choice] of [
    ['cleaned', 'clean'],
    ['redrawn', 'redraw'],
    ['as-is', 'as-is'],
  ] as const) {
    const answered = asked.filter((at) => session.items[at]?.outcome?.kind === kind)
    if (answered.length > 0) await answers.remember(filesAt(session, answered), choice, reading)
  }
}

function filesAt({ items }: ReviewSession, places: readonly number[]): File[] {
  return places.flatMap((at) => items[at]?.file ?? [])
}
