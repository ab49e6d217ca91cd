import type { Position } from './position'

/** Degrees; longitudes count on over the date line, so that `east` may be above 180, and `west` below -180. */
export interface Bounds {
  readonly south: number
  readonly north: number
  readonly west: number
  readonly east: number
}

/** A point of a line: longitude and latitude in degrees, or pixels to the right and down. */
export type Point = [x: number, y: number]

/** Returns the bounds of a line of [longitude, latitude] of at least one point. */
export function boundsOf(line: readonly (readonly number[])[]): Bounds {
  let [south, north, west, east] = [90, -90, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const point of line) {
    const longitude = point[0] ?? 0
    const latitude = point[1] ?? 0
    if (latitude < south) south = latitude
    if (latitude > north) north = latitude
    if (longitude < west) west = longitude
    if (longitude > east) east = longitude
  }
  return { south, north, west, east }
}

/** Part of a map's width that it reaches from its middle at most, in degrees of either axis: up to .54, near the poles. */
const REACH = 0.65

/**
 * Returns what a map so many degrees wide can show at most, and a little more; null near a pole, where longitudes mean nothing.
 * @param span at most 150 degrees.
 */
export function frameAround({ latitude, longitude }: Position, span: number): Bounds | null {
  // Degrees of longitude are shorter away from the equator.
  const farthest = Math.abs(latitude) + span
  const reach = farthest < 85 ? (REACH * span) / Math.cos((farthest * Math.PI) / 180) : 180
  if (reach >= 180) return null
  return {
    south: latitude - REACH * span,
    north: latitude + REACH * span,
    west: longitude - reach,
    east: longitude + reach,
  }
}

const TURNS = [0, -360, 360]

/** Returns by how many degrees the bounds can be turned to lie in the frame: none where they are outside of it, more than one around a pole. */
export function turnsInto(frame: Bounds, { south, north, west, east }: Bounds): number[] {
  if (north < frame.south || south > frame.north) return []
  return TURNS.filter((turn) => east + turn >= frame.west && west + turn <= frame.east)
}

/** Says whether a position lies in the frame, on whichever turn around the world. */
export function holds({ south, north, west, east }: Bounds, { latitude, longitude }: Position): boolean {
  if (latitude < south || latitude > north) return false
  return (
    (longitude >= west && longitude <= east) ||
    (longitude - 360 >= west && longitude - 360 <= east) ||
    (longitude + 360 >= west && longitude + 360 <= east)
  )
}

/** Returns the part of a closed line that lies in the frame, closed along its sides (Sutherland and Hodgman); it may be empty. */
export function cutTo(frame: Bounds, line: readonly Point[]): Point[] {
  const { south, north, west, east } = frame
  const sides: readonly [axis: 0 | 1, at: number, sign: 1 | -1][] = [
    [0, west, 1],
    [0, east, -1],
    [1, south, 1],
    [1, north, -1],
  ]
  return sides.reduce((points, [axis, at, sign]) => closed(cut(points, axis, at, sign)), [...line])
}

/** Degrees of longitude: so short a piece of a parallel is as good as straight. */
const MAX_SIDE = 1

/** Returns the line with more points on its long sides, which follow parallels and are bent once they are projected. */
export function withShortSides(line: readonly Point[]): Point[] {
  return line.flatMap((point, at) => {
    const before = line[at - 1]
    const steps = before ? Math.ceil(Math.abs(point[0] - before[0]) / MAX_SIDE) : 1
    if (!before || steps < 2) return [point]
    return Array.from({ length: steps }, (_, step): Point => {
      const part = (step + 1) / steps
      return [before[0] + part * (point[0] - before[0]), before[1] + part * (point[1] - before[1])]
    })
  })
}

/** Returns the pieces of an open line that lie in the frame. */
export function piecesIn(frame: Bounds, line: readonly Point[]): Point[][] {
  const pieces: Point[][] = []
  for (let at = 1; at < line.length; at++) {
    const [from, to] = [line[at - 1], line[at]]
    const kept = from && to ? segmentIn(frame, from, to) : null
    if (!kept) continue
    const piece = pieces.at(-1)
    const last = piece?.at(-1)
    if (piece && last && last[0] === kept[0][0] && last[1] === kept[0][1]) piece.push(kept[1])
    else pieces.push(kept)
  }
  return pieces
}

/** Returns the part of a segment that lies in the frame (Liang and Barsky); null where it is outside. */
function segmentIn({ south, north, west, east }: Bounds, from: Point, to: Point): [Point, Point] | null {
  const step: Point = [to[0] - from[0], to[1] - from[1]]
  let [first, last] = [0, 1]
  for (const [direction, room] of [
    [-step[0], from[0] - west],
    [step[0], east - from[0]],
    [-step[1], from[1] - south],
    [step[1], north - from[1]],
  ] as const) {
    if (direction === 0 && room < 0) return null
    if (direction < 0) first = Math.max(first, room / direction)
    if (direction > 0) last = Math.min(last, room / direction)
  }
  if (first > last) return null
  const at = (part: number): Point =>
    part === 0 ? from : part === 1 ? to : [from[0] + part * step[0], from[1] + part * step[1]]
  return [at(first), at(last)]
}

function cut(points: readonly Point[], axis: 0 | 1, at: number, sign: 1 | -1): Point[] {
  const kept: Point[] = []
  let before: Point | null = null
  let wasInside = false
  for (const point of points) {
    const isInside = (point[axis] - at) * sign >= 0
    if (before && isInside !== wasInside) {
      const part = (at - before[axis]) / (point[axis] - before[axis])
      kept.push([before[0] + part * (point[0] - before[0]), before[1] + part * (point[1] - before[1])])
    }
    if (isInside) kept.push(point)
    before = point
    wasInside = isInside
  }
  return kept
}

function closed(points: Point[]): Point[] {
  const [first] = points
  const last = points.at(-1)
  return first && last && (first[0] !== last[0] || first[1] !== last[1]) ? [...points, first] : points
}
