import type { HeldInputs } from './input'
import { natives, prevent, stop, submitterOf, targetOf } from './natives'
import type { WayIn } from './way-in'
import { wrap } from './wrap'

const [requestSubmit] = natives(HTMLFormElement, 'requestSubmit')

/** A form that is sent while one of its photos is held would go out with an empty field: it waits for the answer. */
export function forms(held: HeldInputs): WayIn {
  wrap<HTMLFormElement>(
    HTMLFormElement,
    (form, _, native) => (held.isIn(form) ? held.sendLater(form, native) : native()),
    'submit',
  )
  return {
    submit(event) {
      const form = targetOf(event) as HTMLFormElement
      if (!event.isTrusted || !held.isIn(form)) return
      prevent(event)
      stop(event)
      const submitter = submitterOf(event)
      held.sendLater(form, () => requestSubmit(form, submitter))
    },
  }
}
