import type { Position } from './position'

export interface City extends Position {
  /** As GeoNames writes it. */
  readonly name: string
  readonly population: number
}

/** Cities by country, ISO 3166-1 alpha-2. */
export type Cities = ReadonlyMap<string, readonly City[]>

/** Steps in a degree: a thousandth is about a hundred metres. */
const STEPS = 1000
/** Populations are kept as logarithms, eight steps to a doubling; below the least nothing is told apart. */
const PER_DOUBLING = 8
const MIN_POPULATION = 1000

/**
 * One line of text a country, 'FR', then its cities, divided by tabs; then a zero byte; then, for all cities in that
 * order, the steps of latitude from the one before, the steps of longitude likewise, and one byte of population each.
 * Steps are variable-length integers, seven bits a byte, lowest first, the sign in the lowest bit.
 */
export function encodeCities(cities: Cities): Uint8Array<ArrayBuffer> {
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
    const step = now - before
    let rest = step < 0 ? -2 * step - 1 : 2 * step
    for (; rest > 127; rest >>>= 7) bytes.push((rest & 127) | 128)
    bytes.push(rest)
    before = now
  }
  return bytes
}

/** The reverse of `encodeCities`, but for rounding. */
export function decodeCities(bytes: Uint8Array): Cities {
  const end = bytes.indexOf(0)
  const lines = new TextDecoder().decode(bytes.subarray(0, end)).split('\n')
  const names = lines.map((line) => line.split('\t').slice(1))
  const count = names.reduce((sum, { length }) => sum + length, 0)
  const latitudes = degreesIn(bytes, end + 1, count)
  const longitudes = degreesIn(bytes, latitudes.end, count)
  if (longitudes.end + count !== bytes.length) throw new Error('a pack of cities is cut short or too long')
  let at = 0
  const cityNamed = (name: string): City => {
    const population = MIN_POPULATION * 2 ** ((bytes[longitudes.end + at] ?? 0) / PER_DOUBLING)
    const city = { name, latitude: latitudes.degrees[at] ?? 0, longitude: longitudes.degrees[at] ?? 0, population }
    at += 1
    return city
  }
  return new Map(lines.map((line, index) => [line.slice(0, line.indexOf('\t')), (names[index] ?? []).map(cityNamed)]))
}

function degreesIn(bytes: Uint8Array, start: number, count: number): { degrees: Float64Array; end: number } {
  const degrees = new Float64Array(count)
  let at = start
  let now = 0
  for (let index = 0; index < count; index++) {
    let value = 0
    let byte = 128
    for (let shift = 0; byte > 127; shift += 7) {
      byte = bytes[at++] ?? 0
      value |= (byte & 127) << shift
    }
    now += value & 1 ? -((value + 1) >> 1) : value >> 1
    degrees[index] = now / STEPS
  }
  return { degrees, end: at }
}
