import type { Choice, ReviewSession } from '../../review/review-session'
import { earlierChoices } from '../earlier-choices'
import { patiently, type Review } from '../review'
import type { Rules } from '../site-rules'
import type { Unasked } from '../unasked'

export interface Automatic {
  /** Null when the parent is to be asked. */
  readonly because: Unasked | null
  /** What was answered before, by place: where the parent is asked, it is already chosen. */
  readonly earlier: ReadonlyMap<number, Choice>
}

/** Decides without a question what a rule, an earlier answer or its smallness decides. What cannot be done so stays open. */
export async function decideAutomatically(review: Review, rules: Rules): Promise<Automatic> {
  const { session, destination } = review
  const { open } = session
  const earlier = rules.without ? new Map<number, Choice>() : await earlierChoices(session, destination.answers)
  const because = reasonFor(session, rules, earlier)
  const choiceFor = (at: number) => earlier.get(at) ?? 'clean'
  if (because && open.length > 0) await patiently('working', session.decide(choiceFor), review)
  return { because, earlier }
}

function reasonFor(session: ReviewSession, rules: Rules, earlier: ReadonlyMap<number, Choice>): Unasked | null {
  const { open, items } = session
  if (open.length === 0) return null
  if (rules.without) return rules.without
  if (open.every((at) => earlier.has(at))) return 'before'
  const checked = open.filter((at) => !items[at]?.trouble)
  const isSmall = (at: number) =>
    earlier.has(at) || items[at]?.inspection?.findings.every(({ severity }) => severity === 'low')
  return rules.smallThings !== 'ask' && checked.length > 0 && checked.every(isSmall) ? 'small' : null
}
