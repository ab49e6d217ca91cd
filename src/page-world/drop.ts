import { forFirefox } from '../bridge/built-for'
import { copyFiles, every, filesOf, typesOf } from './file-list'
import { hideFiles } from './hidden-files'
import { choose, chosenFiles } from './input'
import { defineProperty, natives, plain, typeOf } from './natives'
import type { Pause } from './pause'
import { holdTransfer } from './transfer'
import type { WayIn } from './way-in'

const [transferIn] = natives(DragEvent, 'dataTransfer')
const NativeDragEvent = DragEvent

/** Files dragged from the desktop onto anything in the page. */
export function drops(pause: Pause): WayIn {
  /** Firefox lets pages read files that are only dragged over them. */
  const dragged = (event: Event) => {
    const transfer = event.isTrusted && transferIn(event)
    if (!transfer || every(typesOf(transfer), (type) => type !== 'Files')) return
    if (forFirefox) hideFiles(transfer)
    if (!forFirefox || typeOf(event) === 'dragenter') pause.tell('warm')
  }
  return {
    dragenter: dragged,
    ...(forFirefox && { dragover: dragged, dragleave: dragged }),
    drop(event) {
      const transfer = event.isTrusted && transferIn(event)
      if (!transfer) return
      holdTransfer(pause, event, transfer, {
        attribute: 'dataTransfer',
        // Pages show an overlay while something is dragged over them; without a drop only a leave takes it away.
        // The event serves as its own init dictionary: position, keys and buttons stay as they were.
        make: (left) => {
          if (left) likeDropped(left)
          return new NativeDragEvent(left ? 'drop' : 'dragleave', event as DragEvent)
        },
        byDefault: (left, target) => {
          if (chosenFiles(target)) choose(target as HTMLInputElement, filesOf(left))
        },
      })
    },
  }
}

/**
 * A transfer made by script allows no effect, and its items have no entries: libraries that look for either would see
 * no file in it.
 */
function likeDropped(left: DataTransfer): void {
  defineProperty(left, 'effectAllowed', plain('copy'))
  const items = copyFiles(filesOf(left)).map((file) => ({ kind: 'file', type: file.type, getAsFile: () => file }))
  defineProperty(left, 'items', plain(items))
}
