import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import type { Finding } from '../../src/findings/finding'
import type { Gazetteer } from '../../src/places/name-place'
import { countryOf, nearestCityPhrase } from '../../src/words/nearest-city'
import type { Words } from '../../src/words/words'

let gazetteer: Gazetteer | undefined

/** What people call the place of a finding: 'near Lyon, France', or the country alone; null where it has no name or its own. */
export async function placeOf(finding: Finding, words: Words): Promise<string | null> {
  if (finding.kind !== 'place' || !finding.position || finding.names.length > 0) return null
  // Borders and cities take a tenth of a second to load, which photos without a place do not need.
  const [{ namePlace }, { decodeCities }, { decodeCountries }] = await Promise.all([
    import('../../src/places/name-place'),
    import('../../src/places/cities-pack'),
    import('../../src/places/countries-pack'),
  ])
  gazetteer ??= { cities: decodeCities(unpacked('cities')), countries: decodeCountries(unpacked('countries')) }
  const named = namePlace(finding.position, gazetteer)
  return named && (nearestCityPhrase(finding, named, words) ?? countryOf(named.country, words))
}

const unpacked = (name: string) => gunzipSync(readFileSync(new URL(`../../src/places/${name}.pack`, import.meta.url)))
