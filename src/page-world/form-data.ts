import { every } from './file-list'
import type { Forms } from './form'
import { type Inputs, nameOf } from './input'
import { append, descriptorOf, dispatch, NativePromise, natives, own } from './natives'
import { orUndefined } from './tree'
import { type View, wrap, wrapClass } from './wrap'

const [has, set, add] = natives(FormData, 'has', 'set', 'append')
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

  /** Has what sends a body wait for what is still to come into it; `waits` answers the page meanwhile. */
  const delay = <T>(
    owner: { prototype: object },
    name: string,
    bodyIn: (args: readonly unknown[]) => unknown,
    waits: (wait: (heard: Heard) => void, native: () => unknown, self: T) => unknown,
  ) =>
    wrap<T>(
      owner,
      (self, args, native) => {
        const waiting = orUndefined(() => incomplete.get(bodyIn(args) as object))
        return waiting ? waits((heard) => append(waiting, heard), native, self) : native()
      },
      name,
    )

  return (view) => {
    wrapClass(view, 'FormData', (args, make) => {
      const held = forms.heldIn(args[0])
      const made = make() as FormData
      if (held) complete(made, held)
      return made
    })
    delay(
      { prototype: view },
      'fetch',
      (args) => descriptorOf(args[1] as object, 'body').value,
      (wait, native) =>
        new NativePromise((resolve, reject) =>
          wait((all) => {
            if (all) resolve(native())
            else reject(new DOMException('The user aborted a request.', 'AbortError'))
          }),
        ),
    )
    delay<XMLHttpRequest>(
      view.XMLHttpRequest,
      'send',
      (args) => args[0],
      (wait, native, request) =>
        wait((all) => {
          // The page may have given it up meanwhile.
          if (all) orUndefined(native)
          else every(['abort', 'loadend'], (type) => void dispatch(request, new NativeProgressEvent(type)))
        }),
    )
    delay(
      view.Navigator,
      'sendBeacon',
      (args) => args[1],
      (wait, native) => {
        wait((all) => void (all && native()))
        return true
      },
    )
  }
}
