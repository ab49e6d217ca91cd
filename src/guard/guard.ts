import { forFirefox } from '../bridge/built-for'
import { type FromGuard, type PageDecision, PORT_EVENT, parseFromPageWorld } from '../bridge/page'
import { fileFrom } from '../bridge/recipe'
import type { Verdict, Way } from '../bridge/verdict'
import { askBackground } from './ask-background'
import { showClosedRoots } from './closed-roots'
import { goneSentence } from './gone-sentence'
import { broughtNear } from './near'
import { watchOverlays } from './pause-host'
import { type Released, readForPage } from './reading'
import { createReviews } from './reviews'
import { hostForFrames } from './top-frame'

/**
 * Gives the page world of this document one end of a port, before any script of the page runs, and then takes its
 * photos to the pause page. The event is dispatched and heard within one call, so no page can be in between.
 */
export function guard(): void {
  const { port1: port, port2 } = new MessageChannel()
  const send = (message: FromGuard) => port.postMessage(message)
  const reviews = createReviews((id) => send({ type: 'again', id }))
  const review = (id: number, way: Way, files: readonly File[]) =>
    new Promise<Released>((resolve) => {
      reviews.begin({ id, way, files, done: (verdict) => resolve(releasedBy(verdict, files)) })
    })

  port.onmessage = ({ data }) => {
    const message = parseFromPageWorld(data)
    if (message?.type === 'warm') reviews.warm()
    else if (message?.type === 'open') showClosedRoots()
    else if (message?.type === 'cancel') reviews.withdraw(message.id)
    else if (message?.type === 'delivered') reviews.delivered(message.id, message.taken)
    else if (message?.type === 'ping') send({ type: 'alive', id: message.id })
    else if (message) {
      const { id, way } = message
      const answer =
        message.type === 'hold'
          ? review(id, way, message.files)
          : readForPage(message.from, way, (photos) => review(id, way, photos))
      answer.then(
        (answer) =>
          send(
            answer === 'cancelled' || answer === 'unavailable'
              ? { type: answer, id }
              : answer.outcome === 'released'
                ? { type: 'released', id, decisions: answer.decisions }
                : { type: 'given', id, given: answer.given },
          ),
        (error) => send({ type: 'failed', id, error }),
      )
    }
  }
  watchOverlays()
  if (window === top) hostForFrames()
  showClosedRoots()
  handOver(port2)
}

function handOver(port: MessagePort): void {
  const event = () => new MessageEvent(PORT_EVENT, { cancelable: true, data: goneSentence(), ports: [port] })
  // Nobody took it: Chromium runs no script of the page's world where scripts are forbidden, and then this world holds.
  if (document.dispatchEvent(event()) && !forFirefox)
    askBackground('bringPageWorld').then(() => document.dispatchEvent(event()))
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
