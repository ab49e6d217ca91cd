import type { Box } from '../detect/box'
import type { Sized } from '../detect/find-faces'
import type { HideOrder } from './order'
import { boundsOf, moved, type Region } from './region'
import { scaleRegion } from './scale-region'

/**
 * Returns the part of a picture, of any size, in which an order hides anything, in whole pixels, with the regions told from its
 * upper left corner; null when nothing is hidden.
 */
export function coveredPart(
  { width, height }: Sized,
  order: HideOrder,
): { readonly box: Box; readonly regions: readonly Region[] } | null {
  const scale = { across: width / order.width, down: height / order.height }
  const same = scale.across === 1 && scale.down === 1
  const regions = same ? order.regions : order.regions.map((region) => scaleRegion(region, scale))
  const bounds = regions.filter(({ shape }) => shape !== 'erase').map(boundsOf)
  const left = Math.max(0, Math.floor(Math.min(...bounds.map(({ x }) => x))))
  const top = Math.max(0, Math.floor(Math.min(...bounds.map(({ y }) => y))))
  const right = Math.min(width, Math.ceil(Math.max(...bounds.map((box) => box.x + box.width))))
  const bottom = Math.min(height, Math.ceil(Math.max(...bounds.map((box) => box.y + box.height))))
  if (!(right > left && bottom > top)) return null
  return {
    box: { x: left, y: top, width: right - left, height: bottom - top },
    regions: regions.map((region) => moved(region, -left, -top)),
  }
}
