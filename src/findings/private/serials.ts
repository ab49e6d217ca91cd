import { startsWith } from '../../formats/reader'
import type { Clue } from '../clue'
import type { Payload } from '../payload'
import { decode } from '../plain'

/**
 * A record with serial numbers at fixed places.
 * @param places in bytes from its start, each holding `length` bytes of text.
 */
export function fixedSerials(source: string, places: readonly number[], length: number, signature = '') {
  return ({ bytes }: Payload): Clue[] =>
    (startsWith(bytes, signature) ? places : [])
      .map((at) => decode(bytes.subarray(at, at + length)))
      .filter((text) => /^[\w -]+$/.test(text))
      .map((text) => ({ says: 'serial', text, source }))
}
