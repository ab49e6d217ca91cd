import { patiently, type Review } from '../review'
import type { Rules } from '../site-rules'

export interface LookedInto {
  readonly now: Rules
  /** Resolves once every file in which nothing was found has its clean copy; it goes on while the parent is asked. */
  readonly stripped: Promise<void>
}

/** Looks into every file, and begins to leave small details out of those in which nothing was found. */
export async function lookInto(review: Review): Promise<LookedInto> {
  const { session, destination } = review
  const reading = destination.rules.read()
  reading.catch(() => undefined)
  await patiently('looking', session.inspect(), review)
  const now = await reading
  if (now.leavesUntouched) session.passUntouched()
  const stripped = session.strip()
  // Whoever gives up before it is needed never hears whether it could be done.
  stripped.catch(() => undefined)
  return { now, stripped }
}
