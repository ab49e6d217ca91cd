import { drops } from './drop'
import { every } from './file-list'
import { forms } from './form'
import { wrapTransfers } from './hidden-files'
import { inputs } from './input'
import { listen } from './natives'
import { pastes } from './paste'
import { createPause } from './pause'
import { watchRoots } from './roots'
import type { WayIn } from './way-in'
import { wrapToString } from './wrap'

/** Watches every way in, from now until the signal aborts. */
export function install(signal: AbortSignal): void {
  const pause = createPause(signal)
  const { way, held } = inputs(pause)
  const ways: readonly WayIn[] = [way, drops(pause), pastes(pause), forms(held, signal)]

  const listeners = ways.flatMap(Object.entries<WayIn[string]>)
  const options = { __proto__: null, capture: true, signal } as AddEventListenerOptions
  const watch = (target: EventTarget) =>
    void every(listeners, (entry) => {
      listen(target, entry[0], entry[1], options)
      return true
    })
  watch(window)
  watchRoots(watch, (type) => !every(listeners, (entry) => entry[0] !== type), signal)
  wrapTransfers(signal)
  wrapToString(signal)
}
