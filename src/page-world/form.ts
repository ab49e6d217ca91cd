import type { HeldInputs } from './input'
import { getter, method, own, prevent, stop, targetOf } from './natives'
import type { WayIn } from './way-in'
import { wrap } from './wrap'

const submitterOf = getter(SubmitEvent.prototype, 'submitter')
const requestSubmit = method(HTMLFormElement.prototype, 'requestSubmit')

/** A form that is sent while one of its photos is held would go out with an empty field: it waits for the answer. */
export function forms(held: HeldInputs, signal: AbortSignal): WayIn {
  const waiting = own(new Map<HTMLFormElement, () => void>())

  held.whenSettled((form, released) => {
    if (!form || held.isIn(form)) return
    const send = waiting.get(form)
    waiting.delete(form)
    if (released) send?.()
  })
  wrap<HTMLFormElement>(
    HTMLFormElement.prototype,
    'submit',
    (form, _, native) => (held.isIn(form) ? void waiting.set(form, native) : native()),
    signal,
  )
  return {
    submit(event) {
      const form = targetOf(event) as HTMLFormElement
      if (!event.isTrusted || !held.isIn(form)) return
      prevent(event)
      stop(event)
      const submitter = submitterOf(event)
      waiting.set(form, () => requestSubmit(form, submitter))
    },
  }
}
