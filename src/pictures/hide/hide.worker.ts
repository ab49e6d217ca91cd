import { serveCalls } from '../../workers/serve-calls'
import { hidePicture } from './hide-picture'
import type { HideCalls } from './hider'
import { repaintOnCanvas } from './repaint'

/** 0 to 1, not to be guessed. */
function random(): number {
  const [value = 0] = crypto.getRandomValues(new Uint32Array(1))
  return value / 2 ** 32
}

serveCalls<HideCalls>({ hide: (file, order) => hidePicture(file, order, repaintOnCanvas, random) })
