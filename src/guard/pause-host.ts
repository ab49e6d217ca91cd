import { forFirefox } from '../bridge/built-for'
import type { PortDelivery } from '../bridge/pause'
import { webExtension } from './web-extension'

/**
 * `!important` inside a shadow root wins over every rule and inline style of the page. In Chromium the closed
 * dialog is laid out, only not seen: what it is to show is on the screen sooner. Firefox is soon enough without.
 */
const STYLE = `
:host{all:initial!important}
dialog{all:initial;position:fixed;inset:0;width:100%;height:100%}
dialog.notice{inset:auto 16px 16px auto;width:min(420px,100% - 32px);height:190px;z-index:2147483647}
@media(max-width:480px){dialog.notice{height:260px}}
dialog:not([open]){${forFirefox ? 'display:none' : 'visibility:hidden;pointer-events:none'}}
dialog::backdrop{background:rgb(0 0 0/45%)}
iframe{border:0;width:100%;height:100%;color-scheme:light dark}
`

const whenCovered = new Set<() => void>()

/**
 * Another dialog, a popover or fullscreen goes on top of ours, where it could hide what the parent is asked; what is under our
 * dialog takes no clicks, so that only its event tells. To be called before any script of the page could keep that back.
 */
export function watchOverlays(): void {
  const covered = () => {
    for (const raise of whenCovered) raise()
  }
  for (const type of ['toggle', 'fullscreenchange']) window.addEventListener(type, covered, true)
}

export interface PauseHost {
  show(): void
  /** Opens it small and beside the page, which stays usable and keeps the focus. */
  notice(): void
  hide(): void
  /** Comes back in front of what the page put over it; false once the page took the element out of the document. */
  stay(): boolean
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
  let modal = false
  const close = () => {
    modal = false
    dialog.close()
    dialog.classList.remove('notice')
  }
  const raise = () => {
    if (!host.isConnected) return
    close()
    dialog.showModal()
    modal = true
    frame.focus()
  }
  const covered = () => {
    if (modal) raise()
  }
  whenCovered.add(covered)
  dialog.append(frame)
  root.append(style, dialog)
  document.documentElement.append(host)
  return {
    show: () => {
      if (!modal) raise()
    },
    notice: () => {
      close()
      dialog.classList.add('notice')
      // show() would move the focus.
      dialog.setAttribute('open', '')
    },
    hide: close,
    stay: () => {
      if (modal && document.elementFromPoint(innerWidth / 2, innerHeight / 2) !== host) raise()
      return host.isConnected
    },
    remove: () => {
      host.remove()
      whenCovered.delete(covered)
    },
  }
}
