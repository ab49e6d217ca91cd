import { geoAzimuthalEqualArea } from 'd3-geo'
import { expect, test } from 'vitest'
import { MAP_SIZE } from '../../../src/places/little-map'
import { frameAround, holds } from '../../../src/places/near-by'

const { width, height } = MAP_SIZE
const SPANS = [3.5, 14, 40, 60]
const LATITUDES = [-84, -60, -21, 0, 12, 36, 48, 60, 72, 84]

/** Points along the edge of a map around a place on longitude 170, so that some lie beyond the date line. */
function edgeOf(latitude: number, span: number): { latitude: number; longitude: number }[] {
  const projection = geoAzimuthalEqualArea()
    .rotate([-170, -latitude])
    .scale(width / ((span * Math.PI) / 180))
    .translate([width / 2, height / 2])
  const along = Array.from({ length: 81 }, (_, at) => at / 80)
  const pixels = along.flatMap((part) => [
    [part * width, 0],
    [part * width, height],
    [0, part * height],
    [width, part * height],
  ])
  return pixels.flatMap(([x = 0, y = 0]) => {
    const [longitude, latitude] = projection.invert?.([x, y]) ?? []
    return longitude === undefined || latitude === undefined ? [] : [{ longitude, latitude }]
  })
}

test.each(SPANS)('the frame holds all that a map %d degrees wide shows, wherever it is', (span) => {
  let framed = 0
  for (const latitude of LATITUDES) {
    const frame = frameAround({ latitude, longitude: 170 }, span)
    if (!frame) continue
    framed++
    const edge = edgeOf(latitude, span)
    expect(edge.length).toBeGreaterThan(300)
    expect(edge.filter((point) => !holds(frame, point))).toEqual([])
  }
  expect(framed).toBeGreaterThan(0)
})
