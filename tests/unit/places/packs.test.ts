import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { iso1A2Code } from '@rapideditor/country-coder'
import { expect, test } from 'vitest'
import { packCities } from '../../../scripts/place-pack/cities'
import { packCountries } from '../../../scripts/place-pack/countries'
import { packMap } from '../../../scripts/place-pack/map'
import { type City, decodeCities, encodeCities } from '../../../src/places/cities-pack'
import { decodeCountries } from '../../../src/places/countries-pack'
import { unpack } from '../../../src/places/unpack'

const packed = (name: string) => readFileSync(`src/places/${name}.pack`)
const cities = decodeCities(gunzipSync(packed('cities')))

test.each([
  ['cities', packCities],
  ['countries', packCountries],
  ['map', packMap],
] as const)('the script packs %s as they lie in the repository', (name, pack) => {
  expect(Buffer.compare(gunzipSync(packed(name)), pack())).toBe(0)
})

test('cities come back as they were, to a hundred metres and a tenth of their inhabitants', () => {
  const given = new Map<string, City[]>([
    ['NZ', [{ name: 'Waitangi', latitude: -43.9535, longitude: -176.5597, population: 1000 }]],
    [
      'FJ',
      [
        { name: 'Labasa', latitude: -16.4167, longitude: 179.3833, population: 27_949 },
        { name: 'Suva', latitude: -18.1416, longitude: 178.4419, population: 77_366 },
      ],
    ],
  ])
  const back = decodeCities(encodeCities(given))
  expect([...back.around(null)].map(([country, own]) => [country, ...own.map(({ name }) => name)])).toEqual([
    ['FJ', 'Suva', 'Labasa'],
    ['NZ', 'Waitangi'],
  ])
  for (const [country, own] of given) {
    for (const city of own) {
      const found = back.get(country)?.find(({ name }) => name === city.name)
      expect(found?.latitude).toBeCloseTo(city.latitude, 3)
      expect(found?.longitude).toBeCloseTo(city.longitude, 3)
      expect((found?.population ?? 0) / city.population).toBeCloseTo(1, 1)
    }
  }
})

test('a pack that is cut short or too long is refused', () => {
  const bytes = gunzipSync(packed('cities'))
  expect(() => decodeCities(bytes.subarray(0, -1))).toThrow(/cut short/)
  expect(() => decodeCities(Buffer.concat([bytes, Buffer.alloc(1)]))).toThrow(/too long/)
})

test('towns count from a thousand inhabitants where most parents use it, from five in near countries, from fifteen elsewhere', () => {
  const least = (country: string) => Math.min(...(cities.get(country) ?? []).map(({ population }) => population))
  for (const country of ['FR', 'BE', 'CH']) expect(least(country)).toBeLessThan(1100)
  for (const country of ['LU', 'RE', 'GP', 'MQ', 'GF', 'NC']) expect(least(country)).toBeLessThan(14_000)
  for (const country of ['DE', 'IT', 'ES', 'GB', 'PT', 'NL']) {
    expect(least(country)).toBeGreaterThan(4900)
    expect(least(country)).toBeLessThan(5300)
  }
  for (const country of ['US', 'JP', 'CA']) expect(least(country)).toBeGreaterThan(14_000)
  expect([...cities.around(null)].flatMap(([, own]) => own).length).toBeGreaterThan(40_000)
})

test('a quarter is no city', () => {
  const french = (cities.get('FR') ?? []).map(({ name }) => name)
  expect(french).toContain('Marseille')
  expect(french.filter((name) => /^(?:Marseille|Paris|Lyon) \d/.test(name))).toEqual([])
})

test('what is inlined as a data address is unpacked to the same bytes', async () => {
  const bytes = await unpack(`data:application/octet-stream;base64,${packed('cities').toString('base64')}`)
  expect(Buffer.compare(bytes, gunzipSync(packed('cities')))).toBe(0)
})

test('the pack of countries says of a position what country-coder says, on land and at sea, near borders and in enclaves', () => {
  const countries = decodeCountries(gunzipSync(packed('countries')))
  const said = (latitude: number, longitude: number) => ({
    territory: iso1A2Code([longitude, latitude], { level: 'territory' }),
    country: iso1A2Code([longitude, latitude]),
  })
  const none = { territory: null, country: null }
  // Every tenth city and, because towns lie where borders are, a grid that is finer in Europe.
  const places = [...cities.around(null)].flatMap(([, own]) => own.filter((_, at) => at % 10 === 0))
  const grid = (from: number, to: number, step: number) =>
    Array.from({ length: Math.floor((to - from) / step) }, (_, at) => from + at * step)
  for (const latitude of grid(-85.03, 85, 4))
    for (const longitude of grid(-179.93, 180, 4)) places.push({ ...NOWHERE, latitude, longitude })
  for (const latitude of grid(36.07, 60, 0.5))
    for (const longitude of grid(-9.9, 25, 0.5)) places.push({ ...NOWHERE, latitude, longitude })
  const wrong = places.filter(({ latitude, longitude }) => {
    const own = countries.at({ latitude, longitude }) ?? none
    const theirs = said(latitude, longitude)
    return own.territory !== theirs.territory || own.country !== theirs.country
  })
  expect(places.length).toBeGreaterThan(9000)
  expect(wrong).toEqual([])
})

const NOWHERE = { name: '', population: 0 }
