import type { Invitation } from '../bridge/background'
import type { PortDelivery } from '../bridge/pause'
import { isScriptless } from '../bridge/scriptless'
import { ownElement, ownFrame } from './own-element'
import { webExtension } from './web-extension'

/**
 * Meets the pause page that the top frame hosts for this one: it gets the port. Returns what ends the meeting.
 * @see Meeting
 */
export function meet({ ticket, at }: Invitation, port: MessagePort): () => void {
  const delivery: PortDelivery = { type: 'port', ticket }
  return at === 'door' ? openDoor(delivery, port) : awaitKnock(delivery, port)
}

function openDoor(delivery: PortDelivery, port: MessagePort): () => void {
  const { host, root } = ownElement()
  host.style.setProperty('display', 'none', 'important')
  root.append(ownFrame('door.html', delivery, port))
  return () => host.remove()
}

function awaitKnock(delivery: PortDelivery, port: MessagePort): () => void {
  const { origin } = new URL(webExtension.runtime.getURL(''))
  const knocked = (event: MessageEvent) => {
    // Only the browser says who sent a trusted event; what the page makes itself is none.
    if (!event.isTrusted || event.origin !== origin || !event.source) return
    event.stopImmediatePropagation()
    ended.abort()
    const pause = event.source as Window
    pause.postMessage(delivery, origin, [port])
  }
  const ended = new AbortController()
  window.addEventListener('message', knocked, { capture: true, signal: ended.signal })
  return () => ended.abort()
}

/** Returns the way from the top window to this one, by `window[index]`; -1 where a frame is in a shadow root. */
export function pathHere(): number[] {
  const path: number[] = []
  for (let view: Window = window; view !== view.parent; view = view.parent) {
    const { parent } = view
    let at = parent.length
    while (at-- > 0 && parent[at] !== view);
    path.unshift(at)
  }
  return path
}

/**
 * Says whether pages of ours could run in this document. Firefox runs our own script of the page's world where a sandbox forbids
 * the page's.
 */
export const hasScripts = (): boolean => !isScriptless() && !matchMedia('(scripting: none)').matches
