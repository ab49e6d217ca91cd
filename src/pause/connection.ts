import type { Background } from '../bridge/background'
import { FRAME_TIMEOUT_MS } from '../bridge/liveness'
import { type FromGuardToPause, type FromPause, PROBE, parseFromGuardToPause, parsePortDelivery } from '../bridge/pause'
import { type GuardChannel, openGuardChannel, overPort } from './guard-channel'

/** What the guard that holds the photos asks for. */
export type ReviewRequest = Exclude<FromGuardToPause, { readonly type: 'raised' | 'waiting' | 'leave' }>

export interface Connection {
  /** Host name of the frame the files go to, as the browser knows it. */
  readonly host: string
  /** Tells the document they go to from others in its tab. */
  readonly page: string
  send(message: FromPause): void
  listen(listener: (message: ReviewRequest) => void): void
}

type Redeem = (ticket: string) => Promise<ReturnType<Background['redeemTicket']>>

/**
 * Waits for a port that comes with a ticket of ours. Whoever frames this page without one never gets an answer, and
 * nothing is ever posted to the parent window. `raised` is called when the dialog came up, or back up.
 */
export function connect(target: EventTarget, redeem: Redeem, raised: () => void): Promise<Connection> {
  return new Promise((resolve) => {
    target.addEventListener('message', async (event) => {
      if (!(event instanceof MessageEvent)) return
      const delivery = parsePortDelivery(event.data)
      const [port] = event.ports
      if (event.data === PROBE) port?.postMessage(PROBE)
      if (!delivery || !port) return
      const redeemed = await redeem(delivery.ticket)
      if (!redeemed.valid) return
      const host = overPort(port)
      const { route } = redeemed
      const guard = route.at === 'host' ? host : await openGuardChannel(route, delivery.ticket)
      resolve({ ...(guard === host ? atHost(host, raised) : inFrame(host, guard, raised)), ...redeemed })
    })
  })
}

type GuardChannels = Pick<Connection, 'send' | 'listen'>

/** One guard hosts the pause page and holds the photos. */
function atHost(host: GuardChannel, raised: () => void): GuardChannels {
  return {
    send: host.post,
    listen: (listener) =>
      host.hear((data) => {
        const message = parseFromGuardToPause(data)
        if (message?.type === 'raised') raised()
        else if (message && isRequest(message)) listener(message)
      }),
  }
}

const isRequest = (message: FromGuardToPause): message is ReviewRequest =>
  message.type === 'review' || message.type === 'withdraw' || message.type === 'delivered'

/** The top frame's guard hosts the pause page; the photos are held in another frame, which can go away at any time. */
function inFrame(host: GuardChannel, guard: GuardChannel, raised: () => void): GuardChannels {
  const open = new Set<number>()
  let gone: ReturnType<typeof setTimeout> | undefined
  const removeWhenSilent = () => {
    clearTimeout(gone)
    if (open.size === 0) return
    gone = setTimeout(() => {
      if (document.hidden) removeWhenSilent()
      else host.post({ type: 'remove' })
    }, FRAME_TIMEOUT_MS)
  }
  host.hear((data) => {
    if (parseFromGuardToPause(data)?.type === 'raised') raised()
  })
  return {
    send(message) {
      if (message.type === 'verdict') open.delete(message.id)
      else if (message.type !== 'again') host.post(message)
      if (
        message.type === 'again' ||
        message.type === 'verdict' ||
        message.type === 'alive' ||
        message.type === 'ready'
      )
        guard.post(message)
      removeWhenSilent()
    },
    listen: (listener) =>
      guard.hear((data) => {
        const message = parseFromGuardToPause(data)
        if (message?.type === 'review') open.add(message.id)
        if (message?.type === 'withdraw') open.delete(message.id)
        removeWhenSilent()
        if (message?.type === 'leave') host.post({ type: 'remove' })
        else if (message && isRequest(message)) listener(message)
      }),
  }
}
