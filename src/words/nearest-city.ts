import type { Finding } from '../findings/finding'
import type { PlaceName } from '../places/name-place'
import { cityName } from './city-name'
import { WITH_ARTICLE } from './portuguese-articles'
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

/** Their long names are those of an administration ('Hong Kong SAR China'); of all others the short name would be an abbreviation. */
const CALLED_SHORT = new Set(['HK', 'MO', 'PS'])

/** What the shown language calls a country, by its ISO 3166-1 code. */
export function countryOf(code: string, { locale }: Words): string {
  const style = CALLED_SHORT.has(code) ? 'short' : 'long'
  return new Intl.DisplayNames(locale, { type: 'region', style }).of(code) ?? code
}

/** Languages that join a name to the preposition in front of it, which is then not in their sentence. */
const JOINED: Readonly<Record<string, (city: string, country: string) => string>> = {
  fr: afterDe,
  it: dopoA,
  pt: depoisDe,
  'pt-BR': depoisDe,
}

/** French joins its preposition to the name: 'd’Annecy', 'd’Ávila', 'du Havre', 'des Ulis', 'de Lyon'. */
function afterDe(city: string): string {
  if (city.startsWith('Le ')) return `du ${city.slice(3)}`
  if (city.startsWith('Les ')) return `des ${city.slice(4)}`
  const name = city.replace(/^[‘’']/, '')
  return isElided(name) ? `d’${name}` : `de ${city}`
}

/** Before a vowel, whatever accent it has, and before an h that is mute. */
function isElided(name: string): boolean {
  const letters = name.normalize('NFD').replace(/\p{M}/gu, '')
  if (letters.startsWith('H')) return MUTE_H.test(name)
  return /^([AEIOUŒƏ](?!uaga)|Y[^aeiou])/.test(letters)
}

/** An h is mute in names that came through French or Latin; it is aspirated in those of Alsace, of Flanders and of Germanic languages. */
const MUTE_H =
  /^(?:Hé(?!singue|genheim|ron$)|Hô|Hyd|Hyè|Helsin|Hiro|Ha(?:gondange|getmau|lluin|rfleur|sparren|ubourdin|utmont|yange|zebrouck)|He(?:ndaye|nnebont|rblay|rserange|rsin|sdin|ttange)|Hirson|Ho(?:mécourt|urtin)|Huez)/u

/** Italian joins its preposition to an article: 'al Cairo', 'all’Aia'; and lengthens it before its own vowel: 'ad Atene'. */
function dopoA(city: string): string {
  const [, article, rest] = ITS_ARTICLE.exec(city) ?? []
  if (article !== undefined) return `${article === 'Il ' ? 'al ' : article === 'La ' ? 'alla ' : 'all’'}${rest}`
  return `${/^[AÀÁÂÄÅ]/u.test(city) ? 'ad' : 'a'} ${city}`
}

/** Names whose article is Italian and is spoken as one: not 'La Paz', not 'L'Hospitalet'. */
const ITS_ARTICLE = /^(Il |La (?=Mecca|Canea)|L[’'](?=Aia|Avana|Aquila))(.+)$/u

/** Portuguese joins its preposition to the article of those cities that have one: 'do Porto', 'da Guarda', 'de Lisboa', 'do Havre'. */
function depoisDe(city: string, country: string): string {
  if (country === 'FR' && city.startsWith('Le ')) return `do ${city.slice(3)}`
  return `${WITH_ARTICLE[country]?.[city] ?? (city.startsWith('Cidade ') ? 'da' : 'de')} ${city}`
}
