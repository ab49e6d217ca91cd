import type { Box } from '../detect/box'
import type { Pixels } from '../detect/tiles'
import { maskOf } from './mask'
import type { HideOrder } from './order'
import { forHidden, painterFor } from './painter'
import { scaleRegion } from './scale-region'

/**
 * Covers the regions of an order in pixels of any size of the picture, in place; what is covered is opaque.
 * @param random see `painterFor`.
 */
export function coverPixels({ width, height, data }: Pixels, order: HideOrder, random?: () => number): void {
  const scale = { across: width / order.width, down: height / order.height }
  const same = scale.across === 1 && scale.down === 1
  const regions = same ? order.regions : order.regions.map((region) => scaleRegion(region, scale))
  const mask = maskOf({ width, height }, 1, { width: 1, height: 1 }, regions)
  const painter = painterFor(order.style, regions, random)
  const at = ({ x, y }: Box) => (y * width + x) * 4
  if (painter.looks) {
    forHidden(mask, (cell, region) => {
      const from = at(cell)
      painter.look(region, cell.x + 0.5, cell.y + 0.5, [data[from] ?? 0, data[from + 1] ?? 0, data[from + 2] ?? 0])
    })
  }
  const paints = painter.paints()
  forHidden(mask, (cell, region) => {
    const colour = paints[region]?.(cell.x + 0.5, cell.y + 0.5)
    if (!colour) throw new Error('no such region')
    data.set([...colour, 255], at(cell))
  })
}
