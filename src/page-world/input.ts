import { copyFiles, every, filesOf, transferOf } from './file-list'
import { hasNoPhoto } from './is-photo'
import { dispatch, NativeEvent, natives, own, stop, targetOf, typeOf } from './natives'
import type { Pause } from './pause'
import { isConnected, isInside, orUndefined } from './tree'
import type { WayIn } from './way-in'

const [inputFiles, setValue, setType, setChecked, formOf] = natives(
  HTMLInputElement,
  'files',
  'value',
  'type',
  'checked',
  'form',
)
const [click] = natives(HTMLElement, 'click')

/** The chosen files when this is a file input, of whatever realm; nothing for everything else. */
export const chosenFiles = (target: unknown): FileList | null | undefined => orUndefined(() => inputFiles(target))

/** What pages already got to see. */
const released = own(new WeakSet<File>())

/** Ends the choice that is being played to the page. */
let play: (() => void) | undefined

/**
 * Gives an input files as if they had just been chosen. Of an input in the document that is a checkbox meanwhile, a click by
 * script makes the browser itself fire `input` and `change`; by the time anybody hears them it has its type and files.
 */
export function choose(input: HTMLInputElement, files: FileList): void {
  every(copyFiles(files), (file) => released.add(file))
  play = () => {
    play = undefined
    setChecked(input, false)
    setType(input, 'file')
    inputFiles(input, files)
  }
  if (isConnected(input)) {
    setType(input, 'checkbox')
    click(input)
  }
  if (!play) return
  play()
  dispatch(input, new NativeEvent('input', { bubbles: true, composed: true }))
  dispatch(input, new NativeEvent('change', { bubbles: true }))
}

/** The inputs whose photos wait for an answer, for forms. */
export interface HeldInputs {
  isIn(form: HTMLFormElement): boolean
  /** Sends the form once nothing of it is held any more, unless the last choice in it was cancelled. */
  sendLater(form: HTMLFormElement, send: () => void): void
}

/** `<input type=file>`: the browser fires `input`, then `change`; a page may listen to either. */
export function inputs(pause: Pause): { readonly way: WayIn; readonly held: HeldInputs } {
  const holds = own(new Map<HTMLInputElement, number>())
  /** What an input held when its picker opened, to be put back when the new choice is cancelled. */
  const before = own(new WeakMap<HTMLInputElement, File[]>())
  const waiting = own(new Map<HTMLFormElement | null, () => void>())
  /** The input that was emptied on `input`: the `change` that follows would tell the page of an empty choice. */
  let emptied: HTMLInputElement | undefined
  /** Where the picker was opened last: in a closed shadow root events name the host in its place. */
  let opened: HTMLInputElement | undefined

  const opening = (event: Event) => {
    if (play) return stop(event)
    const input = targetOf(event) as HTMLInputElement
    const files = chosenFiles(input)
    if (!files) return
    opened = input
    before.set(input, copyFiles(files))
    pause.tell('warm')
  }

  const isIn = (form: HTMLFormElement | null) => {
    let found = false
    holds.forEach((_, input) => {
      found ||= formOf(input) === form
    })
    return found
  }

  const release = (input: HTMLInputElement, left: readonly File[] | null) => {
    const chosen = left?.length ? left : null
    const files = filesOf(transferOf(chosen ?? before.get(input) ?? []))
    holds.delete(input)
    if (chosen) choose(input, files)
    else {
      inputFiles(input, files)
      dispatch(input, new NativeEvent('cancel', { bubbles: true }))
    }
    const form = formOf(input)
    if (isIn(form)) return
    const send = waiting.get(form)
    waiting.delete(form)
    if (chosen) send?.()
  }

  const chosen = (event: Event) => {
    if (play) return play()
    const target = targetOf(event)
    const input = (opened && isInside(opened, target) ? opened : target) as HTMLInputElement
    const list = chosenFiles(input)
    if (!list || !event.isTrusted) return
    const files = copyFiles(list)
    if (!files.length) {
      if (input === emptied) stop(event)
      emptied = undefined
      return
    }
    if (every(files, (file) => released.has(file))) return
    pause.withdraw(holds.get(input))
    holds.delete(input)
    if (hasNoPhoto(files)) return
    stop(event)
    setValue(input, '')
    if (typeOf(event) === 'input') emptied = input
    const id = pause.hold('input', files, (left) => release(input, left))
    holds.set(input, id)
  }

  return {
    way: { click: opening, input: chosen, change: chosen },
    held: { isIn, sendLater: (form, send) => void waiting.set(form, send) },
  }
}
