import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import type { Finding } from '../../src/findings/finding'
import type { Cities } from '../../src/places/cities-pack'
import { countryOf, nearestCityPhrase } from '../../src/words/nearest-city'
import type { Words } from '../../src/words/words'

let cities: Cities | undefined

/** What people call the place of a finding: 'near Lyon, France', or the country alone; null where it has no name or its own. */
export async function placeOf(finding: Finding, words: Words): Promise<string | null> {
  if (finding.kind !== 'place' || !finding.position || finding.names.length > 0) return null
  // Borders and cities take a tenth of a second to load, which photos without a place do not need.
  const [{ namePlace }, { decodeCities }] = await Promise.all([
    import('../../src/places/name-place'),
    import('../../src/places/cities-pack'),
  ])
  cities ??= decodeCities(gunzipSync(readFileSync(new URL('../../src/places/cities.pack', import.meta.url))))
  const named = namePlace(finding.position, cities)
  return named && (nearestCityPhrase(finding, named, words) ?? countryOf(named.country, words))
}
