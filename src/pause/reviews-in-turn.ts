import type { FromGuardToPause, FromPause } from '../bridge/pause'
import type { Connection } from './connection'
import type { Dialog } from './dialog'
import { type Destination, type Reviewed, reviewFiles, type Workshop } from './review-flow'

/** The guard takes a pause page that is silent for some seconds for a broken one. */
const HEARTBEAT = 1000

/**
 * Answers the guard's reviews, one after the other, because there is one dialog. `finished` hears of each that came to
 * an answer.
 */
export function reviewInTurn(
  connection: Connection,
  destination: Destination,
  workshop: Workshop,
  finished: (reviewed: Reviewed) => void,
): void {
  const open = new Map<number, AbortController>()
  const { dialog } = workshop
  let last: Promise<void> = Promise.resolve()

  const heartbeat = () => {
    if (open.size > 0) connection.send({ type: 'alive' })
  }
  setInterval(heartbeat, HEARTBEAT)
  followDialog(dialog, (message) => connection.send(message))

  const review = async (message: Extract<FromGuardToPause, { type: 'review' }>, signal: AbortSignal) => {
    try {
      signal.throwIfAborted()
      const reviewed = await reviewFiles(message.files, destination, workshop, signal)
      // Closed before the page goes on: editors look up what lies under the pointer, and would find our dialog.
      dialog.show(null)
      connection.send({ type: 'verdict', id: message.id, verdict: reviewed.verdict })
      finished(reviewed)
    } catch (error) {
      if (!signal.aborted) throw error
    } finally {
      open.delete(message.id)
      dialog.show(null)
    }
  }

  connection.listen((message) => {
    if (message.type === 'withdraw') return open.get(message.id)?.abort(new DOMException('withdrawn', 'AbortError'))
    const stop = new AbortController()
    open.set(message.id, stop)
    heartbeat()
    last = last.then(() => review(message, stop.signal))
  })
  connection.send({ type: 'ready' })
}

/** The guard opens its dialog when there is something on the screen, and closes it when there is nothing more. */
function followDialog(dialog: Dialog, send: (message: FromPause) => void): void {
  let shown = false
  dialog.subscribe(() => {
    if (shown === (dialog.screen !== null)) return
    shown = !shown
    send({ type: shown ? 'show' : 'hide' })
  })
}
