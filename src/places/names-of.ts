import type { Cities, City } from './cities-pack'
import table from './city-names.json'

/** What languages call a city, by BCP 47 name: { de: 'München' }. Where one has no entry, the name in the pack is in use. */
export type CityNames = Readonly<Record<string, string>>

/** By country and by the name in the pack: 'DE/Munich'. */
const NAMES: Readonly<Record<string, CityNames | undefined>> = table

/** The names of a city that are in living use; undefined where every language uses the one in the pack. */
export function namesOf(city: City, country: string, cities: Cities): CityNames | undefined {
  const names = NAMES[`${country}/${city.name}`]
  if (!names) return undefined
  // Of several cities of one name in a country, the table means the largest.
  const isLargest = cities
    .get(country)
    ?.every(({ name, population }) => name !== city.name || population <= city.population)
  return isLargest ? names : undefined
}
