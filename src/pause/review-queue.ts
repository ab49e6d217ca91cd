import { HEARTBEAT_MS } from '../bridge/liveness'
import type { FromPause } from '../bridge/pause'
import type { Connection, ReviewRequest } from './connection'
import type { Destination } from './destination'
import type { Dialog, Screen } from './dialog'
import { createNotices } from './notices'
import type { Reviewed, ReviewServices } from './review'
import { reviewFiles } from './review-flow'

/**
 * Answers the guard's reviews, one after the other, because there is one dialog. `finished` hears of each that came to
 * an answer.
 */
export function reviewInTurn(
  connection: Connection,
  destination: Destination,
  workshop: ReviewServices,
  finished: (reviewed: Reviewed) => void,
): void {
  const open = new Map<number, AbortController>()
  const { dialog } = workshop
  let last: Promise<void> = Promise.resolve()

  const heartbeat = () => {
    if (open.size > 0) connection.send({ type: 'alive' })
  }
  setInterval(heartbeat, HEARTBEAT_MS)
  followDialog(dialog, (message) => connection.send(message))

  const notices = createNotices(connection, destination, dialog)

  const review = async (message: Extract<ReviewRequest, { type: 'review' }>, signal: AbortSignal) => {
    try {
      signal.throwIfAborted()
      dialog.show(null)
      const reviewed = await reviewFiles(message.files, destination, workshop, signal)
      // Closed before the page goes on: editors look up what lies under the pointer, and would find our dialog.
      dialog.show(null)
      connection.send({ type: 'verdict', id: message.id, verdict: reviewed.verdict })
      finished(reviewed)
      notices.tell(message.id, reviewed, message.files)
    } catch (error) {
      dialog.show(null)
      if (!signal.aborted) throw error
    } finally {
      open.delete(message.id)
    }
  }

  connection.listen((message) => {
    if (message.type === 'withdraw') return open.get(message.id)?.abort(new DOMException('withdrawn', 'AbortError'))
    if (message.type === 'delivered') return notices.delivered(message.id, message.taken)
    const stop = new AbortController()
    open.set(message.id, stop)
    heartbeat()
    // After a mistake of ours the heartbeat stops, and the guard asks in its own way; the next review still runs.
    last = last.then(() => review(message, stop.signal)).catch(console.error)
  })
  connection.send({ type: 'ready' })
}

/** The guard opens its dialog when there is something on the screen, and closes it when there is nothing more. */
function followDialog(dialog: Dialog, send: (message: FromPause) => void): void {
  let state: 'show' | 'notice' | 'hide' = 'hide'
  dialog.subscribe(() => {
    const next = stateFor(dialog.screen)
    if (next === state) return
    state = next
    send(state === 'notice' ? { type: 'notice', height: 0 } : { type: state })
  })
}

function stateFor(screen: Screen | null): 'show' | 'notice' | 'hide' {
  if (!screen) return 'hide'
  return screen.name === 'notice' || screen.name === 'untaken' ? 'notice' : 'show'
}
