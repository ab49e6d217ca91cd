import { HEARTBEAT_MS } from '../bridge/liveness'
import type { FromPause } from '../bridge/pause'
import type { Connection, ReviewRequest } from './connection'
import type { Destination } from './destination'
import type { Dialog, Screen } from './dialog'
import type { Reviewed, ReviewServices } from './review'
import { reviewFiles } from './review-flow'

/** Milliseconds for which a notice stays when nobody looks into it more closely. */
const NOTICE_MS = 10_000

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

  const notice = ({ summary, unasked }: Reviewed, files: readonly File[]) => {
    const close = () => {
      clearTimeout(timer)
      if (dialog.screen === screen) dialog.show(null)
    }
    const { rules, answers } = destination
    const askAgain = () => {
      if (unasked === 'before') return answers.forget(files)
      return unasked === 'small' ? rules.askAboutSmallThings() : rules.setCleansWithoutAsking(false)
    }
    const screen = { name: 'notice', summary, unasked, askAgain, close } as const
    const timer = setTimeout(() => {
      if (!document.hasFocus()) close()
    }, NOTICE_MS)
    dialog.show(screen)
  }

  const review = async (message: Extract<ReviewRequest, { type: 'review' }>, signal: AbortSignal) => {
    try {
      signal.throwIfAborted()
      dialog.show(null)
      const reviewed = await reviewFiles(message.files, destination, workshop, signal)
      // Closed before the page goes on: editors look up what lies under the pointer, and would find our dialog.
      dialog.show(null)
      connection.send({ type: 'verdict', id: message.id, verdict: reviewed.verdict })
      finished(reviewed)
      if (reviewed.untold) notice(reviewed, message.files)
    } catch (error) {
      dialog.show(null)
      if (!signal.aborted) throw error
    } finally {
      open.delete(message.id)
    }
  }

  connection.listen((message) => {
    if (message.type === 'withdraw') return open.get(message.id)?.abort(new DOMException('withdrawn', 'AbortError'))
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
    send({ type: state })
  })
}

function stateFor(screen: Screen | null): 'show' | 'notice' | 'hide' {
  if (!screen) return 'hide'
  return screen.name === 'notice' ? 'notice' : 'show'
}
