import { Reader } from '../../../formats/core/reader'
import type { Clue } from '../../clue'
import type { Payload } from '../../decode/payload'

/** Version, unit and the density of both axes. */
const DENSITY = 7

/** The small picture of plain pixels, three bytes each, that JFIF 1.02 allows behind the density; or bytes that are none. */
export function jfifClues({ bytes, label = 'APP0 JFIF' }: Payload): Clue[] {
  const reader = new Reader(bytes).skip(DENSITY)
  const pixels = reader.u8() * reader.u8()
  const picture: Clue[] = pixels > 0 ? [{ type: 'picture', role: 'thumbnail', source: 'JFIF' }] : []
  const rest = reader.remaining - 3 * pixels
  return rest > 0 ? [...picture, { type: 'unknown', label, bytes: rest, source: label }] : picture
}
