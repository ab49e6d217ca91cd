import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { type Listed, listCities } from '../../../scripts/place-pack/cities'
import { languagesOnDisk } from '../../../scripts/words-from-disk'
import { decodeCities } from '../../../src/places/cities-pack'
import table from '../../../src/places/city-names.json'
import type { CityNames } from '../../../src/places/names-of'
import elsewhere from './names-elsewhere.json'

type Table = Readonly<Record<string, CityNames>>

const names: Table = table
/** Names that are in use and that GeoNames does not have, by where they were read. */
const ELSEWHERE: Readonly<Record<string, Table>> = elsewhere

const cities = decodeCities(gunzipSync(readFileSync('src/places/cities.pack')))
const entries = Object.entries(names).flatMap(([key, own]) =>
  Object.entries(own).map(([language, name]) => ({ key, language, name })),
)
const largest = new Map<string, Listed>()
for (const city of listCities()) {
  const key = `${city.country}/${city.name}`
  if (city.population > (largest.get(key)?.population ?? -1)) largest.set(key, city)
}

const inPack = (key: string) => {
  const [country = '', name] = [key.slice(0, 2), key.slice(3)]
  return (cities.get(country) ?? []).filter((city) => city.name === name)
}
const where = ({ key, language, name }: { key: string; language: string; name: string }) =>
  `${key} ${language}: ${name}`

describe('the table of names', () => {
  test('is about cities of the pack', () => {
    expect(Object.keys(names).length).toBeGreaterThan(2000)
    expect(Object.keys(names).filter((key) => inPack(key).length === 0)).toEqual([])
  })

  test('means the largest where several have one name, and one of them is the largest', () => {
    const several = Object.keys(names).filter((key) => inPack(key).length > 1)
    expect(several).toContain('DE/Münster')
    for (const key of several) {
      const [first, second] = inPack(key)
        .map(({ population }) => population)
        .sort((one, other) => other - one)
      expect(first, key).toBeGreaterThan(second ?? 0)
    }
  })

  test('knows the languages of the words, and no others', () => {
    expect([...new Set(entries.map(({ language }) => language))].sort()).toEqual(languagesOnDisk().toSorted())
  })

  test('does not repeat the pack', () => {
    // A country of its own may use the pack's name where the language has another.
    const needed = ({ key, language }: { key: string; language: string }) =>
      language.includes('-') && names[key]?.[language.replace(/-.*/, '')] !== undefined
    expect(entries.filter((entry) => entry.key.slice(3) === entry.name && !needed(entry)).map(where)).toEqual([])
    expect(Object.keys(names).filter((key) => Object.keys(names[key] ?? {}).length === 0)).toEqual([])
  })

  test('is written as text is: composed, trimmed, with ’', () => {
    const odd = entries.filter(
      ({ name }) => name !== name.normalize('NFC').trim() || name === '' || /['`\t\n]/.test(name),
    )
    expect(odd.map(where)).toEqual([])
  })

  test('has Arabic letters for Arabic, none of Persian, Urdu, Uyghur or Kurdish, and Latin ones for all others', () => {
    // ء to غ and ف to ي are Arabic's letters, ّ doubles one.
    const arabic = /^[\u0621-\u063A\u0641-\u064A\u0651 -]+$/
    const latin = /^[\p{Script=Latin}\d .’-]+$/u
    const wrong = entries.filter(({ language, name }) => !(language === 'ar' ? arabic : latin).test(name))
    expect(wrong.map(where)).toEqual([])
  })
})

describe('every name is attested', () => {
  const attested = ({ key, name }: { key: string; name: string }) => {
    const city = largest.get(key)
    return city !== undefined && [city.name, ...city.alternates].some((known) => folded(known) === folded(name))
  }
  const foundElsewhere = ({ key, language, name }: { key: string; language: string; name: string }) =>
    Object.values(ELSEWHERE).some((source) => source[key]?.[language] === name)

  test('by GeoNames, or by the list of those that were read elsewhere', () => {
    expect(entries.filter((entry) => !attested(entry) && !foundElsewhere(entry)).map(where)).toEqual([])
  })

  test('and the list holds none that is not needed', () => {
    const listed = Object.values(ELSEWHERE).flatMap((source) =>
      Object.entries(source).flatMap(([key, own]) =>
        Object.entries(own).map(([language, name]) => ({ key, language, name })),
      ),
    )
    const needless = listed.filter((entry) => attested(entry) || names[entry.key]?.[entry.language] !== entry.name)
    expect(needless.map(where)).toEqual([])
  })
})

test('an Arabic reader finds Arabic letters in the large cities of Arabic countries and in the capitals', () => {
  const countries = new Set('MA DZ TN LY EG LB SY IQ JO SA AE QA KW BH OM YE PS'.split(' '))
  const large = [...largest].filter(([, { country, population }]) => countries.has(country) && population >= 100_000)
  const named = large.filter(([key]) => names[key]?.ar !== undefined)
  expect(named.length / large.length).toBeGreaterThan(0.9)
  for (const capital of [
    'FR/Paris',
    'BE/Brussels',
    'MA/Rabat',
    'DZ/Algiers',
    'TN/Tunis',
    'US/Washington',
    'JP/Tokyo',
  ]) {
    expect(names[capital]?.ar, capital).toBeDefined()
  }
})

/**
 * A name as names are compared. GeoNames leaves out marks that Arabic writes (أ is ا, ة is ه, ى is ي), writes short vowels
 * that Arabic leaves out, and some names with what they are the name of: ‘province of …’.
 */
function folded(name: string): string {
  return name
    .normalize('NFC')
    .trim()
    .replace(/[’‘ʼ]/g, "'")
    .toLowerCase()
    .replace(/[\u064B-\u0652\u0670]/g, '')
    .replace(/^(?:ولاية|والاية|محافظة|مدينة|بلدية|دائرة|قضاء|ناحية|شعبية|إمارة|قرية) /, '')
    .replace(/[أإآٱ]/g, 'ا')
    .replace(/ى/g, 'ي')
    .replace(/ه(?= |$)/g, 'ة')
}
