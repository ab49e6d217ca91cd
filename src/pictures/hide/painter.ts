import type { Box } from '../detect/box'
import type { Colour } from './colour'
import { type Paint, paintOf, type Style } from './cover'
import type { Mask } from './mask'
import { type MosaicSums, mosaicOver } from './mosaic'
import { boundsOf, type Region } from './region'

/** Paints what is hidden; everything it needs of the picture itself goes through `look`, and only a mosaic looks. */
export interface Painter {
  readonly looks: boolean
  /** Tells the painter a colour that stands at a point of a region. */
  look(region: number, x: number, y: number, colour: Colour): void
  /** The colours of each region, by its index; for points as they are shown. Call it after the last look. */
  paints(): readonly Paint[]
}

/** @param random 0 to 1; shifts the colours of a mosaic. */
export function painterFor(style: Style, regions: readonly Region[], random: () => number = Math.random): Painter {
  const bounds = regions.map(boundsOf)
  if (style.kind !== 'mosaic')
    return { looks: false, look: () => undefined, paints: () => bounds.map((box) => paintOf(style, box)) }
  const sums = bounds.map((box): MosaicSums => mosaicOver(box))
  return {
    looks: true,
    look: (region, x, y, colour) => sums[region]?.add(x, y, colour),
    paints: () => sums.map((one) => one.paint(random)),
  }
}

/** Visits every hidden cell with its place in the stored picture and the index of its region. */
export function forHidden({ columns, rows, cell, regionOf }: Mask, visit: (cell: Box, region: number) => void): void {
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const region = regionOf[row * columns + column] ?? 0
      if (region === 0) continue
      const { width, height } = cell
      visit({ x: column * width, y: row * height, width, height }, region - 1)
    }
  }
}
