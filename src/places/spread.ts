import { EARTH_RADIUS_KM, kilometresBetween, type Position } from './position'

const radians = (degrees: number) => (degrees * Math.PI) / 180
const degrees = (angle: number) => (angle * 180) / Math.PI

/** Returns the middle of positions on the sphere: the direction in which their mean lies. @throws {RangeError} when there is none. */
export function middleOf(positions: readonly Position[]): Position {
  if (positions.length === 0) throw new RangeError('no position has no middle')
  const [only] = positions
  if (only && positions.length === 1) return only
  let [x, y, z] = [0, 0, 0]
  for (const { latitude, longitude } of positions) {
    x += Math.cos(radians(latitude)) * Math.cos(radians(longitude))
    y += Math.cos(radians(latitude)) * Math.sin(radians(longitude))
    z += Math.sin(radians(latitude))
  }
  return { latitude: degrees(Math.atan2(z, Math.hypot(x, y))), longitude: degrees(Math.atan2(y, x)) }
}

/** Returns the degrees along the surface from a middle to the farthest position. */
export function reachOf(positions: readonly Position[], middle: Position): number {
  return Math.max(0, ...positions.map((position) => degrees(kilometresBetween(position, middle) / EARTH_RADIUS_KM)))
}
