import { forFirefox } from '../bridge/built-for'
import { type FromGuard, type Left, PORT_EVENT, parseFromPageWorld } from '../bridge/page'
import { fileFrom } from '../bridge/recipe'
import type { Verdict, Way } from '../bridge/verdict'
import { showClosedRoots } from './closed-roots'
import { broughtNear } from './near'
import { watchOverlays } from './pause-host'
import { readForPage } from './reading'
import { createReviews } from './reviews'
import { serveFrames } from './top-frame'
import { webExtension } from './web-extension'

/**
 * Gives the page world of this document one end of a port, before any script of the page runs, and then takes its
 * photos to the pause page. The event is dispatched and heard within one call, so no page can be in between.
 */
export function guard(): void {
  const reviews = createReviews()
  const { port1: port, port2 } = new MessageChannel()
  const send = (message: FromGuard) => port.postMessage(message)
  const review = (id: number, way: Way, files: readonly File[]) =>
    new Promise<readonly Left[] | null | undefined>((resolve) => {
      reviews.begin({ id, way, files, done: (verdict) => resolve(verdict ? leftBy(verdict, files) : undefined) })
    })

  port.onmessage = ({ data }) => {
    const message = parseFromPageWorld(data)
    if (message?.type === 'warm') reviews.warm()
    else if (message?.type === 'open') showClosedRoots()
    else if (message?.type === 'cancel') reviews.withdraw(message.id)
    else if (message && !message.type) send({ id: message.id })
    else if (message) {
      const { id, way } = message
      const answer =
        message.type === 'hold'
          ? review(id, way, message.files)
          : readForPage(message.from, way, (photos) => review(id, way, photos))
      answer.then(
        (left) => send({ id, answer: { left } }),
        (error) => send({ id, answer: { error } }),
      )
    }
  }
  watchOverlays()
  if (window === top) serveFrames()
  showClosedRoots()
  window.dispatchEvent(new MessageEvent(PORT_EVENT, { data: webExtension.i18n.getMessage('gone'), ports: [port2] }))
}

/** Puts cleaned files together here, in the page's own process: no byte of them comes from another one. */
async function leftBy(verdict: Verdict, originals: readonly File[]): Promise<readonly Left[] | null> {
  if (verdict.outcome === 'cancel') return null
  const decisions = forFirefox ? await broughtNear(verdict.decisions) : verdict.decisions
  return originals.map((original, index): Left => {
    const decision = decisions[index]
    if (decision?.as === 'cleaned') return fileFrom(decision.recipe, original)
    if (decision?.as === 'replaced') return decision.file
    return decision?.as === 'original' || null
  })
}
