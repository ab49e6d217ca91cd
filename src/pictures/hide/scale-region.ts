import type { Region } from './region'

export interface Scale {
  readonly across: number
  readonly down: number
}

/** Returns the region in a picture of another size, one pixel larger at each side: sizes are rounded, and pixels spread. */
export function scaleRegion(region: Region, { across, down }: Scale): Region {
  if ('box' in region) {
    const { x, y, width, height } = region.box
    return {
      ...region,
      box: { x: x * across - 1, y: y * down - 1, width: width * across + 2, height: height * down + 2 },
    }
  }
  const points = region.stroke.points.map(({ x, y }) => ({ x: x * across, y: y * down }))
  // An eraser must not take away more than it did, nor a brush less.
  const radius =
    region.shape === 'erase'
      ? Math.max(0, region.stroke.radius * Math.min(across, down) - 1)
      : region.stroke.radius * Math.max(across, down) + 1
  return { ...region, stroke: { points, radius } }
}
