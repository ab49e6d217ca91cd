import { type FromGuardToPause, type FromPause, parseFromGuardToPause, parsePortDelivery } from '../bridge/pause'

export interface Connection {
  /** Host name of the frame the files go to, as the browser knows it. */
  readonly host: string
  send(message: FromPause): void
  listen(listener: (message: FromGuardToPause) => void): void
}

type Redeem = (ticket: string) => Promise<{ readonly valid: true; readonly host: string } | { readonly valid: false }>

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
      if (redeemed.valid) resolve(over(port, redeemed.host))
    })
  })
}

function over(port: MessagePort, host: string): Connection {
  return {
    host,
    send: (message) => port.postMessage(message),
    listen: (listener) => {
      port.onmessage = ({ data }) => {
        const message = parseFromGuardToPause(data)
        if (message) listener(message)
      }
    },
  }
}
