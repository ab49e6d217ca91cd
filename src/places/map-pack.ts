import { decodeShapes, encodeShapes, type Shape } from './shape-pack'
import { IntegerReader, writeInteger } from './variable-length'

/** What the map of any place is drawn from: islands with their lakes, and pieces of borders. */
export interface Atlas {
  readonly land: readonly Shape[]
  readonly borders: readonly Shape[]
}

/** Steps in a degree: a pixel of the closest map is about one. */
const STEPS = 100

/** How many shapes are land, as a variable-length integer; then those and the borders, packed as shapes. */
export function encodeMap({ land, borders }: Atlas): Uint8Array<ArrayBuffer> {
  const bytes: number[] = []
  writeInteger(bytes, land.length)
  return Uint8Array.from([...bytes, ...encodeShapes([...land, ...borders], STEPS)])
}

/**
 * The reverse of `encodeMap`, but for rounding.
 * @throws {Error} when the pack is cut short or too long.
 */
export function decodeMap(bytes: Uint8Array): Atlas {
  const reader = new IntegerReader(bytes)
  const lands = reader.next()
  const shapes = decodeShapes(bytes, reader.at, STEPS)
  return { land: shapes.slice(0, lands), borders: shapes.slice(lands) }
}
