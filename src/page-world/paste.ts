import type { Entries } from './entries'
import { getData } from './file-list'
import { natives } from './natives'
import type { Pause } from './pause'
import { editableIn, innerActive } from './successor'
import { holdTransfer } from './transfer'
import { command } from './tree'
import type { WayIn } from './way-in'

const [transferIn] = natives(ClipboardEvent, 'clipboardData')
const NativeClipboardEvent = ClipboardEvent

/** Pictures on the clipboard. Office programs put a picture of the text beside the text, so that has to arrive too. */
export function pastes(pause: Pause, entries: Entries): WayIn {
  return {
    paste(event) {
      const transfer = event.isTrusted && transferIn(event)
      if (!transfer) return
      holdTransfer(pause, entries, event, transfer, {
        attribute: 'clipboardData',
        make: (left) => left && new NativeClipboardEvent('paste', event as ClipboardEventInit),
        inner: innerActive,
        instead: editableIn,
        // As text: what the browser would make harmless in pasted HTML, a command would not.
        byDefault: (left) => command(document, 'insertText', false, getData(left, 'text/plain')),
      })
    },
  }
}
