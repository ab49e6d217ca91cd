import type { PortDelivery } from '../bridge/pause'
import { webExtension } from './web-extension'

/** `!important` inside a shadow root wins over every rule and inline style of the page. */
const STYLE = `
:host { all: initial !important; }
dialog { all: initial; position: fixed; inset: 0; width: 100%; height: 100%; }
dialog:not([open]) { display: none; }
dialog::backdrop { background: rgb(0 0 0 / 45%); }
iframe { border: 0; width: 100%; height: 100%; color-scheme: light dark; }
`

export interface PauseHost {
  show(): void
  hide(): void
  /** False once the page took the element out of the document. */
  isConnected(): boolean
  remove(): void
}

/**
 * Puts the pause page into the document, closed: a closed shadow root, a dialog, an iframe of the extension's origin.
 * `port` goes to the iframe's window, addressed to the extension's origin, so that no page can catch it.
 */
export function openPauseHost(ticket: string, port: MessagePort): PauseHost {
  const address = webExtension.runtime.getURL('pause.html')
  const host = document.createElement('div')
  const root = host.attachShadow({ mode: 'closed' })
  const style = document.createElement('style')
  style.textContent = STYLE
  const dialog = document.createElement('dialog')
  const frame = document.createElement('iframe')
  frame.src = address
  // The answer is given in the dialog; closing it with Escape is for the pause page to decide.
  dialog.addEventListener('cancel', (event) => event.preventDefault())
  frame.addEventListener(
    'load',
    () => {
      const delivery: PortDelivery = { type: 'port', ticket }
      frame.contentWindow?.postMessage(delivery, new URL(address).origin, [port])
    },
    { once: true },
  )
  dialog.append(frame)
  root.append(style, dialog)
  document.documentElement.append(host)
  return {
    show: () => {
      if (!dialog.open) dialog.showModal()
      frame.focus()
    },
    hide: () => dialog.close(),
    isConnected: () => host.isConnected,
    remove: () => host.remove(),
  }
}
