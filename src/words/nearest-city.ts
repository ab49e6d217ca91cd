import type { Finding } from '../findings/finding'
import type { PlaceName } from '../places/name-place'
import { cityName } from './city-name'
import type { Words } from './words'

/** 'near Lyon, France'; null where no city is near, and where the file itself says how the place is called. */
export function nearestCityPhrase(
  { names }: Pick<Extract<Finding, { kind: 'place' }>, 'names'>,
  named: PlaceName | null,
  words: Words,
): string | null {
  if (!named || named.city === null || names.length > 0) return null
  const city = cityName(named.city, named.names, words)
  const land = countryOf(named.country, words)
  return words.t('place.near', {
    city: (JOINED[words.language] ?? String)(city, named.country),
    country: land.localeCompare(city, words.locale, { sensitivity: 'base' }) === 0 ? 'none' : land,
  })
}

/** What the shown language calls a country, by its ISO 3166-1 code. */
export function countryOf(code: string, { locale }: Words): string {
  return new Intl.DisplayNames(locale, { type: 'region' }).of(code) ?? code
}

/** Languages that join a name to the preposition in front of it, which is then not in their sentence. */
const JOINED: Readonly<Record<string, (city: string, country: string) => string>> = {
  fr: afterDe,
  it: dopoA,
  pt: depoisDe,
}

/** French joins its preposition to the name: 'd’Annecy', 'du Havre', 'des Ulis', 'de Lyon'. */
function afterDe(city: string): string {
  if (city.startsWith('Le ')) return `du ${city.slice(3)}`
  if (city.startsWith('Les ')) return `des ${city.slice(4)}`
  return /^(?:[AEIOUÀÂÄÉÈÊËÎÏÔÖŒÙÛÜ]|H[éôy]|Hel|Hiro|Y[^aeiou])/u.test(city) ? `d’${city}` : `de ${city}`
}

/** Italian joins its preposition to an article: 'al Cairo', 'all’Aia'; and lengthens it before its own vowel: 'ad Atene'. */
function dopoA(city: string): string {
  const [, article, rest] = ITS_ARTICLE.exec(city) ?? []
  if (article !== undefined) return `${article === 'Il ' ? 'al ' : article === 'La ' ? 'alla ' : 'all’'}${rest}`
  return `${/^[AÀÁÂÄÅ]/u.test(city) ? 'ad' : 'a'} ${city}`
}

/** Names whose article is Italian and is spoken as one: not 'La Paz', not 'L'Hospitalet'. */
const ITS_ARTICLE = /^(Il |La (?=Mecca|Canea)|L[’'](?=Aia|Avana|Aquila))(.+)$/u

/** Cities that Portuguese speaks of with an article, by country: 'do Porto', 'da Guarda'; all others without one: 'de Lisboa'. */
const WITH_ARTICLE: Readonly<Record<string, Readonly<Record<string, 'do' | 'da'>>>> = {
  PT: {
    Amadora: 'da',
    Barreiro: 'do',
    Batalha: 'da',
    Cartaxo: 'do',
    Covilhã: 'da',
    Entroncamento: 'do',
    'Figueira da Foz': 'da',
    Funchal: 'do',
    Fundão: 'do',
    Guarda: 'da',
    Horta: 'da',
    Lourinhã: 'da',
    Luso: 'do',
    Maia: 'da',
    'Marinha Grande': 'da',
    Mealhada: 'da',
    Moita: 'da',
    Montijo: 'do',
    Nazaré: 'da',
    Porto: 'do',
    'Praia da Vitória': 'da',
    'Póvoa de Varzim': 'da',
    'Ribeira Grande': 'da',
    Seixal: 'do',
    Trofa: 'da',
  },
  BR: { Recife: 'do', 'Rio de Janeiro': 'do' },
  CV: { Praia: 'da' },
  EG: { Cairo: 'do' },
  GR: { Pireu: 'do' },
  LU: { Luxemburgo: 'do' },
}

function depoisDe(city: string, country: string): string {
  return `${WITH_ARTICLE[country]?.[city] ?? (city.startsWith('Cidade ') ? 'da' : 'de')} ${city}`
}
