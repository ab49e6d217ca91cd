import { getter, method } from './natives'
import type { Pause } from './pause'
import { getData, holdTransfer } from './transfer'
import type { WayIn } from './way-in'

const transferIn = getter(ClipboardEvent, 'clipboardData')
const command = method(Document, 'execCommand')
const NativeClipboardEvent = ClipboardEvent

/** Pictures on the clipboard. Office programs put a picture of the text beside the text, so that has to arrive too. */
export function pastes(pause: Pause): WayIn {
  return {
    paste(event) {
      const transfer = event.isTrusted && transferIn(event)
      if (!transfer) return
      holdTransfer(pause, event, transfer, {
        attribute: 'clipboardData',
        make: (left) => left && new NativeClipboardEvent('paste', event as ClipboardEventInit),
        byDefault: (left) => {
          // As text: what the browser would make harmless in pasted HTML, a command would not.
          command(document, 'insertText', false, getData(left, 'text/plain'))
        },
      })
    },
  }
}
