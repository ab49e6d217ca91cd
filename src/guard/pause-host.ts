import { forFirefox } from '../bridge/built-for'
import type { PortDelivery } from '../bridge/pause'
import { askBackground } from './ask-background'
import { hasPopover } from './has-popover'
import { keepPlace } from './keep-place'
import { placeNotice } from './notice-place'
import { createExtensionFrame, createHtml, createShadowHost } from './shadow-host'

/**
 * `!important` inside a shadow root wins over every rule and inline style of the page. In Chromium the closed
 * dialog is laid out, only not seen: what it is to show is on the screen sooner. Firefox is soon enough without.
 */
const STYLE = `
:host{all:initial!important}
dialog{all:initial;position:fixed;inset:0;width:100%;height:100%}
dialog.notice{inset:auto;width:min(420px,100% - 32px);z-index:2147483647}
.unseen{opacity:0;pointer-events:none}
dialog:not([open],:popover-open){${forFirefox ? 'display:none' : 'visibility:hidden;pointer-events:none'}}
dialog::backdrop{background:rgb(0 0 0/45%)}
iframe{border:0;width:100%;height:100%;color-scheme:light dark}
`

/** Milliseconds without a word of a drag after which a notice that stepped aside comes back. */
const ASIDE_MS = 1000

/** Milliseconds after a click on the notice in which the browser may still say that its frame has the focus. */
const LATE_FOCUS_MS = 1000

declare global {
  /**
   * Called by the guard when another dialog, a popover or fullscreen went on top of ours, where it could hide what the parent is
   * asked; what is under our dialog takes no clicks, so that only its event tells.
   */
  var pausephotoCovered: (() => void) | undefined
}

const whenCovered = new Set<() => void>()

export interface PauseHost {
  show(): void
  /**
   * Opens it small and beside the page, which stays usable and keeps the focus, so many pixels high; with 0 unseen, to be
   * measured.
   */
  notice(height: number): void
  /** Lets the page have what is dragged over the notice. */
  aside(): void
  /** Gives the page back the focus that a click on the notice took. */
  blur(): void
  hide(): void
  /** Comes back in front of what the page put over it; false once the page took the element out of the document. */
  stay(): boolean
  remove(): void
}

/**
 * Puts the pause page into the document, closed: a closed shadow root, a dialog, an iframe of the extension's origin.
 * `port` goes to the iframe's window, addressed to the extension's origin, so that no page can catch it. `raised` is called
 * whenever the dialog came up, or came back up: a click just then was not meant for it.
 */
export function openPauseHost(ticket: string, port: MessagePort, raised: () => void): PauseHost {
  const delivery: PortDelivery = { type: 'port', ticket }
  const { host, root } = createShadowHost()
  const style = createHtml('style')
  style.textContent = STYLE
  const dialog = createHtml('dialog')
  dialog.popover = 'manual'
  const frame = createExtensionFrame('pause.html', delivery, port)
  // The answer is given in the dialog; closing it with Escape is for the pause page to decide.
  dialog.addEventListener('cancel', (event) => event.preventDefault())
  let shown = false
  let giveBack = () => {}
  let back: ReturnType<typeof setTimeout>

  const isInFront = () => document.elementFromPoint(innerWidth / 2, innerHeight / 2) === host
  const close = () => {
    if (dialog.matches(':popover-open')) dialog.hidePopover()
    if (host.matches(':popover-open')) host.hidePopover()
    host.removeAttribute('popover')
    dialog.close()
    dialog.className = ''
    dialog.removeAttribute('style')
  }
  const raise = () => {
    if (!host.isConnected) return
    close()
    // A modal dialog makes the page inert, for screen readers too, but closes its popovers, composers among them.
    if (hasPopover()) dialog.showPopover()
    else dialog.showModal()
    // The page has a modal dialog open, under which a popover is inert, and another modal dialog is not.
    if (!isInFront() && !dialog.matches(':modal')) {
      dialog.hidePopover()
      dialog.showModal()
    }
    frame.focus()
    raised()
  }
  let unfiltered = false
  const unfilter = (on: boolean) => {
    unfiltered = on
    // Where nobody answers the dialog stays as the page draws it.
    askBackground('setUnfiltered', on).catch(() => {})
  }
  const look = () => {
    if (!shown) return
    if (forFirefox && !unfiltered && getComputedStyle(document.documentElement).filter !== 'none') unfilter(true)
    if (endTransition() || !isInFront()) raise()
    requestAnimationFrame(look)
  }
  const covered = () => {
    if (shown) raise()
  }
  whenCovered.add(covered)
  globalThis.pausephotoCovered = () => {
    for (const raise of whenCovered) raise()
  }
  dialog.append(frame)
  root.append(style, dialog)
  // Should a page get in after all, what it puts over the question ends it: nothing is sent.
  const tampered = new MutationObserver(() => host.remove())
  tampered.observe(root, { subtree: true, childList: true, attributeFilter: ['srcdoc'] })
  return {
    show: () => {
      if (shown) return
      giveBack = keepPlace()
      shown = true
      raise()
      look()
    },
    notice: (height) => {
      if (!dialog.classList.contains('notice')) {
        hide()
        giveBack = keepPlace()
        dialog.classList.add('notice')
        // show() would move the focus, and so would a dialog that is shown as a popover.
        dialog.setAttribute('open', '')
        // To be seen over a modal dialog of the page, and in fullscreen.
        host.popover = 'manual'
        if (host.isConnected) host.showPopover()
        // A drag of the page's own is told by its events, one over the notice by the pause page.
        window.addEventListener('dragover', aside, true)
      }
      placeNotice(dialog, height)
    },
    aside,
    blur: () => {
      if (document.activeElement === host) return release()
      // The frame's word came before the browser's that the frame has the focus. Whoever else gets it meanwhile keeps it.
      const late = { once: true, signal: AbortSignal.timeout(LATE_FOCUS_MS) }
      const releaseIfOurs = () => document.activeElement === host && release()
      window.addEventListener('blur', () => setTimeout(releaseIfOurs), late)
    },
    hide,
    stay: () => host.isConnected,
    remove: () => {
      hide()
      tampered.disconnect()
      host.remove()
      whenCovered.delete(covered)
    },
  }

  /** The page has the focus again, where no element had it too. What a question asks keeps it. */
  function release() {
    if (shown) return
    giveBack()
    if (document.activeElement === document.body) window.focus()
  }

  function aside() {
    if (shown) return
    dialog.style.visibility = 'hidden'
    clearTimeout(back)
    back = setTimeout(() => {
      dialog.style.visibility = ''
    }, ASIDE_MS)
  }

  function hide() {
    // A notice that was clicked has it too.
    const hadFocus = document.activeElement === host
    if (unfiltered) unfilter(false)
    shown = false
    close()
    if (hadFocus) giveBack()
  }
}

/**
 * Ends a view transition, whose pictures lie over everything, take no clicks and tell nobody. Returns whether there was one.
 * Starting another one ends it (CSS View Transitions 1 §6.1), in every tree that can be found.
 */
function endTransition(): boolean {
  if (!document.documentElement.matches(':active-view-transition')) return false
  document.startViewTransition(() => {}).skipTransition()
  return true
}
