import { forFirefox } from '../bridge/built-for'
import type { FromGuard, FromPageWorld, PageDecision } from '../bridge/page'
import { fileFrom } from '../bridge/recipe'
import type { Verdict, Way } from '../bridge/verdict'
import { broughtNear } from './near'
import { type Released, readForPage } from './read-for-page'
import { createReviews } from './reviews'
import { hostForFrames } from './top-frame'

/** Takes what the page world asks to the pause page; the answers are sent later. */
export type Serve = (
  message: Exclude<FromPageWorld, { readonly type: 'open' | 'ping' }>,
  send: (answer: FromGuard) => void,
) => void

declare global {
  /** Set by the script that the background puts beside the guard for the first photo. */
  var pausephotoServe: Serve | undefined
}

/** Makes this document able to show the pause page, once. */
export function host(): void {
  globalThis.pausephotoServe ??= createServe()
  if (window === top) hostForFrames()
}

function createServe(): Serve {
  let answer: Parameters<Serve>[1] | undefined
  const reviews = createReviews((id) => answer?.({ type: 'again', id }))
  const review = (id: number, way: Way, files: readonly File[]) =>
    new Promise<Released>((resolve) => {
      reviews.begin({ id, way, files, done: (verdict) => resolve(releasedBy(verdict, files)) })
    })

  return (message, send) => {
    answer = send
    if (message.type === 'warm') return reviews.warm()
    const { id } = message
    if (message.type === 'cancel') return reviews.withdraw(id)
    if (message.type === 'delivered') return reviews.delivered(id, message.taken)
    const { way } = message
    const reply =
      message.type === 'hold'
        ? review(id, way, message.files)
        : readForPage(message.from, way, (photos) => review(id, way, photos))
    reply.then(
      (answer) => {
        if (answer === 'cancelled' || answer === 'unavailable') send({ type: answer, id })
        else if (answer.outcome === 'given') send({ type: 'given', id, given: answer.given })
        else send({ type: 'released', id, decisions: answer.decisions })
      },
      (error) => send({ type: 'failed', id, error }),
    )
  }
}

/** Puts cleaned files together here, in the page's own process: no byte of them comes from another one. */
async function releasedBy(verdict: Verdict | 'unavailable', originals: readonly File[]): Promise<Released> {
  if (verdict === 'unavailable') return verdict
  if (verdict.outcome === 'cancel') return 'cancelled'
  const decisions = forFirefox ? await broughtNear(verdict.decisions) : verdict.decisions
  return {
    outcome: 'released',
    decisions: originals.map((original, at): PageDecision => {
      const decision = decisions[at]
      if (decision?.as === 'cleaned') return { as: 'replaced', file: fileFrom(decision.recipe, original) }
      return decision ?? { as: 'omitted' }
    }),
  }
}
