import { forFirefox } from '../bridge/built-for'
import { watchClipboard } from './clipboard'
import { drops } from './drop'
import { every } from './file-list'
import { forms } from './form'
import { wrapTransfers } from './hidden-files'
import { inputs } from './input'
import { listen } from './natives'
import { pastes } from './paste'
import { createPause } from './pause'
import { watchPickers } from './picker'
import { watchRoots } from './roots'
import { everyRoot } from './tree'
import type { WayIn } from './way-in'
import { watching, wrapToString } from './wrap'

/** Watches every way in, from now until `watching` ends. */
export function install(): void {
  const pause = createPause((input) => everyRoot(input, watch))
  const { way, held } = inputs(pause)
  const ways: readonly WayIn[] = [pause.way, way, drops(pause), pastes(pause), forms(held)]

  const listeners = ways.flatMap(Object.entries<WayIn[string]>)
  const options = { __proto__: null, capture: true, signal: watching.signal } as AddEventListenerOptions
  const watch = (target: EventTarget) => void every(listeners, (entry) => listen(target, entry[0], entry[1], options))
  watch(window)
  watchRoots(
    watch,
    (type) => !every(listeners, (entry) => entry[0] !== type),
    () => pause.tell('open'),
  )
  if (!forFirefox) watchPickers(pause)
  watchClipboard(pause)
  if (forFirefox) wrapTransfers()
  wrapToString()
}
