import { webExtension } from './web-extension'

const XHTML = 'http://www.w3.org/1999/xhtml'

/** Returns an HTML element, also in a document of SVG or XML, whose own elements are others. */
export const createHtml = <Name extends keyof HTMLElementTagNameMap>(name: Name) =>
  document.createElementNS(XHTML, name) as HTMLElementTagNameMap[Name]

export interface OwnElement {
  readonly host: HTMLElement
  readonly root: ShadowRoot
}

/** Puts an element of ours beside the page's own, with a closed shadow root; the page sees an empty box. */
export function ownElement(): OwnElement {
  const host = createHtml('div')
  document.documentElement.append(host)
  return { host, root: host.attachShadow({ mode: 'closed' }) }
}

/** Loads one of our pages into a closed root and posts it a message once it is there, addressed so that no other can hear it. */
export function ownFrame(page: 'pause.html' | 'door.html', message: object, port: MessagePort): HTMLIFrameElement {
  const frame = createHtml('iframe')
  const address = webExtension.runtime.getURL(page)
  frame.src = address
  frame.addEventListener('load', () => frame.contentWindow?.postMessage(message, new URL(address).origin, [port]), {
    once: true,
  })
  return frame
}
