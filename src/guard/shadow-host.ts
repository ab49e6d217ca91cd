import { forFirefox } from '../bridge/built-for'
import { PROBE } from '../bridge/pause'
import { webExtension } from './web-extension'

const XHTML = 'http://www.w3.org/1999/xhtml'
const SVG = 'http://www.w3.org/2000/svg'

/** Returns an HTML element, also in a document of SVG or XML, whose own elements are others. */
export const createHtml = <Name extends keyof HTMLElementTagNameMap>(name: Name) =>
  document.createElementNS(XHTML, name) as HTMLElementTagNameMap[Name]

export interface ShadowHost {
  readonly host: HTMLElement
  readonly root: ShadowRoot
}

/** Puts an element of ours beside the page's own, with a closed shadow root; the page sees an empty box. */
export function createShadowHost(): ShadowHost {
  const host = createHtml('div')
  roomFor(document.documentElement).append(host)
  return { host, root: host.attachShadow({ mode: 'closed' }) }
}

/** In an SVG document HTML is drawn in a foreignObject only (SVG 2 §12.5). */
function roomFor(root: Element): Element {
  if (root.namespaceURI !== SVG) return root
  const room = document.createElementNS(SVG, 'foreignObject')
  for (const side of ['width', 'height']) room.setAttribute(side, '1')
  root.append(room)
  return room
}

/** Milliseconds after its load in which a page of ours says that it is there; an error page does not. */
const MAX_ANSWER_MS = 1000

/**
 * Loads one of our pages into a closed root and posts it a message once it is there, addressed so that no other can hear it.
 *
 * In Chromium `getURL` gives an address of this session alone, which tells no page who we are. Pages that isolate themselves
 * (COEP) block it; the fixed address, which only the listed sites may load, takes its place there.
 */
export function createExtensionFrame(
  page: 'pause.html' | 'relay.html',
  message: object,
  port: MessagePort,
): HTMLIFrameElement {
  const { runtime } = webExtension
  const address = runtime.getURL(page)
  const origin = forFirefox ? new URL(address).origin : `chrome-extension://${runtime.id}`
  const fixed = `${origin}/${page}`
  const frame = createHtml('iframe')
  frame.src = crossOriginIsolated ? fixed : address
  const delivered = new AbortController()
  const loaded = () => {
    const { port1: probe, port2 } = new MessageChannel()
    const blocked = setTimeout(() => {
      if (frame.src !== fixed) frame.src = fixed
    }, MAX_ANSWER_MS)
    probe.onmessage = () => {
      clearTimeout(blocked)
      delivered.abort()
      frame.contentWindow?.postMessage(message, origin, [port])
    }
    frame.contentWindow?.postMessage(PROBE, origin, [port2])
  }
  frame.addEventListener('load', loaded, { signal: delivered.signal })
  return frame
}
