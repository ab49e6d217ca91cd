import type { Position } from './position'

/** Degrees; west of the date line counts on, so that `east` may be above 180. */
export interface Bounds {
  readonly south: number
  readonly north: number
  readonly west: number
  readonly east: number
}

/** Returns the bounds of a line of [longitude, latitude]; one that goes around the world or over the date line has all longitudes. */
export function boundsOf(line: readonly (readonly number[])[]): Bounds {
  let [south, north, west, east] = [90, -90, 180, -180]
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

/** A point of a line: longitude and latitude in degrees. */
type Point = [longitude: number, latitude: number]

/** Returns what a map so many degrees wide can show at most, and twice as much as it does; null near a pole, where longitudes mean nothing. */
export function frameAround({ latitude, longitude }: Position, span: number): Bounds | null {
  // Degrees of longitude are shorter away from the equator.
  const farthest = Math.abs(latitude) + span
  const reach = farthest < 85 ? span / Math.cos((farthest * Math.PI) / 180) : 180
  if (reach >= 180) return null
  return { south: latitude - span, north: latitude + span, west: longitude - reach, east: longitude + reach }
}

const TURNS = [0, -360, 360]

/** Returns by how many degrees the bounds have to be turned to lie in the frame; null where they are outside of it. */
export function turnInto(frame: Bounds, { south, north, west, east }: Bounds): number | null {
  if (north < frame.south || south > frame.north) return null
  for (const turn of TURNS) if (east + turn >= frame.west && west + turn <= frame.east) return turn
  return null
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
export function cutTo(frame: Bounds, line: readonly (readonly number[])[], turn: number): Point[] {
  const turned = line.map((point): Point => [(point[0] ?? 0) + turn, point[1] ?? 0])
  const { south, north, west, east } = frame
  const sides: readonly [axis: 0 | 1, at: number, sign: 1 | -1][] = [
    [0, west, 1],
    [0, east, -1],
    [1, south, 1],
    [1, north, -1],
  ]
  return sides.reduce((points, [axis, at, sign]) => closed(cut(points, axis, at, sign)), turned)
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
