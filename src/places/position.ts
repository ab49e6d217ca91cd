/** WGS 84 degrees, north and east positive. */
export interface Position {
  readonly latitude: number
  readonly longitude: number
}

/** The Earth's mean radius. */
export const EARTH_RADIUS_KM = 6371.0088
const radians = (degrees: number) => (degrees * Math.PI) / 180

/** Kilometres along the surface of a sphere of the Earth's mean radius. */
export function kilometresBetween(one: Position, other: Position): number {
  const sine = (from: number, to: number) => Math.sin(radians(to - from) / 2) ** 2
  const along = Math.cos(radians(one.latitude)) * Math.cos(radians(other.latitude))
  const chord = sine(one.latitude, other.latitude) + along * sine(one.longitude, other.longitude)
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.sqrt(Math.min(1, chord)))
}
