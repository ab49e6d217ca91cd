import { copyFiles, every, filesOf, isEmpty, transferOf } from './file-list'
import { choose, chosenFiles } from './input'
import { isPhoto } from './is-photo'
import { defineProperty, dispatch, getter, plain, prevent, stop, targetOf } from './natives'
import type { Pause } from './pause'
import type { WayIn } from './way-in'

const dataTransferOf = getter(DragEvent.prototype, 'dataTransfer')
const NativeDragEvent = DragEvent
const prevented = getter(Event.prototype, 'defaultPrevented')

/** Files dragged from the desktop onto anything in the page. */
export function drops(pause: Pause): WayIn {
  const dragged = (event: Event) => {
    if (event.isTrusted) pause.warm()
  }

  const dropped = (event: Event) => {
    const data = event.isTrusted && dataTransferOf(event)
    const target = targetOf(event)
    if (!data || !target) return
    const files = copyFiles(filesOf(data))
    if (every(files, (file) => !isPhoto(file))) return
    prevent(event)
    stop(event)
    const again = (type: string, transfer: DataTransfer): Event => {
      // The event serves as its own init dictionary: position, keys and buttons stay as they were.
      const copy = new NativeDragEvent(type, event as DragEvent)
      defineProperty(copy, 'dataTransfer', plain(transfer))
      dispatch(target, copy)
      return copy
    }
    pause.hold('drop', files, (answer) => {
      const transfer = transferOf(files, answer)
      // Pages show an overlay while something is dragged over them; without a drop only a leave takes it away.
      if (isEmpty(filesOf(transfer))) return void again('dragleave', transfer)
      if (!prevented(again('drop', transfer)) && chosenFiles(target))
        choose(target as HTMLInputElement, filesOf(transfer))
    })
  }

  return { dragenter: dragged, drop: dropped }
}
