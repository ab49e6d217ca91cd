import type { Background } from '../bridge/background'
import { type FromGuardToPause, type FromPause, parseFromGuardToPause, parsePortDelivery } from '../bridge/pause'

export interface Connection {
  /** Host name of the frame the files go to, as the browser knows it. */
  readonly host: string
  /** Tells the document they go to from others in its tab. */
  readonly page: string
  send(message: FromPause): void
  listen(listener: (message: FromGuardToPause) => void): void
}

type Redeem = (ticket: string) => Promise<ReturnType<Background['redeemTicket']>>

/**
 * Waits for a port that comes with a ticket of ours. Whoever frames this page without one never gets an answer, and
 * nothing is ever posted to the parent window.
 */
export function connect(target: EventTarget, redeem: Redeem): Promise<Connection> {
  return new Promise((resolve) => {
    target.addEventListener('message', async (event) => {
      if (!(event instanceof MessageEvent)) return
      const delivery = parsePortDelivery(event.data)
      const [port] = event.ports
      if (!delivery || !port) return
      const redeemed = await redeem(delivery.ticket)
      if (redeemed.valid) resolve(over(port, redeemed.host, redeemed.page))
    })
  })
}

function over(port: MessagePort, host: string, page: string): Connection {
  return {
    host,
    page,
    send: (message) => port.postMessage(message),
    listen: (listener) => {
      port.onmessage = ({ data }) => {
        const message = parseFromGuardToPause(data)
        if (message) listener(message)
      }
    },
  }
}
