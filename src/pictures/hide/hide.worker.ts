import { serveCalls } from '../../review/serve-calls'
import { hidePicture } from './hide-picture'
import type { HideOrder } from './order'
import { repaintOnCanvas } from './repaint'

/** 0 to 1, not to be guessed. */
function random(): number {
  const [value = 0] = crypto.getRandomValues(new Uint32Array(1))
  return value / 2 ** 32
}

serveCalls({
  // Our own page is the only one that can call.
  hide: (file, _, order) => hidePicture(file, order as HideOrder, repaintOnCanvas, random),
})
