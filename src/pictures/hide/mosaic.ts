import type { Box } from '../detect/box'
import type { Colour } from './colour'
import type { Paint } from './cover'

/** More blocks across a face leave its shape to be seen: with eight it was, with sixteen it was recognised. */
export const MAX_MOSAIC_BLOCKS = 5
/** Steps of each channel. */
const LEVELS = 16
const STEP = 255 / (LEVELS - 1)

/** Adds up what lies under a mosaic, a few pixels or blocks at a time. */
export interface MosaicSums {
  add(x: number, y: number, colour: Colour): void
  /** The finished mosaic. @param random 0 to 1, asked three times a block: the colours are shifted by up to one step. */
  paint(random: () => number): Paint
}

/** A mosaic over `bounds`: at most five blocks along its longer side. */
export function mosaicOver({ x: left, y: top, width, height }: Box): MosaicSums {
  const side = Math.max(width, height) / MAX_MOSAIC_BLOCKS
  const columns = Math.max(1, Math.min(MAX_MOSAIC_BLOCKS, Math.round(width / side)))
  const rows = Math.max(1, Math.min(MAX_MOSAIC_BLOCKS, Math.round(height / side)))
  const sums = new Float64Array(columns * rows * 4)
  const cell = (at: number, start: number, length: number, count: number) =>
    Math.max(0, Math.min(count - 1, Math.floor(((at - start) / length) * count)))
  const placeOf = (x: number, y: number) => cell(y, top, height, rows) * columns + cell(x, left, width, columns)
  return {
    add(x, y, [red, green, blue]) {
      const at = placeOf(x, y) * 4
      sums[at] = (sums[at] ?? 0) + red
      sums[at + 1] = (sums[at + 1] ?? 0) + green
      sums[at + 2] = (sums[at + 2] ?? 0) + blue
      sums[at + 3] = (sums[at + 3] ?? 0) + 1
    },
    paint(random) {
      const blocks = Array.from({ length: columns * rows }, (_, block): Colour => {
        const count = Math.max(1, sums[block * 4 + 3] ?? 0)
        const channel = (at: number) => jittered(Math.round((sums[block * 4 + at] ?? 0) / count / STEP), random)
        return [channel(0), channel(1), channel(2)]
      })
      const grey: Colour = [128, 128, 128]
      return (x, y) => blocks[placeOf(x, y)] ?? grey
    },
  }
}

function jittered(level: number, random: () => number): number {
  const shifted = level * STEP + (random() * 2 - 1) * STEP
  return Math.max(0, Math.min(255, Math.round(shifted)))
}
