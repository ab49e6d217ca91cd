import { drops } from './drop'
import { every } from './file-list'
import { forms } from './form'
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

  const listeners: (readonly [string, (event: Event) => void])[] = []
  const types = { __proto__: null } as unknown as Record<string, boolean>
  for (const way of ways) {
    for (const entry of Object.entries(way)) {
      listeners.push(entry)
      types[entry[0]] = true
    }
  }
  const options = { __proto__: null, capture: true, signal } as AddEventListenerOptions
  const watch = (target: EventTarget) =>
    void every(listeners, (entry) => {
      listen(target, entry[0], entry[1], options)
      return true
    })
  watch(window)
  watchRoots(watch, (type) => typeof type === 'string' && types[type] === true, signal)
  wrapToString(signal)
}
