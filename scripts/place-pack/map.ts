import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { feature, mesh } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'
import { encodeMap } from '../../src/places/map-pack'
import { boundsOf, type Point } from '../../src/places/near-by'
import type { Shape } from '../../src/places/shape-pack'

type Lines = readonly (readonly (readonly number[])[])[]

/** Points of a piece of a border, whose lines run through whole continents. */
const MAX_POINTS = 40

/**
 * Land and borders of Natural Earth at 1 : 50 million, without names. At 1 : 110 million Réunion, Guadeloupe, Martinique and
 * Mayotte are missing.
 */
export function packMap(): Uint8Array<ArrayBuffer> {
  const path = createRequire(import.meta.url).resolve('world-atlas/countries-50m.json')
  const whole = JSON.parse(readFileSync(path, 'utf8')) as Topology<{
    countries: GeometryCollection
    land: GeometryCollection
  }>
  const { countries, land } = whole.objects
  const borders = mesh(whole, countries, (one, other) => one !== other)
  return encodeMap({
    land: polygonsOf(feature(whole, land)).map(shapeOf),
    borders: borders.coordinates.flatMap(pieces).map((line) => shapeOf([line])),
  })
}

/** One shape an island. */
function polygonsOf(land: ReturnType<typeof feature>): Lines[] {
  const features = land.type === 'FeatureCollection' ? land.features : [land]
  return features.flatMap(({ geometry }): Lines[] => {
    if (geometry.type === 'MultiPolygon') return geometry.coordinates
    return geometry.type === 'Polygon' ? [geometry.coordinates] : []
  })
}

function pieces(line: readonly (readonly number[])[]): (readonly (readonly number[])[])[] {
  const count = Math.ceil((line.length - 1) / MAX_POINTS)
  return Array.from({ length: count }, (_, at) => line.slice(at * MAX_POINTS, (at + 1) * MAX_POINTS + 1))
}

function shapeOf(lines: Lines): Shape {
  const unrolled = lines.map(unroll)
  return { bounds: boundsOf(unrolled[0] ?? []), lines: () => unrolled }
}

/**
 * A line over the date line goes on beyond 180 degrees, rather than back around the world. The one that goes around the world, Antarctica's
 * coast, is closed along the pole.
 */
function unroll(line: readonly (readonly number[])[]): Point[] {
  let turn = 0
  let before = line[0]?.[0] ?? 0
  const points = line.map(([longitude = 0, latitude = 0]): Point => {
    if (Math.abs(longitude - before) > 180) turn += longitude < before ? 360 : -360
    before = longitude
    return [longitude + turn, latitude]
  })
  const [first, last] = [points[0], points.at(-1)]
  if (turn === 0 || !first || !last || first[0] === last[0]) return points
  const pole = Math.sign(first[1]) * 90
  return [...points, [last[0], pole], [first[0], pole], first]
}
