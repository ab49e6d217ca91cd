import type { GeoProjection } from 'd3-geo'
import type { Cities, City } from './cities-pack'
import { MAP_SIZE, type Town } from './little-map'
import { namesOf } from './names-of'

const MAX_TOWNS = 3
/** Pixels that names keep from the edge and from one another, and what the place in the middle needs. */
const MARGIN = 8
const APART = 18
const MIDDLE = 20
/** A parent knows the towns of the same country best: they count for more. */
const AT_HOME = 4
/** Pixels of a letter, wide ones counted with narrow ones, and from a dot to its name. */
const LETTER = 6.5
const TO_NAME = 7

interface Box {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** The largest cities whose names find room, so that a parent recognises the part of the country. */
export function townsOn(projection: GeoProjection, country: string | null, cities: Cities): Town[] {
  const { width, height } = MAP_SIZE
  const taken: Box[] = [boxAround(width / 2, height / 2, MIDDLE)]
  const towns: Town[] = []
  for (const { city, of, x, y } of citiesInView(projection, country, cities)) {
    const names = namesOf(city, of, cities)
    const side = x < width / 2 ? 'right' : 'left'
    const length = TO_NAME + longest([city.name, ...Object.values(names ?? {})]) * LETTER
    const box = { ...boxAround(x, y, APART / 2), ...(side === 'right' ? { right: x + length } : { left: x - length }) }
    if (box.left < 0 || box.right > width || taken.some((other) => overlap(box, other))) continue
    taken.push({
      left: box.left - APART,
      right: box.right + APART,
      top: box.top - APART,
      bottom: box.bottom + APART,
    })
    towns.push({ name: city.name, ...(names && { names }), x: rounded(x), y: rounded(y), side })
    if (towns.length === MAX_TOWNS) break
  }
  return towns
}

interface InView {
  readonly city: City
  readonly of: string
  readonly x: number
  readonly y: number
  readonly weight: number
}

/** Weightiest first. */
function citiesInView(projection: GeoProjection, home: string | null, cities: Cities): InView[] {
  const { width, height } = MAP_SIZE
  const seen: InView[] = []
  for (const [country, own] of cities) {
    for (const city of own) {
      const { latitude, longitude, population } = city
      const [x, y] = projection([longitude, latitude]) ?? []
      if (x === undefined || y === undefined) continue
      if (x < MARGIN || x > width - MARGIN || y < MARGIN || y > height - MARGIN) continue
      seen.push({ city, of: country, x, y, weight: country === home ? population * AT_HOME : population })
    }
  }
  return seen.sort((one, other) => other.weight - one.weight)
}

/** Room for the name in every language: the map is drawn once for all. */
const longest = (names: readonly string[]) => Math.max(...names.map(({ length }) => length))

const rounded = (pixels: number) => Math.round(pixels * 10) / 10

function boxAround(x: number, y: number, reach: number): Box {
  return { left: x - reach, right: x + reach, top: y - reach, bottom: y + reach }
}

function overlap(one: Box, other: Box): boolean {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom
}
