import { type Bounds, turnsInto } from './near-by'
import type { Position } from './position'
import { IntegerReader, writeInteger } from './variable-length'

export interface City extends Position {
  /** As GeoNames writes it. */
  readonly name: string
  readonly population: number
}

/** Cities by country, ISO 3166-1 alpha-2. */
export interface Cities {
  has(country: string): boolean
  get(country: string): readonly City[] | undefined
  /** Returns the cities of each country that has any in the bounds, and may have others; of all without bounds. */
  around(bounds: Bounds | null): Iterable<readonly [country: string, cities: readonly City[]]>
}

/** Steps in a degree: a thousandth is about a hundred metres. */
const STEPS = 1000
/** Populations are kept as logarithms, eight steps to a doubling; below the least nothing is told apart. */
const PER_DOUBLING = 8
const MIN_POPULATION = 1000

/**
 * One line of text a country, 'FR', then its cities, divided by tabs; then a zero byte; then, for all cities in that
 * order, the steps of latitude from the one before, the steps of longitude likewise, both in variable-length integers, and one
 * byte of population each.
 */
export function encodeCities(cities: ReadonlyMap<string, readonly City[]>): Uint8Array<ArrayBuffer> {
  const lines: string[] = []
  const all: City[] = []
  for (const [country, own] of [...cities].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const fromSouth = own.toSorted((a, b) => a.latitude - b.latitude || a.longitude - b.longitude)
    lines.push([country, ...fromSouth.map(({ name }) => name)].join('\t'))
    all.push(...fromSouth)
  }
  return Uint8Array.from([
    ...new TextEncoder().encode(`${lines.join('\n')}\0`),
    ...stepsOf(all.map(({ latitude }) => latitude)),
    ...stepsOf(all.map(({ longitude }) => longitude)),
    ...all.map(({ population }) =>
      Math.round(PER_DOUBLING * Math.log2(Math.max(MIN_POPULATION, population) / MIN_POPULATION)),
    ),
  ])
}

function stepsOf(degrees: readonly number[]): number[] {
  const bytes: number[] = []
  let before = 0
  for (const degree of degrees) {
    const now = Math.round(degree * STEPS)
    writeInteger(bytes, now - before)
    before = now
  }
  return bytes
}

/**
 * The reverse of `encodeCities`, but for rounding. A country's cities become objects when it is asked for: a map needs those of a few.
 * @throws {Error} when the pack is cut short or too long.
 */
export function decodeCities(bytes: Uint8Array): Cities {
  const end = bytes.indexOf(0)
  const lines = new TextDecoder().decode(bytes.subarray(0, end)).split('\n')
  const names = lines.map((line) => line.split('\t').slice(1))
  const count = names.reduce((sum, { length }) => sum + length, 0)
  const latitudes = degreesIn(bytes, end + 1, count)
  const longitudes = degreesIn(bytes, latitudes.end, count)
  if (longitudes.end + count !== bytes.length) throw new Error('a pack of cities is cut short or too long')
  const columns = {
    latitudes: latitudes.degrees,
    longitudes: longitudes.degrees,
    populations: bytes.subarray(longitudes.end),
  }
  let first = 0
  const countries = new Map<string, Country>()
  for (const [index, line] of lines.entries()) {
    const own = names[index] ?? []
    countries.set(line.slice(0, line.indexOf('\t')), new Country(own, first, columns))
    first += own.length
  }
  return {
    has: (country) => countries.has(country),
    get: (country) => countries.get(country)?.cities,
    *around(bounds) {
      for (const [code, country] of countries)
        if (!bounds || turnsInto(bounds, country.bounds).length > 0) yield [code, country.cities]
    },
  }
}

interface Columns {
  readonly latitudes: Float64Array
  readonly longitudes: Float64Array
  readonly populations: Uint8Array
}

/** The cities of a country: those in the columns from `first` on, one a name. */
class Country {
  private unpacked: readonly City[] | undefined
  private box: Bounds | undefined

  constructor(
    private readonly names: readonly string[],
    private readonly first: number,
    private readonly columns: Columns,
  ) {}

  get cities(): readonly City[] {
    const { latitudes, longitudes, populations } = this.columns
    this.unpacked ??= this.names.map((name, index) => {
      const at = this.first + index
      const population = MIN_POPULATION * 2 ** ((populations[at] ?? 0) / PER_DOUBLING)
      return { name, latitude: latitudes[at] ?? 0, longitude: longitudes[at] ?? 0, population }
    })
    return this.unpacked
  }

  get bounds(): Bounds {
    const [from, to] = [this.first, this.first + this.names.length]
    const [south, north] = leastAndMost(this.columns.latitudes.subarray(from, to))
    const [west, east] = leastAndMost(this.columns.longitudes.subarray(from, to))
    this.box ??= { south, north, west, east }
    return this.box
  }
}

function leastAndMost(degrees: Float64Array): [least: number, most: number] {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const degree of degrees) {
    if (degree < least) least = degree
    if (degree > most) most = degree
  }
  return [least, most]
}

function degreesIn(bytes: Uint8Array, start: number, count: number): { degrees: Float64Array; end: number } {
  const degrees = new Float64Array(count)
  const reader = new IntegerReader(bytes, start)
  let now = 0
  for (let index = 0; index < count; index++) {
    now += reader.next()
    degrees[index] = now / STEPS
  }
  return { degrees, end: reader.at }
}
