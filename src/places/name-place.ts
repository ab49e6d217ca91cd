import type { Cities, City } from './cities-pack'
import type { Countries } from './countries-pack'
import { type CityNames, namesOf } from './names-of'
import { kilometresBetween, type Position } from './position'

export interface PlaceName {
  /** ISO 3166-1 alpha-2; overseas parts have codes of their own: 'RE' for Réunion. */
  readonly country: string
  /** The city that people would name, as GeoNames writes it; null where none is near. */
  readonly city: string | null
  /** The city in the languages that call it otherwise. */
  readonly names?: CityNames
}

/** What names a place, from the packs. */
export interface Gazetteer {
  readonly cities: Cities
  readonly countries: Countries
}

/** Farther away, nobody would say that it is near. */
const MAX_DISTANCE_KM = 60
/** From south to north, at least. */
const KILOMETRES_A_DEGREE = 110
/** Kilometres: a village is not smaller, wherever its point lies in it. */
const MIN_RADIUS_KM = 0.8
/** Inhabitants of a square kilometre of city. */
const DENSITY = 4000

/** The country a position lies in and the city it is in or near; null at sea. */
export function namePlace(position: Position, { cities, countries }: Gazetteer): PlaceName | null {
  const { territory, country: whole } = countries.at(position) ?? { territory: null, country: null }
  if (territory === null) return null
  // GeoNames counts some territories to their country: Ceuta.
  const country = cities.has(territory) ? territory : (whole ?? territory)
  const city = cityAt(position, cities.get(country) ?? [])
  const names = city && namesOf(city, country, cities)
  return { country, city: city?.name ?? null, ...(names && { names }) }
}

/** The nearest city is measured in its own radii, or every great city would lose its photos to its suburbs. */
function cityAt(position: Position, cities: readonly City[]): City | null {
  let best: City | null = null
  let least = Number.POSITIVE_INFINITY
  for (const city of cities) {
    if (Math.abs(city.latitude - position.latitude) > MAX_DISTANCE_KM / KILOMETRES_A_DEGREE) continue
    const distance = kilometresBetween(position, city)
    const radii = distance / Math.max(MIN_RADIUS_KM, Math.sqrt(city.population / (DENSITY * Math.PI)))
    if (distance <= MAX_DISTANCE_KM && radii < least) [best, least] = [city, radii]
  }
  return best
}
