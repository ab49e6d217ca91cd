import { drops } from './drop'
import { inputs } from './input'
import { listen } from './natives'
import { createPause } from './pause'
import type { WayIn } from './way-in'

/** Watches every way in, from now until the signal aborts. */
export function install(signal: AbortSignal): void {
  const pause = createPause(signal)
  const ways: readonly WayIn[] = [inputs(pause), drops(pause)]
  for (const way of ways) for (const type in way) listen(window, type, way[type] ?? null, { capture: true, signal })
}
