import type { Box } from '../detect/box'

export interface Point {
  readonly x: number
  readonly y: number
}

/** A line drawn by hand; `radius` is half of its thickness. */
export interface Stroke {
  readonly points: readonly Point[]
  readonly radius: number
}

/**
 * What is to be hidden, in the order in which it was drawn, in pixels of the picture the right way up. `erase` takes away
 * from what was drawn before it.
 */
export type Region =
  | { readonly shape: 'ellipse' | 'rectangle'; readonly box: Box }
  | { readonly shape: 'stroke'; readonly stroke: Stroke }
  | { readonly shape: 'erase'; readonly stroke: Stroke }

/** Does any point of the cell lie in the region? An ellipse or a line that only touches it counts. */
export function touches(region: Region, cell: Box): boolean {
  switch (region.shape) {
    case 'rectangle':
      return isNear(region.box, cell)
    case 'ellipse':
      return isNear(region.box, cell) && ellipseTouches(region.box, cell)
    default:
      return strokeDistance(region.stroke, cell) <= region.stroke.radius
  }
}

/** Does the whole cell lie in the stroke? Taken away is only what an eraser covers completely. */
export function covers({ points, radius }: Stroke, { x, y, width, height }: Box): boolean {
  const corners = [
    { x, y },
    { x: x + width, y },
    { x, y: y + height },
    { x: x + width, y: y + height },
  ]
  return segmentsOf(points).some((segment) => corners.every((corner) => toSegment(corner, segment) <= radius))
}

/** The smallest box around a region. */
export function boundsOf(region: Region): Box {
  if ('box' in region) return region.box
  const { points, radius } = region.stroke
  const left = Math.min(...points.map(({ x }) => x)) - radius
  const top = Math.min(...points.map(({ y }) => y)) - radius
  const right = Math.max(...points.map(({ x }) => x)) + radius
  const bottom = Math.max(...points.map(({ y }) => y)) + radius
  return { x: left, y: top, width: right - left, height: bottom - top }
}

/** The region at another place. */
export function moved(region: Region, across: number, down: number): Region {
  const to = <At extends Point>(at: At): At => ({ ...at, x: at.x + across, y: at.y + down })
  if ('box' in region) return { ...region, box: to(region.box) }
  return { ...region, stroke: { ...region.stroke, points: region.stroke.points.map(to) } }
}

function isNear(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
}

/** The point of the cell next to the centre decides, measured in radii. */
function ellipseTouches(box: Box, cell: Box): boolean {
  const centre = { x: box.x + box.width / 2, y: box.y + box.height / 2 }
  const near = nearest(centre, cell)
  const across = (near.x - centre.x) / (box.width / 2)
  const down = (near.y - centre.y) / (box.height / 2)
  return across * across + down * down <= 1
}

function nearest({ x, y }: Point, cell: Box): Point {
  return { x: clamp(x, cell.x, cell.x + cell.width), y: clamp(y, cell.y, cell.y + cell.height) }
}

const clamp = (value: number, least: number, most: number) => Math.min(most, Math.max(least, value))

type Segment = readonly [from: Point, to: Point]

function segmentsOf(points: readonly Point[]): Segment[] {
  const [first] = points
  if (!first) return []
  if (points.length === 1) return [[first, first]]
  return points.slice(1).map((to, at) => [points[at] ?? first, to] as const)
}

/** The distance between a line and a cell, at most a quarter of the cell's own size too small. */
function strokeDistance({ points }: Stroke, cell: Box): number {
  const centre = { x: cell.x + cell.width / 2, y: cell.y + cell.height / 2 }
  let least = Number.POSITIVE_INFINITY
  for (const segment of segmentsOf(points)) {
    const on = onSegment(centre, segment)
    const near = nearest(on, cell)
    least = Math.min(least, toSegment(near, segment))
  }
  return least
}

function onSegment({ x, y }: Point, [from, to]: Segment): Point {
  const across = to.x - from.x
  const down = to.y - from.y
  const length = across * across + down * down
  const along = length === 0 ? 0 : clamp(((x - from.x) * across + (y - from.y) * down) / length, 0, 1)
  return { x: from.x + along * across, y: from.y + along * down }
}

function toSegment(point: Point, segment: Segment): number {
  const on = onSegment(point, segment)
  return Math.hypot(point.x - on.x, point.y - on.y)
}
