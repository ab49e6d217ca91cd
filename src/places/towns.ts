import type { GeoProjection } from 'd3-geo'
import type { Cities, City } from './cities-pack'
import { MAP_SIZE, rounded, type Town } from './little-map'
import type { PlaceName } from './name-place'
import { namesOf } from './names-of'
import { type Bounds, holds } from './near-by'

const MAX_TOWNS = 3
/** Pixels that names keep from the edge and from one another, and what a spot needs around it. */
const MARGIN = 8
const APART = 18
const SPOT = 12
/** A parent knows the towns of the same country best: they count for more. */
const AT_HOME = 4
/** Pixels of a letter, wide ones counted with narrow ones, and from a dot to its name. */
const LETTER = 6.5
const TO_NAME = 7

/** Where one photo was taken, on the map, and what the place is called. */
export interface NamedSpot {
  readonly x: number
  readonly y: number
  readonly name: PlaceName | null
}

interface Box {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/**
 * Names for a map: first those of the places themselves, beside their spots, then the largest cities around whose names find
 * room, so that a parent recognises the part of the country.
 */
export function townsOn(
  projection: GeoProjection,
  frame: Bounds | null,
  spots: readonly NamedSpot[],
  cities: Cities,
): Town[] {
  const taken: Box[] = spots.map(({ x, y }) => boxAround(x, y, SPOT))
  const here = ownNames(spots, taken)
  const named = new Set(spots.map(({ name }) => `${name?.country}/${name?.city}`))
  const home = new Set(spots.map(({ name }) => name?.country))
  const towns: Town[] = []
  for (const { city, of, x, y } of citiesInView(projection, frame, home, cities)) {
    if (named.has(`${of}/${city.name}`)) continue
    const names = namesOf(city, of, cities)
    const town = fitted({ name: city.name, ...(names && { names }) }, x, y, APART / 2, taken)
    if (town) towns.push(town)
    if (towns.length === MAX_TOWNS) break
  }
  return [...here, ...towns]
}

/** The name of each city that spots are in or near, once; the most common first, as long as there is room. */
function ownNames(spots: readonly NamedSpot[], taken: Box[]): Town[] {
  const groups = new Map<string, NamedSpot[]>()
  for (const spot of spots) {
    if (spot.name?.city) {
      const key = `${spot.name.country}/${spot.name.city}`
      groups.set(key, [...(groups.get(key) ?? []), spot])
    }
  }
  const largest = [...groups.values()].sort((one, other) => other.length - one.length)
  return largest.slice(0, MAX_TOWNS).flatMap(([spot]) => {
    if (!spot?.name?.city) return []
    const { city, names } = spot.name
    // Not its own spot, nor others in the same place; a name that another has taken the room of is left out.
    const others = taken.filter((box, at) => at >= spots.length || !contains(box, spot))
    const town = fitted({ name: city, ...(names && { names }) }, spot.x, spot.y, APART / 2, others)
    if (!town) return []
    taken.push(...others.slice(-1))
    return [{ ...town, here: true }]
  })
}

/** A name on the side of its dot where there is room; it then takes that room from `taken`. Null where there is none. */
function fitted(
  town: Pick<Town, 'name' | 'names'>,
  x: number,
  y: number,
  reach: number,
  taken: Box[],
): Omit<Town, 'here'> | null {
  const { width } = MAP_SIZE
  const length = TO_NAME + longest([town.name, ...Object.values(town.names ?? {})]) * LETTER
  const first = x < width / 2 ? 'right' : 'left'
  for (const side of [first, first === 'right' ? 'left' : 'right'] as const) {
    const box = { ...boxAround(x, y, reach), ...(side === 'right' ? { right: x + length } : { left: x - length }) }
    if (box.left < 0 || box.right > width || taken.some((other) => overlap(box, other))) continue
    taken.push({ left: box.left - APART, right: box.right + APART, top: box.top - APART, bottom: box.bottom + APART })
    return { ...town, x: rounded(x), y: rounded(y), side }
  }
  return null
}

const contains = ({ left, right, top, bottom }: Box, { x, y }: NamedSpot) =>
  x >= left && x <= right && y >= top && y <= bottom

interface InView {
  readonly city: City
  readonly of: string
  readonly x: number
  readonly y: number
  readonly weight: number
}

/** Weights, in inhabitants, of those that are looked at together: the first few hundred nearly always have names enough. */
const BANDS = [1_000_000, 100_000, 20_000, 0]

/** Weightiest first. */
function* citiesInView(
  projection: GeoProjection,
  frame: Bounds | null,
  home: ReadonlySet<string | undefined>,
  cities: Cities,
): Iterable<InView> {
  const { width, height } = MAP_SIZE
  const around = [...cities.around(frame)]
  let above = Number.POSITIVE_INFINITY
  for (const least of BANDS) {
    const seen: InView[] = []
    for (const [country, own] of around) {
      const times = home.has(country) ? AT_HOME : 1
      for (const city of own) {
        const weight = city.population * times
        if (weight < least || weight >= above || (frame && !holds(frame, city))) continue
        const [x, y] = projection([city.longitude, city.latitude]) ?? []
        if (x === undefined || y === undefined) continue
        if (x < MARGIN || x > width - MARGIN || y < MARGIN || y > height - MARGIN) continue
        seen.push({ city, of: country, x, y, weight })
      }
    }
    yield* seen.sort((one, other) => other.weight - one.weight)
    above = least
  }
}

/** Room for the name in every language: the map is drawn once for all. */
const longest = (names: readonly string[]) => Math.max(...names.map(({ length }) => length))

function boxAround(x: number, y: number, reach: number): Box {
  return { left: x - reach, right: x + reach, top: y - reach, bottom: y + reach }
}

function overlap(one: Box, other: Box): boolean {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom
}
