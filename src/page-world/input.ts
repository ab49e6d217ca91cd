import { copyFiles, isEmpty, transferOf } from './file-list'
import { isPhoto } from './is-photo'
import { dispatch, getter, NativeEvent, own, setter, stop, targetOf, typeOf } from './natives'
import type { Pause } from './pause'
import type { WayIn } from './way-in'

const inputFiles = getter(HTMLInputElement.prototype, 'files')
const setFiles = setter(HTMLInputElement.prototype, 'files')
const setValue = setter(HTMLInputElement.prototype, 'value')

/** The chosen files when this is a file input, of whatever realm; null for everything else. */
export function chosenFiles(target: unknown): FileList | null {
  try {
    return inputFiles(target)
  } catch {
    return null
  }
}

/** Gives an input files as if they had just been chosen. */
export function choose(input: HTMLInputElement, files: FileList): void {
  setFiles(input, files)
  dispatch(input, new NativeEvent('input', { bubbles: true, composed: true }))
  dispatch(input, new NativeEvent('change', { bubbles: true }))
}

export function anyPhoto(files: readonly File[]): boolean {
  for (let index = 0; index < files.length; index++) if (isPhoto(files[index] as File)) return true
  return false
}

/** `<input type=file>`: the browser fires `input`, then `change`; a page may listen to either. */
export function inputs(pause: Pause): WayIn {
  const holds = own(new WeakMap<HTMLInputElement, number>(), 'get', 'set', 'delete')
  /** What an input held when its picker opened, to be put back when the new choice is cancelled. */
  const before = own(new WeakMap<HTMLInputElement, File[]>(), 'get', 'set')
  /** Inputs emptied on `input`: their `change` would tell the page of an empty choice. */
  const emptied = own(new WeakSet<HTMLInputElement>(), 'add', 'has', 'delete')

  const opening = (event: Event) => {
    const input = targetOf(event) as HTMLInputElement
    const files = chosenFiles(input)
    if (!files) return
    before.set(input, copyFiles(files))
    pause.warm()
  }

  const chosen = (event: Event) => {
    const input = targetOf(event) as HTMLInputElement
    const list = chosenFiles(input)
    if (!list || !event.isTrusted) return
    if (isEmpty(list)) {
      if (emptied.has(input) && typeOf(event) === 'change') {
        emptied.delete(input)
        stop(event)
      }
      return
    }
    pause.withdraw(holds.get(input) ?? 0)
    const files = copyFiles(list)
    if (!anyPhoto(files)) return
    stop(event)
    setValue(input, '')
    if (typeOf(event) === 'input') emptied.add(input)
    const id = pause.hold('input', files, (answer) => {
      holds.delete(input)
      const released = answer && transferOf(files, answer).files
      if (released && !isEmpty(released)) return choose(input, released)
      setFiles(input, transferOf(before.get(input) ?? [], (index) => before.get(input)?.[index] ?? null).files)
      dispatch(input, new NativeEvent('cancel', { bubbles: true }))
    })
    holds.set(input, id)
  }

  return { click: opening, input: chosen, change: chosen }
}
