import { borders, iso1A2Code } from '@rapideditor/country-coder'
import { encodeCountries } from '../../src/places/countries-pack'
import { boundsOf, type Point } from '../../src/places/near-by'

type Polygon = readonly (readonly (readonly number[])[])[]

/** The land of country-coder, one shape a polygon, with what that library says of a position in it. */
export function packCountries(): Uint8Array<ArrayBuffer> {
  const polygons: Polygon[] = borders.features.flatMap(({ geometry }) =>
    geometry?.type === 'MultiPolygon' ? geometry.coordinates : [],
  )
  return encodeCountries(
    polygons.map((polygon) => {
      const inside = pointIn(polygon)
      const of = { territory: iso1A2Code(inside, { level: 'territory' }), country: iso1A2Code(inside) }
      const lines = polygon.map((line) => line.map(([x = 0, y = 0]): Point => [x, y]))
      return { of, shape: { bounds: boundsOf(lines[0] ?? []), lines: () => lines } }
    }),
  )
}

/** Latitudes at which a polygon is looked at for its widest part. */
const SCANS = 25

/** The middle of the widest part of a polygon, outside of its holes. */
function pointIn(polygon: Polygon): Point {
  const { south, north } = boundsOf(polygon[0] ?? [])
  let widest = { width: 0, point: [0, 0] as Point }
  for (let scan = 0; scan < SCANS; scan++) {
    const latitude = south + ((scan + 0.5) / SCANS) * (north - south)
    const crossings = polygon.flatMap((line) => crossingsOf(line, latitude)).sort((one, other) => one - other)
    for (let at = 0; at + 1 < crossings.length; at += 2) {
      const [west = 0, east = 0] = crossings.slice(at, at + 2)
      if (east - west > widest.width) widest = { width: east - west, point: [(west + east) / 2, latitude] }
    }
  }
  return widest.point
}

function crossingsOf(line: readonly (readonly number[])[], latitude: number): number[] {
  return line.flatMap(([x1 = 0, y1 = 0], at) => {
    const [x0 = 0, y0 = 0] = line[at - 1] ?? []
    return at > 0 && y0 > latitude !== y1 > latitude ? [x0 + ((latitude - y0) / (y1 - y0)) * (x1 - x0)] : []
  })
}
