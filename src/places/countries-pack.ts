import { holds } from './near-by'
import type { Position } from './position'
import { decodeShapes, encodeShapes, type Shape } from './shape-pack'

/** What a piece of land belongs to, as ISO 3166-1 alpha-2 codes; null where it has none. */
export interface Belonging {
  /** Overseas parts have codes of their own: 'RE' for Réunion. */
  readonly territory: string | null
  readonly country: string | null
}

/** Land, and the sea in front of it, by what it belongs to. */
export interface Countries {
  /** Null at sea. */
  at(position: Position): Belonging | null
}

/** Steps in a degree, about a metre: borders run through streets. */
const STEPS = 100_000

/** One line of text a shape, 'RE\tFR', each code empty where there is none; then a zero byte; then the shapes. */
export function encodeCountries(
  land: readonly { readonly of: Belonging; readonly shape: Shape }[],
): Uint8Array<ArrayBuffer> {
  const lines = land.map(({ of: { territory, country } }) => `${territory ?? ''}\t${country ?? ''}`)
  return Uint8Array.from([
    ...new TextEncoder().encode(`${lines.join('\n')}\0`),
    ...encodeShapes(
      land.map(({ shape }) => shape),
      STEPS,
    ),
  ])
}

/**
 * The reverse of `encodeCountries`.
 * @throws {Error} when the pack is cut short or too long.
 */
export function decodeCountries(bytes: Uint8Array): Countries {
  const end = bytes.indexOf(0)
  const lines = new TextDecoder().decode(bytes.subarray(0, end)).split('\n')
  const shapes = decodeShapes(bytes, end + 1, STEPS)
  if (lines.length !== shapes.length) throw new Error('a pack of countries names more or fewer than it has')
  return {
    at(position) {
      const index = shapes.findIndex((shape) => isIn(shape, position))
      if (index < 0) return null
      const [territory, country] = (lines[index] ?? '').split('\t')
      return { territory: territory || null, country: country || null }
    },
  }
}

/** Whether a position lies in an area: a line from it to the east crosses the area's lines an odd number of times. */
function isIn({ bounds, lines }: Shape, position: Position): boolean {
  if (!holds(bounds, position)) return false
  const { latitude, longitude } = position
  let isInside = false
  for (const line of lines()) {
    for (let at = 1; at < line.length; at++) {
      const [[x0, y0] = [0, 0], [x1, y1] = [0, 0]] = [line[at - 1], line[at]]
      if (y0 > latitude !== y1 > latitude && longitude < ((x1 - x0) * (latitude - y0)) / (y1 - y0) + x0)
        isInside = !isInside
    }
  }
  return isInside
}
