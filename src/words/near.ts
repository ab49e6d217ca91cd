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
    city: (JOINED[words.language] ?? String)(city),
    country: land === city ? 'none' : land,
  })
}

/** What the shown language calls a country, by its ISO 3166-1 code. */
export function countryOf(code: string, { locale }: Words): string {
  return new Intl.DisplayNames(locale, { type: 'region' }).of(code) ?? code
}

/** Languages that join a name to the preposition in front of it, which is then not in their sentence. */
const JOINED: Readonly<Record<string, (city: string) => string>> = { fr: afterDe, pt: depoisDe }

/** French joins its preposition to the name: 'd’Annecy', 'du Havre', 'des Ulis', 'de Lyon'. */
function afterDe(city: string): string {
  if (city.startsWith('Le ')) return `du ${city.slice(3)}`
  if (city.startsWith('Les ')) return `des ${city.slice(4)}`
  return /^(?:[AEIOUÀÂÄÉÈÊËÎÏÔÖŒÙÛÜ]|H[éy]|Y[^aeiou])/u.test(city) ? `d’${city}` : `de ${city}`
}

/** Cities that Portuguese speaks of with an article: 'do Porto', 'da Guarda'; all others without one: 'de Lisboa'. */
const WITH_ARTICLE: Readonly<Record<string, 'do' | 'da'>> = {
  Porto: 'do',
  Barreiro: 'do',
  Cairo: 'do',
  Cartaxo: 'do',
  Entroncamento: 'do',
  Funchal: 'do',
  Fundão: 'do',
  Luso: 'do',
  Montijo: 'do',
  Recife: 'do',
  'Rio de Janeiro': 'do',
  Seixal: 'do',
  Amadora: 'da',
  Batalha: 'da',
  Covilhã: 'da',
  'Figueira da Foz': 'da',
  Guarda: 'da',
  Horta: 'da',
  Lourinhã: 'da',
  Maia: 'da',
  'Marinha Grande': 'da',
  Mealhada: 'da',
  Moita: 'da',
  Nazaré: 'da',
  'Póvoa de Varzim': 'da',
  'Praia da Vitória': 'da',
  'Ribeira Grande': 'da',
  Trofa: 'da',
}

function depoisDe(city: string): string {
  return `${WITH_ARTICLE[city] ?? 'de'} ${city}`
}
