import { type GeoPermissibleObjects, type GeoProjection, geoAzimuthalEqualArea, geoPath } from 'd3-geo'
import { feature, mesh } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'
import type { Cities } from './cities-pack'
import { type LittleMap, MAP_SIZE, type MapView } from './little-map'
import { namePlace, type PlaceName } from './name-place'
import { type Bounds, boundsOf, cutTo, frameAround, turnInto } from './near-by'
import type { Position } from './position'
import { middleOf, reachOf } from './spread'
import { type NamedSpot, townsOn } from './towns'

/** Degrees from the left edge to the right: from afar, a country is known by its shape; nearby, a place by its towns. */
const SPAN: Readonly<Record<MapView, number>> = { country: 14, region: 3.5 }
/** Farther apart, spots are on the other side of the world from one another, which no such map shows. */
const MAX_SPAN = 150
/** A closer look shows more only where it shows less than this part of the first. */
const CLOSER = 0.7
/** Pixels that spots keep from the upper and lower edges. */
const EDGE = 22

type Atlas = Topology<{ countries: GeometryCollection; land: GeometryCollection }>

/** Draws the surroundings of one or several positions. @throws when there is none. */
export type DrawMap = (positions: readonly Position[], view: MapView, cities: Cities) => LittleMap

export function mapMaker(atlas: Atlas): DrawMap {
  const land = islands(feature(atlas, atlas.objects.land))
  const borders = mesh(atlas, atlas.objects.countries, (one, other) => one !== other)
    .coordinates.flatMap(pieces)
    .map((line) => ({ rings: [line], bounds: boundsOf(line) }))
  return (positions, view, cities) => {
    const middle = middleOf(positions)
    const needed = (reachOf(positions, middle) * MAP_SIZE.width) / (MAP_SIZE.height / 2 - EDGE)
    const spanOf = (wanted: MapView) => Math.min(Math.max(SPAN[wanted], needed), MAX_SPAN)
    const span = spanOf(view)
    const projection = projectionAround(middle, span)
    const frame = frameAround(middle, span)
    const draw = (shape: GeoPermissibleObjects) => geoPath(projection).digits(1)(shape) ?? ''
    const named = positions.map((position) => namePlace(position, cities))
    const spots = positions.flatMap((position, at) => spotAt(projection, position, named[at] ?? null))
    return {
      land: draw({
        type: 'MultiPolygon',
        coordinates: land.map((island) => within(frame, island)).filter(({ length }) => length > 0),
      }),
      borders: draw({ type: 'MultiLineString', coordinates: near(frame, borders) }),
      spots: spots.map(({ x, y }) => ({ x, y })),
      towns: townsOn(projection, frame, spots, cities),
      closer: spanOf('region') < CLOSER * spanOf('country'),
    }
  }
}

type Line = readonly (readonly number[])[]

/** Points of a piece of a border, whose lines run through whole continents. */
const MAX_POINTS = 40

function pieces(line: Line): Line[] {
  const count = Math.ceil((line.length - 1) / MAX_POINTS)
  return Array.from({ length: count }, (_, at) => line.slice(at * MAX_POINTS, (at + 1) * MAX_POINTS + 1))
}

const copied = (line: Line): number[][] => line.map((point) => [...point])

interface Bounded {
  readonly rings: readonly Line[]
  readonly bounds: Bounds
}

/** One shape an island: most of the world is far from any map, and need not be looked at point by point. */
function islands(land: ReturnType<typeof feature>): Bounded[] {
  const features = land.type === 'FeatureCollection' ? land.features : [land]
  return features.flatMap(({ geometry }) => {
    const polygons =
      geometry.type === 'MultiPolygon'
        ? geometry.coordinates
        : geometry.type === 'Polygon'
          ? [geometry.coordinates]
          : []
    return polygons.map((rings) => ({ rings, bounds: boundsOf(rings[0] ?? []) }))
  })
}

/** The rings of an island as far as they lie in the frame: a continent has more points than all that is seen of it. */
function within(frame: Bounds | null, { rings, bounds }: Bounded): number[][][] {
  if (!frame) return rings.map(copied)
  const turn = turnInto(frame, bounds)
  if (turn === null) return []
  return rings.map((ring) => cutTo(frame, ring, turn)).filter(({ length }) => length > 3)
}

function near(frame: Bounds | null, lines: readonly Bounded[]): number[][][] {
  return lines
    .filter(({ bounds }) => !frame || turnInto(frame, bounds) !== null)
    .flatMap(({ rings }) => rings.map(copied))
}

function spotAt(projection: GeoProjection, { latitude, longitude }: Position, name: PlaceName | null): NamedSpot[] {
  const [x, y] = projection([longitude, latitude]) ?? []
  if (x === undefined || y === undefined) return []
  return [{ x: Math.round(x * 10) / 10, y: Math.round(y * 10) / 10, name }]
}

function projectionAround({ latitude, longitude }: Position, span: number): GeoProjection {
  const { width, height } = MAP_SIZE
  return geoAzimuthalEqualArea()
    .rotate([-longitude, -latitude])
    .clipAngle(Math.min(span, 179))
    .scale(width / ((span * Math.PI) / 180))
    .translate([width / 2, height / 2])
    .clipExtent([
      [-1, -1],
      [width + 1, height + 1],
    ])
    .precision(0.3)
}
