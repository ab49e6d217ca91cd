import { forFirefox } from '../bridge/built-for'
import { isScriptless } from '../bridge/scriptless'
import { droppedEntries } from './dropped-entries'
import { copyFiles, every, filesOf, transferOf } from './file-list'
import { areGiven, give, leftOfCopies, leftOfReplacements, remember } from './given'
import { hasNoPhoto } from './is-photo'
import { append, apply, dispatch, later, NativeEvent, natives, own, stop, targetOf } from './natives'
import type { Pause, Told } from './pause'
import { readerElsewhere } from './reader-elsewhere'
import { type Place, placeOf, successorAt } from './successor'
import { isConnected, isInside, isShown, orUndefined, ownerOf } from './tree'
import type { WayIn } from './way-in'
import { type Instead, type View, wrap, wrapSetter } from './wrap'

const [inputFiles, setValue, setType, setChecked] = natives(HTMLInputElement, 'files', 'value', 'type', 'checked')
export const [nameOf] = natives(HTMLInputElement, 'name')
const [click] = natives(HTMLElement, 'click')

/** The list in a file input, of whatever realm, as the browser has it; nothing for everything else. */
export const chosenFiles = (target: unknown): FileList | null | undefined => orUndefined(() => inputFiles(target))

/** Milliseconds in which a page that took its input away may still read what was chosen in it. */
const READING_TIMEOUT_MS = 1000

/** In a document without scripts this one runs in the guard's world. */
const isInGuardsWorld = isScriptless()
/** Whether that of the page around watches the input as well, or this one does so from there. Each hears what the other plays to the page. */
const isShared = (input: unknown): boolean => isInGuardsWorld || ownerOf(input) !== document

/** Ends the choice that is being played to the page. */
let play: (() => void) | undefined

/**
 * Gives an input files as if they had just been chosen. Of an input in the document that is a checkbox meanwhile, a click by
 * script makes the browser itself fire `input` and `change`; by the time anybody hears them it has its type and files.
 */
export function choose(input: HTMLInputElement, files: readonly File[]): void {
  give(files)
  play = () => {
    play = undefined
    setChecked(input, false)
    setType(input, 'file')
    inputFiles(input, filesOf(transferOf(files)))
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

export interface Inputs {
  readonly way: WayIn
  /** A picker of this input may be about to open. */
  opening(input: unknown): void
  /**
   * Holds what nobody has answered for yet, if this is an input with such files; true while a choice of it is held. What is no
   * new choice may be a copy of an earlier one.
   */
  check(input: unknown, isChoice?: boolean): boolean
  /** `heard` is called once no choice of the input is held any more, with the files that came of it. */
  whenSettled(input: unknown, heard: (files: readonly File[] | null) => void): void
  /** Has the inputs of a window show the page given files only. */
  wrapReadings(view: View): void
}

/** `<input type=file>`: a page may look at it whenever it likes; the events only say that there is something to ask. */
export function inputs(pause: Pause, watchAround: (node: unknown) => void): Inputs {
  const holds = own(new Map<unknown, number>())
  const waiting = own(new WeakMap<object, (files: readonly File[] | null) => void>())
  /** What an input held when its picker opened, to be put back when the new choice is cancelled. */
  const before = own(new WeakMap<HTMLInputElement, File[]>())
  /** Firefox fills the list that a page may have taken from the input long before; pages get lists that stay as they are. */
  const shown = own(new WeakMap<HTMLInputElement, FileList>())
  /** Where the picker was opened last: in a closed shadow root events name the host in its place. */
  let opened: HTMLInputElement | undefined
  /** Asks about what the input holds, and reads it; where another script of ours watches its window, that one does both. */
  const reading =
    (name: string, read: Instead<HTMLInputElement> = (_, __, native) => native()): Instead<HTMLInputElement> =>
    (input, args, native) => {
      const elsewhere = readerElsewhere(input, name)
      if (elsewhere) return apply(elsewhere, input, [])
      check(input)
      return read(input, args, native)
    }
  /** The input whose files the page looked at last. */
  let lastRead: HTMLInputElement | null = null

  const settled = (input: HTMLInputElement, files: readonly File[] | null) => {
    const heard = waiting.get(input)
    waiting.delete(input)
    heard?.(files)
  }

  /** Gives the files to the input, or to what the page drew in its place; `told` hears whether anybody has them. */
  const deliver = (input: HTMLInputElement, files: readonly File[], place: Place | null, told: Told) => {
    // A page may also keep it in a document of its own, in which no handler of an attribute runs.
    const isGone = place && !isShown(input)
    const next = isGone ? successorAt(place) : null
    lastRead = null
    choose(next ?? input, files)
    // Nobody looks for it in the document any more; the page may still hear of it, and take a moment.
    if (isGone && !next && lastRead !== input) later(() => told(lastRead === input), READING_TIMEOUT_MS)
    else told(true)
  }

  const release = (input: HTMLInputElement, left: readonly (File | null)[] | null, place: Place | null, told: Told) => {
    const files: File[] = []
    every(left ?? [], (file) => void (file && append(files, file)))
    const chosen = files.length ? files : null
    holds.delete(input)
    if (chosen) deliver(input, chosen, place, told)
    else {
      inputFiles(input, filesOf(transferOf(before.get(input) ?? [])))
      dispatch(input, new NativeEvent('cancel', { bubbles: true }))
    }
    settled(input, chosen)
  }

  const check = (target: unknown, isChoice?: boolean): boolean => {
    const list = chosenFiles(target)
    const files = list ? copyFiles(list) : []
    if (areGiven(files)) return holds.has(target)
    const input = target as HTMLInputElement
    const copies = isChoice ? isShared(input) && leftOfReplacements(files) : leftOfCopies(files)
    if (copies) {
      inputFiles(input, filesOf(transferOf(copies)))
      return false
    }
    pause.withdraw(holds.get(input))
    holds.delete(input)
    if (hasNoPhoto(files)) {
      give(files)
      settled(input, files)
      return false
    }
    const place = placeOf(input)
    every(files, (file) => remember(file, null))
    const id = pause.hold('input', files, (left, told) => {
      every(files, (file, index) => remember(file, left?.[index] ?? undefined))
      release(input, left, place, told)
    })
    holds.set(input, id)
    // Last: near the end of the stack nothing is emptied that is not held.
    setValue(input, '')
    return true
  }

  const opening = (target: unknown) => {
    const list = chosenFiles(target)
    if (!list) return
    opened = target as HTMLInputElement
    const files = copyFiles(list)
    before.set(opened, areGiven(files) ? files : [])
    pause.tell('warm')
  }

  const chosen = (event: Event) => {
    if (play) return play()
    const target = targetOf(event)
    const input = opened && isInside(opened, target) ? opened : target
    // What comes after the input was emptied would tell the page of an empty choice.
    if (event.isTrusted && check(input, true)) stop(event)
  }

  return {
    way: {
      click(event) {
        if (play) return stop(event)
        const target = targetOf(event)
        // The page may take it away at once, and a form in its root may be sent by it.
        watchAround(target)
        opening(target)
      },
      input: chosen,
      change: chosen,
    },
    opening,
    check,
    whenSettled(input, heard) {
      const others = waiting.get(input as object)
      waiting.set(input as object, (files) => {
        others?.(files)
        heard(files)
      })
    },
    wrapReadings(view) {
      wrap(view.HTMLInputElement, reading('value'), 'value')
      wrap(
        view.HTMLInputElement,
        reading('webkitEntries', (input, _, native) => {
          const list = chosenFiles(input)
          return (list && droppedEntries.get(copyFiles(list)[0] as File)) ?? native()
        }),
        'webkitEntries',
      )
      wrap(
        view.HTMLInputElement,
        reading('files', (input, _, native) => {
          lastRead = input
          const list = native() as FileList | null
          if (!forFirefox || !list) return list
          const files = copyFiles(list)
          const last = shown.get(input)
          const known = last && copyFiles(last)
          if (known?.length === files.length && every(known, (file, index) => file === files[index])) return last
          const now = filesOf(transferOf(files))
          shown.set(input, now)
          return now
        }),
        'files',
      )
      wrapSetter<HTMLInputElement>(
        view.HTMLInputElement,
        (input, args, native) => {
          const files = orUndefined(() => copyFiles(args[0] as FileList))
          // A page that has a list has its files.
          give(files ?? [])
          // Chromium puts copies of them into a cloned input.
          if (!forFirefox) every(files ?? [], (file) => remember(file, file))
          if (!forFirefox || !files || !chosenFiles(input)) return native()
          // Firefox would fill the page's list with the next choice.
          shown.set(input, args[0] as FileList)
          return inputFiles(input, filesOf(transferOf(files)))
        },
        'files',
      )
    },
  }
}
