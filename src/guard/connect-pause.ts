import type { Invitation } from '../bridge/background'
import type { PortDelivery } from '../bridge/pause'
import { isScriptless } from '../bridge/scriptless'
import { createExtensionFrame, createShadowHost } from './shadow-host'
import { webExtension } from './web-extension'

/**
 * Gives the port to the pause page that the top frame hosts for this one. Returns what ends the connection.
 * @see GuardRoute
 */
export function connectPause({ ticket, at }: Invitation, port: MessagePort): () => void {
  const delivery: PortDelivery = { type: 'port', ticket }
  return at === 'relay' ? loadRelay(delivery, port) : awaitPing(delivery, port)
}

function loadRelay(delivery: PortDelivery, port: MessagePort): () => void {
  const { host, root } = createShadowHost()
  host.style.setProperty('display', 'none', 'important')
  root.append(createExtensionFrame('relay.html', delivery, port))
  return () => host.remove()
}

function awaitPing(delivery: PortDelivery, port: MessagePort): () => void {
  const { origin } = new URL(webExtension.runtime.getURL(''))
  const pinged = (event: MessageEvent) => {
    // Only the browser says who sent a trusted event; what the page makes itself is none.
    if (!event.isTrusted || event.origin !== origin || !event.source) return
    event.stopImmediatePropagation()
    ended.abort()
    const pause = event.source as Window
    pause.postMessage(delivery, origin, [port])
  }
  const ended = new AbortController()
  window.addEventListener('message', pinged, { capture: true, signal: ended.signal })
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
