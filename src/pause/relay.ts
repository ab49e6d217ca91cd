import { PROBE, parsePortDelivery } from '../bridge/pause'
import { PAUSE, RELAY } from './guard-channel'

/**
 * Carries what the guard of a frame and the pause page in the top frame say to each other, between the guard's port and a
 * channel that only pages of ours can be on. @see GuardRoute
 */
export function relayMessages(target: EventTarget): void {
  target.addEventListener('message', (event) => {
    if (!(event instanceof MessageEvent)) return
    const delivery = parsePortDelivery(event.data)
    const [port] = event.ports
    if (event.data === PROBE) port?.postMessage(PROBE)
    if (!delivery || !port) return
    const channel = new BroadcastChannel(delivery.ticket)
    /** Said before the pause page was there; null once it is. */
    let early: unknown[] | null = []
    channel.onmessage = ({ data }) => {
      if (data !== PAUSE) return port.postMessage(data)
      for (const message of early ?? []) channel.postMessage(message)
      early = null
    }
    port.onmessage = ({ data }) => {
      if (early) early.push(data)
      else channel.postMessage(data)
    }
    channel.postMessage(RELAY)
  })
}
