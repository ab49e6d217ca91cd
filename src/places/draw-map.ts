import { type GeoPermissibleObjects, type GeoProjection, geoAzimuthalEqualArea, geoPath } from 'd3-geo'
import { feature, mesh } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'
import type { Cities } from './cities-pack'
import { type LittleMap, MAP_SIZE } from './little-map'
import type { Position } from './position'
import { townsOn } from './towns'

/** Degrees from the left edge to the right: closer, most places lie on a blank sheet. */
const SPAN = 14

type Atlas = Topology<{ countries: GeometryCollection; land: GeometryCollection }>

/** Draws the surroundings of a place that lies in a country (ISO 3166-1 alpha-2) or at sea; null where no land would be seen. */
export type DrawMap = (around: Position, country: string | null, cities: Cities) => LittleMap | null

export function mapMaker(atlas: Atlas): DrawMap {
  const land = feature(atlas, atlas.objects.land)
  const borders = mesh(atlas, atlas.objects.countries, (one, other) => one !== other)
  return (around, country, cities) => {
    const projection = projectionAround(around)
    const draw = (shape: GeoPermissibleObjects) => geoPath(projection).digits(1)(shape) ?? ''
    const drawn = draw(land)
    return drawn === '' ? null : { land: drawn, borders: draw(borders), towns: townsOn(projection, country, cities) }
  }
}

function projectionAround({ latitude, longitude }: Position): GeoProjection {
  const { width, height } = MAP_SIZE
  return geoAzimuthalEqualArea()
    .rotate([-longitude, -latitude])
    .clipAngle(SPAN)
    .scale(width / ((SPAN * Math.PI) / 180))
    .translate([width / 2, height / 2])
    .clipExtent([
      [-1, -1],
      [width + 1, height + 1],
    ])
    .precision(0.3)
}
