import type { Choice } from '../../review/review-session'
import { patiently, type Review } from '../review'
import type { Rules } from '../site-rules'
import { askAbout } from './ask-about'

/** Asks as long as a file is open: about what was found, then about what could not be checked, proved or taken out. */
export async function askUntilDecided(
  review: Review,
  rules: Rules,
  earlier: ReadonlyMap<number, Choice>,
  stripped: Promise<void>,
): Promise<'decided' | 'cancelled'> {
  const { session, destination } = review
  for (;;) {
    if (session.open.length === 0) await patiently('working', stripped, review)
    if (session.open.length === 0) return 'decided'
    const answered = new AbortController()
    void workAhead(review, answered.signal)
    const decision = await askAbout(review, earlier, rules.offersRule).finally(() => answered.abort())
    if (decision.do === 'cancel') return 'cancelled'
    if (decision.asRule) await destination.rules.setCleansWithoutAsking(true)
    await patiently('working', session.decide(decision.choiceFor), review)
  }
}

/** Does what the answer will need, while the parent reads. What shows the question goes first. */
async function workAhead({ session, destination, afterPaint }: Review, signal: AbortSignal): Promise<void> {
  await afterPaint()
  if (signal.aborted) return
  destination.answers.recogniseAhead(session.open.flatMap((at) => session.items[at]?.file ?? []))
  await session.cleanAhead(signal)
}
