import type { Entries } from './entries'
import { every, typesOf } from './file-list'
import { choose, chosenFiles } from './input'
import { defineProperty, natives, plain } from './natives'
import type { Pause } from './pause'
import { elementUnder, innerAt } from './successor'
import { holdTransfer } from './transfer'
import type { WayIn } from './way-in'

const [transferIn] = natives(DragEvent, 'dataTransfer')
const [allowedBy, effectOf] = natives(DataTransfer, 'effectAllowed', 'dropEffect')
const [xOf, yOf] = natives(MouseEvent, 'clientX', 'clientY')
const NativeDragEvent = DragEvent

/** Files dragged from the desktop onto anything in the page. */
export function drops(pause: Pause, entries: Entries): WayIn {
  return {
    dragenter(event) {
      const transfer = event.isTrusted && transferIn(event)
      if (transfer && !every(typesOf(transfer), (type) => type !== 'Files')) pause.tell('warm')
    },
    drop(event) {
      const transfer = event.isTrusted && transferIn(event)
      if (!transfer) return
      const effects = [allowedBy(transfer), effectOf(transfer)] as const
      holdTransfer(pause, entries, event, transfer, {
        attribute: 'dataTransfer',
        // Pages show an overlay while something is dragged over them; without a drop only a leave takes it away.
        // The event serves as its own init dictionary: position, keys and buttons stay as they were.
        make(left) {
          if (left) {
            // A transfer made by script allows no effect, and libraries that look for one would see no file in it.
            defineProperty(left, 'effectAllowed', plain(effects[0]))
            defineProperty(left, 'dropEffect', plain(effects[1]))
          }
          return new NativeDragEvent(left ? 'drop' : 'dragleave', event as DragEvent)
        },
        inner: (root) => innerAt(root, xOf(event), yOf(event)),
        instead: (target) => elementUnder(target, xOf(event), yOf(event)),
        byDefault(_, target, files) {
          if (!chosenFiles(target)) return false
          choose(target as HTMLInputElement, files)
          return true
        },
      })
    },
  }
}
