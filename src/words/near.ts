import type { Finding } from '../findings/finding'
import type { PlaceName } from '../places/name-place'
import type { Words } from './words'

/** 'near Lyon, France'; null where no city is near, and where the file itself says how the place is called. */
export function nearOf(
  { names }: Pick<Extract<Finding, { kind: 'place' }>, 'names'>,
  named: PlaceName | null,
  words: Words,
): string | null {
  if (!named || named.city === null || names.length > 0) return null
  const { city, country } = named
  const land = countryOf(country, words)
  return words.t('place.near', {
    city: words.language === 'fr' ? afterDe(city) : city,
    country: land === city ? 'none' : land,
  })
}

/** What the shown language calls a country, by its ISO 3166-1 code. */
export function countryOf(code: string, { locale }: Words): string {
  return new Intl.DisplayNames(locale, { type: 'region' }).of(code) ?? code
}

/** French joins its preposition to the name: 'd’Annecy', 'du Havre', 'des Ulis', 'de Lyon'. */
function afterDe(city: string): string {
  if (city.startsWith('Le ')) return `du ${city.slice(3)}`
  if (city.startsWith('Les ')) return `des ${city.slice(4)}`
  return /^(?:[AEIOUÀÂÄÉÈÊËÎÏÔÖŒÙÛÜ]|H[éy]|Y[^aeiou])/u.test(city) ? `d’${city}` : `de ${city}`
}
