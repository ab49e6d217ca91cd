import { type GeoPermissibleObjects, type GeoProjection, geoAzimuthalEqualArea, geoPath } from 'd3-geo'
import { type LittleMap, MAP_SIZE, type MapView, rounded } from './little-map'
import type { Atlas } from './map-pack'
import { type Gazetteer, namePlace, type PlaceName } from './name-place'
import { type Bounds, cutTo, frameAround, type Point, piecesIn, turnsInto, withShortSides } from './near-by'
import type { Position } from './position'
import type { Shape } from './shape-pack'
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

/** What a map is drawn from. */
export interface Geography {
  readonly atlas: Atlas
  readonly gazetteer: Gazetteer
}

/** Draws the surroundings of one or several positions. @throws when there is none. */
export function drawMap(positions: readonly Position[], view: MapView, { atlas, gazetteer }: Geography): LittleMap {
  const middle = middleOf(positions)
  const needed = (reachOf(positions, middle) * MAP_SIZE.width) / (MAP_SIZE.height / 2 - EDGE)
  const spanOf = (wanted: MapView) => Math.min(Math.max(SPAN[wanted], needed), MAX_SPAN)
  const span = spanOf(view)
  const projection = projectionAround(middle, span)
  const frame = frameAround(middle, span)
  const named = positions.map((position) => namePlace(position, gazetteer))
  const spots = positions.flatMap((position, at) => spotAt(projection, position, named[at] ?? null))
  return {
    ...(frame ? drawNear(frame, projection, atlas) : drawAll(projection, atlas)),
    spots: spots.map(({ x, y }) => ({ x, y })),
    towns: townsOn(projection, frame, spots, gazetteer.cities),
    closer: spanOf('region') < CLOSER * spanOf('country'),
  }
}

type Drawn = Pick<LittleMap, 'land' | 'borders'>

/** What an SVG shows, and a pixel more, so that no edge that was cut is seen. */
const PIXELS: Bounds = { south: -1, north: MAP_SIZE.height + 1, west: -1, east: MAP_SIZE.width + 1 }

/** Draws what lies in the frame: flat, because all of it is on this side of the world, which is ten times as quick as d3's way around it. */
function drawNear(frame: Bounds, projection: GeoProjection, { land, borders }: Atlas): Drawn {
  const flat = (line: readonly Point[]) => line.map((point): Point => projection(point) ?? [Number.NaN, Number.NaN])
  const coasts = land
    .flatMap((island) => linesIn(frame, island))
    .map((line) => cutTo(PIXELS, flat(withShortSides(cutTo(frame, line)))))
  const lines = borders.flatMap((border) => linesIn(frame, border)).flatMap((line) => piecesIn(PIXELS, flat(line)))
  return {
    land: coasts.map((line) => pathOf(line, 'Z')).join(''),
    borders: lines.map((line) => pathOf(line, '')).join(''),
  }
}

/** Draws all of the world, for maps that reach over a pole or too far. */
function drawAll(projection: GeoProjection, { land, borders }: Atlas): Drawn {
  const draw = (shape: GeoPermissibleObjects) => geoPath(projection).digits(1)(shape) ?? ''
  return {
    land: draw({ type: 'MultiPolygon', coordinates: land.map((island) => island.lines()) }),
    borders: draw({ type: 'MultiLineString', coordinates: borders.flatMap((border) => border.lines()) }),
  }
}

/** A shape's lines on each turn around the world that brings any of them into the frame. */
function linesIn(frame: Bounds, shape: Shape): Point[][] {
  const turns = turnsInto(frame, shape.bounds)
  const lines = turns.length > 0 ? shape.lines() : []
  return turns.flatMap((turn) => (turn === 0 ? lines : lines.map((line) => line.map(([x, y]): Point => [x + turn, y]))))
}

/** Returns an SVG path to a tenth of a pixel; empty where less than two points are left. */
function pathOf(line: readonly Point[], end: 'Z' | ''): string {
  const points = line.map(([x, y]) => `${rounded(x)},${rounded(y)}`)
  const apart = points.filter((point, at) => point !== points[at - 1])
  return apart.length < 2 ? '' : `M${apart.join('L')}${end}`
}

function spotAt(projection: GeoProjection, { latitude, longitude }: Position, name: PlaceName | null): NamedSpot[] {
  const [x, y] = projection([longitude, latitude]) ?? []
  if (x === undefined || y === undefined) return []
  return [{ x: rounded(x), y: rounded(y), name }]
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
