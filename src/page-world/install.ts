import { forFirefox } from '../bridge/built-for'
import { watchClipboard } from './clipboard'
import { drops } from './drop'
import { entries as entriesFor } from './entries'
import { every } from './file-list'
import { forms as formsFor } from './form'
import { watchFormData } from './form-data'
import { inputs as inputsFor } from './input'
import { listen } from './natives'
import { watchOriginalTargets } from './original-target'
import { pastes } from './paste'
import { createPause } from './pause'
import { watchPickers } from './picker'
import { realms as realmsFor } from './realms'
import { watchAround, watchRoots } from './roots'
import { hideInStacks } from './stack'
import { wrapTransferReadings } from './transfer-reading'
import type { WayIn } from './way-in'
import { type View, wrapToString } from './wrap'

/** Watches every way in, in this window and in those that only this one can reach. */
export function install(): void {
  const pause = createPause((input) => watchAround(input, watch))
  const inputs = inputsFor(pause, (node) => watchAround(node, watch))
  const forms = formsFor(inputs)
  const entries = entriesFor(pause)
  const formData = watchFormData(inputs, forms)
  const realms = realmsFor(watchRealm)
  const hidden = forFirefox ? null : hideInStacks()

  const ways: readonly WayIn[] = [
    pause.way,
    inputs.way,
    drops(pause, entries),
    pastes(pause, entries),
    forms.way,
    realms.way,
  ]
  const listeners = ways.flatMap(Object.entries<WayIn[string]>)
  const options = { __proto__: null, capture: true } as AddEventListenerOptions
  const watch = (target: EventTarget) => void every(listeners, (entry) => listen(target, entry[0], entry[1], options))
  const isWatched = (type: unknown) => !every(listeners, (entry) => entry[0] !== type)

  function watchRealm(view: View): void {
    watch(view)
    watchRoots(view, watch, isWatched, inputs, () => pause.tell('open'))
    inputs.wrapReadings(view)
    wrapTransferReadings(view)
    entries.wrapReadings(view)
    forms.wrapSubmit(view)
    formData(view)
    if (!forFirefox) watchPickers(pause, view)
    if (forFirefox) watchOriginalTargets(view)
    watchClipboard(pause, view)
    realms.wrapAccess(view)
    hidden?.(view)
    wrapToString(view)
  }
  watchRealm(window)
}
