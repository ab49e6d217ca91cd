import type { Reading } from '../../bridge/audience'
import { rememberChoices } from '../earlier-choices'
import type { Review, Reviewed } from '../review'
import type { Rules } from '../site-rules'
import { summaryOf } from '../summary'
import type { Unasked } from '../unasked'

export interface Decided {
  readonly now: Rules
  readonly because: Unasked | null
  /** The files that the parent was asked about, by place. */
  readonly asked: readonly number[]
  readonly reading: Reading
  readonly told: 'asked' | 'not-due'
}

/** Remembers the answers for the next time the same files come, and says what is left to tell. */
export async function conclude(review: Review, { now, because, asked, reading, told }: Decided): Promise<Reviewed> {
  const { session, destination } = review
  const { verdict } = session
  if (!verdict) throw new Error('a file was left undecided')
  await rememberChoices(session, asked, destination.answers, reading)
  const summary = summaryOf(session)
  const changed = summary.cleaned + summary.redrawn + summary.hidden > 0
  const unasked = because === 'before' ? asked.length === 0 : changed
  const quiet = because === 'small' && now.smallThings === 'quiet' && asked.length === 0
  return {
    verdict,
    summary,
    unasked: unasked ? because : null,
    untold: (changed || (unasked && because === 'before')) && told === 'not-due' && !quiet,
  }
}
