import { type GuardRoute, parsePortDelivery } from '../bridge/pause'

/** A way on which messages go to and from one guard. */
export interface GuardChannel {
  post(message: object): void
  hear(listener: (message: unknown) => void): void
}

/** What the two ends of a channel say first; whoever comes second is answered. */
export const RELAY = 'relay'
export const PAUSE = 'pause'

/** Returns the channel over a port. */
export function overPort(port: MessagePort): GuardChannel {
  return {
    post: (message) => port.postMessage(message),
    hear: (listener) => {
      port.onmessage = ({ data }) => listener(data)
    },
  }
}

/** Returns the channel to the guard of a frame that holds the photos, once it is open. @see GuardRoute */
export function openGuardChannel(route: Exclude<GuardRoute, { at: 'host' }>, ticket: string): Promise<GuardChannel> {
  return route.at === 'relay' ? throughRelay(ticket) : throughWindow(route.path, ticket)
}

async function throughRelay(ticket: string): Promise<GuardChannel> {
  const channel = new BroadcastChannel(ticket)
  const listeners: ((message: unknown) => void)[] = []
  channel.onmessage = ({ data }) => {
    if (data === RELAY) channel.postMessage(PAUSE)
    else for (const listener of listeners) listener(data)
  }
  return {
    post: (message) => channel.postMessage(message),
    hear(listener) {
      listeners.push(listener)
      // The relay keeps what is said until somebody listens.
      channel.postMessage(PAUSE)
    },
  }
}

function throughWindow(path: readonly number[], ticket: string): Promise<GuardChannel> {
  return new Promise((resolve) => {
    const answered = ({ data, ports: [port] }: MessageEvent) => {
      if (!port || parsePortDelivery(data)?.ticket !== ticket) return
      removeEventListener('message', answered)
      resolve(overPort(port))
    }
    addEventListener('message', answered)
    // Nothing is said by it: the guard answers us by the event's source.
    frameAt(path)?.postMessage('', '*')
  })
}

function frameAt(path: readonly number[]): Window | undefined {
  let view: Window | undefined = parent
  for (const at of path) view = view?.[at]
  return view
}
