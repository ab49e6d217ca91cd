import { every } from './file-list'
import type { Forms } from './form'
import type { Inputs } from './input'
import { append, descriptorOf, dispatch, NativePromise, natives, own } from './natives'
import { orUndefined } from './tree'
import { type View, wrap, wrapClass } from './wrap'

const [has, set, add] = natives(FormData, 'has', 'set', 'append')
const [nameOf] = natives(HTMLInputElement, 'name')
const NativeProgressEvent = ProgressEvent

/** Called with true once the answers are in the data, with false when a choice was cancelled. */
type Heard = (complete: boolean) => void

/** What a page makes of a form while a photo in it is held has an empty field; what sends it waits for the answer. */
export function watchFormData(inputs: Inputs, forms: Forms): (view: View) => void {
  const incomplete = own(new WeakMap<object, Heard[]>())

  const complete = (data: FormData, held: readonly HTMLInputElement[]) => {
    const waiting: Heard[] = []
    let open = held.length
    let all = true
    incomplete.set(data, waiting)
    every(held, (input) =>
      inputs.whenSettled(input, (files) => {
        all &&= files !== null
        const name = nameOf(input)
        if (has(data, name)) every(files ?? [], (file, index) => (index ? add : set)(data, name, file))
        if (--open) return
        incomplete.delete(data)
        every(waiting, (heard) => void heard(all))
      }),
    )
  }

  /** Null when there is nothing to wait for. */
  const waitingFor = (body: unknown) => orUndefined(() => incomplete.get(body as object))

  return (view) => {
    wrapClass(view, 'FormData', (args, make) => {
      const held = forms.heldIn(args[0])
      const made = make() as FormData
      if (held) complete(made, held)
      return made
    })
    wrap(
      { prototype: view },
      (_, args, native) => {
        const waiting = waitingFor(orUndefined(() => descriptorOf(args[1] as object, 'body').value))
        if (!waiting) return native()
        return new NativePromise((resolve, reject) =>
          append(waiting, (all) => {
            if (all) resolve(native())
            else reject(new DOMException('The user aborted a request.', 'AbortError'))
          }),
        )
      },
      'fetch',
    )
    wrap<XMLHttpRequest>(
      view.XMLHttpRequest,
      (request, args, native) => {
        const waiting = waitingFor(args[0])
        if (!waiting) return native()
        append(waiting, (all) => {
          // The page may have given it up meanwhile.
          if (all) orUndefined(native)
          else every(['abort', 'loadend'], (type) => void dispatch(request, new NativeProgressEvent(type)))
        })
      },
      'send',
    )
    wrap(
      view.Navigator,
      (_, args, native) => {
        const waiting = waitingFor(args[1])
        if (!waiting) return native()
        append(waiting, (all) => void (all && native()))
        return true
      },
      'sendBeacon',
    )
  }
}
