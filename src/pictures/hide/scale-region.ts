import type { Region } from './region'

export interface Scale {
  readonly across: number
  readonly down: number
}

/** What makes a picture smaller mixes pixels that lie so far apart in the result: Lanczos with three lobes is the widest in use. */
const SPREAD_PIXELS = 3

/** Returns the region in a picture of another size, so much larger at each side that nothing of it spread over its border. */
export function scaleRegion(region: Region, { across, down }: Scale): Region {
  if ('box' in region) {
    const { x, y, width, height } = region.box
    return {
      ...region,
      box: {
        x: x * across - SPREAD_PIXELS,
        y: y * down - SPREAD_PIXELS,
        width: width * across + 2 * SPREAD_PIXELS,
        height: height * down + 2 * SPREAD_PIXELS,
      },
    }
  }
  const points = region.stroke.points.map(({ x, y }) => ({ x: x * across, y: y * down }))
  // An eraser must not take away more than it did, nor a brush less.
  const radius =
    region.shape === 'erase'
      ? Math.max(0, region.stroke.radius * Math.min(across, down) - SPREAD_PIXELS)
      : region.stroke.radius * Math.max(across, down) + SPREAD_PIXELS
  return { ...region, stroke: { points, radius } }
}
