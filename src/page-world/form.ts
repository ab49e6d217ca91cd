import { every } from './file-list'
import { isGiven } from './given'
import { type Inputs, nameOf } from './input'
import { sizeOf } from './is-photo'
import { append, natives, own, prevent, stop, submitterOf, targetOf } from './natives'
import { orUndefined } from './tree'
import type { WayIn } from './way-in'
import { type View, wrap } from './wrap'

const [dataOf] = natives(FormDataEvent, 'formData')
const [allOf, remove, add] = natives(FormData, 'getAll', 'delete', 'append')
const [requestSubmit, elementsOf] = natives(HTMLFormElement, 'requestSubmit', 'elements')
const [countOf, itemOf] = natives(HTMLCollection as { prototype: HTMLCollectionBase }, 'length', 'item')

export interface Forms {
  readonly way: WayIn
  /** The inputs of the form whose photos wait for an answer; null when there are none, and for what is no form. */
  heldIn(form: unknown): readonly HTMLInputElement[] | null
  wrapSubmit(view: View): void
}

/** A form that is sent while one of its photos is held would go out with an empty field: it waits for the answer. */
export function forms(inputs: Inputs): Forms {
  const waiting = own(new WeakMap<object, () => void>())

  const heldIn = (form: unknown) => {
    const elements = orUndefined(() => elementsOf(form as HTMLFormElement))
    const held: HTMLInputElement[] = []
    for (let index = 0; elements && index < countOf(elements); index++) {
      const element = itemOf(elements, index)
      if (inputs.check(element)) append(held, element as HTMLInputElement)
    }
    return held.length ? held : null
  }

  /** Sends the form once nothing of it is held any more, unless the last choice in it was cancelled. */
  const sendLater = (form: HTMLFormElement, held: readonly HTMLInputElement[], send: () => void) => {
    waiting.set(form, send)
    every(held, (input) =>
      inputs.whenSettled(input, (files) => {
        if (heldIn(form)) return
        const last = waiting.get(form)
        waiting.delete(form)
        if (files) last?.()
      }),
    )
  }

  return {
    way: {
      submit(event) {
        const form = targetOf(event) as HTMLFormElement
        const held = event.isTrusted ? heldIn(form) : null
        if (!held) return
        prevent(event)
        stop(event)
        const submitter = submitterOf(event)
        sendLater(form, held, () => requestSubmit(form, submitter))
      },
      // Whatever sends a form, or reads it, comes by here: the last look, should all others have missed a file.
      formdata(event) {
        const data = event.isTrusted && dataOf(event)
        if (!data) return
        every(heldIn(targetOf(event)) ?? [], (input) => {
          const name = nameOf(input)
          const entries = allOf(data, name)
          remove(data, name)
          // The browser's own empty field stays: it is where the answer goes.
          every(entries, (entry) => {
            if (typeof entry === 'string' || isGiven(entry) || !sizeOf(entry)) add(data, name, entry as Blob)
          })
        })
      },
    },
    heldIn,
    wrapSubmit(view) {
      wrap<HTMLFormElement>(
        view.HTMLFormElement,
        (form, _, native) => {
          const held = heldIn(form)
          return held ? sendLater(form, held, native) : native()
        },
        'submit',
      )
    },
  }
}
