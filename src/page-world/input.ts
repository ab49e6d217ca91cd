import { asTheyAre, copyFiles, every, filesOf, isEmpty, transferOf } from './file-list'
import { isPhoto } from './is-photo'
import { dispatch, getter, NativeEvent, own, setter, stop, targetOf, typeOf } from './natives'
import type { Answer, Pause } from './pause'
import { attempt, isInside } from './tree'
import type { WayIn } from './way-in'

const inputFiles = getter(HTMLInputElement.prototype, 'files')
const setFiles = setter(HTMLInputElement.prototype, 'files')
const setValue = setter(HTMLInputElement.prototype, 'value')
const formOf = getter(HTMLInputElement.prototype, 'form')

/** The chosen files when this is a file input, of whatever realm; null for everything else. */
export const chosenFiles = (target: unknown): FileList | null => attempt(() => inputFiles(target)) ?? null

/** What pages already got to see. */
const released = own(new WeakSet<File>())

/** Gives an input files as if they had just been chosen. */
export function choose(input: HTMLInputElement, files: FileList): void {
  every(copyFiles(files), (file) => !!released.add(file))
  setFiles(input, files)
  dispatch(input, new NativeEvent('input', { bubbles: true, composed: true }))
  dispatch(input, new NativeEvent('change', { bubbles: true }))
}

/** The inputs whose photos wait for an answer, for forms. */
export interface HeldInputs {
  isIn(form: HTMLFormElement): boolean
  /** Calls back after each answer, with the input's form and whether anything was released. */
  whenSettled(heard: (form: HTMLFormElement | null, released: boolean) => void): void
}

/** `<input type=file>`: the browser fires `input`, then `change`; a page may listen to either. */
export function inputs(pause: Pause): { readonly way: WayIn; readonly held: HeldInputs } {
  const holds = own(new Map<HTMLInputElement, number>())
  /** What an input held when its picker opened, to be put back when the new choice is cancelled. */
  const before = own(new WeakMap<HTMLInputElement, File[]>())
  /** Inputs emptied on `input`: their `change` would tell the page of an empty choice. */
  const emptied = own(new WeakSet<HTMLInputElement>())
  let settled: (form: HTMLFormElement | null, released: boolean) => void = () => {}
  /** Where the picker was opened last: in a closed shadow root events name the host in its place. */
  let opened: HTMLInputElement | undefined

  const opening = (event: Event) => {
    const input = targetOf(event) as HTMLInputElement
    const files = chosenFiles(input)
    if (!files) return
    opened = input
    before.set(input, copyFiles(files))
    pause.warm()
  }

  const release = (input: HTMLInputElement, files: readonly File[], answer: Answer | null) => {
    const left = filesOf(transferOf(files, answer))
    holds.delete(input)
    if (!isEmpty(left)) choose(input, left)
    else {
      const old = before.get(input) ?? []
      setFiles(input, filesOf(transferOf(old, asTheyAre(old))))
      dispatch(input, new NativeEvent('cancel', { bubbles: true }))
    }
    settled(formOf(input), !isEmpty(left))
  }

  const chosen = (event: Event) => {
    const target = targetOf(event)
    const input = (opened && isInside(opened, target) ? opened : target) as HTMLInputElement
    const list = chosenFiles(input)
    if (!list || !event.isTrusted) return
    if (isEmpty(list)) {
      if (typeOf(event) !== 'change' || !emptied.has(input)) return
      emptied.delete(input)
      return stop(event)
    }
    const files = copyFiles(list)
    if (every(files, (file) => released.has(file))) return
    pause.withdraw(holds.get(input) ?? 0)
    holds.delete(input)
    if (every(files, (file) => !isPhoto(file))) return
    stop(event)
    setValue(input, '')
    if (typeOf(event) === 'input') emptied.add(input)
    const id = pause.hold('input', files, (answer) => release(input, files, answer))
    holds.set(input, id)
  }

  return {
    way: { click: opening, input: chosen, change: chosen },
    held: {
      isIn(form) {
        let found = false
        holds.forEach((_, input) => {
          found ||= formOf(input) === form
        })
        return found
      },
      whenSettled(heard) {
        settled = heard
      },
    },
  }
}
