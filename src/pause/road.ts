import { type Meeting, parsePortDelivery } from '../bridge/pause'

/** A way on which messages go to and from one guard. */
export interface Road {
  post(message: object): void
  hear(listener: (message: unknown) => void): void
}

/** What the two ends of a channel say first; whoever comes second is answered. */
export const DOOR = 'door'
export const PAUSE = 'pause'

/** Returns the road over a port. */
export function overPort(port: MessagePort): Road {
  return {
    post: (message) => port.postMessage(message),
    hear: (listener) => {
      port.onmessage = ({ data }) => listener(data)
    },
  }
}

/** Returns the road to the guard of a frame that holds the photos, once it is open. @see Meeting */
export function meetFrame(meeting: Exclude<Meeting, { at: 'host' }>, ticket: string): Promise<Road> {
  return meeting.at === 'door' ? atDoor(ticket) : knock(meeting.path, ticket)
}

async function atDoor(ticket: string): Promise<Road> {
  const channel = new BroadcastChannel(ticket)
  const listeners: ((message: unknown) => void)[] = []
  channel.onmessage = ({ data }) => {
    if (data === DOOR) channel.postMessage(PAUSE)
    else for (const listener of listeners) listener(data)
  }
  return {
    post: (message) => channel.postMessage(message),
    hear(listener) {
      listeners.push(listener)
      // The door keeps what is said until somebody listens.
      channel.postMessage(PAUSE)
    },
  }
}

function knock(path: readonly number[], ticket: string): Promise<Road> {
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
