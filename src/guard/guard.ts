import { type FromGuard, HELLO, parseFromPageWorld } from '../bridge/page'
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

  port.onmessage = ({ data }) => {
    const message = parseFromPageWorld(data)
    if (message?.type === 'warm') reviews.warm()
    else if (message?.type === 'withdraw') reviews.withdraw(message.id)
    else if (message?.type === 'there?') send({ type: 'taken', id: message.id })
    else if (message) {
      const { id, way, files } = message
      reviews.begin({
        id,
        way,
        files,
        done: (verdict) => send(verdict ? { type: 'verdict', id, verdict } : { type: 'failed', id }),
      })
    }
  }
  if (window === top) serveFrames()
  window.dispatchEvent(new MessageEvent(HELLO, { ports: [port2] }))
  const gone = webExtension.i18n.getMessage('gone')
  if (gone) send({ type: 'welcome', gone })
}
