import { startsWith } from '../../../formats/core/reader'
import type { Clue } from '../../clue'
import { decode } from '../../decode/display-text'
import type { Payload } from '../../decode/payload'

/**
 * A record with serial numbers at fixed places.
 * @param places in bytes from its start, each holding `length` bytes of text.
 */
export function fixedSerials(source: string, places: readonly number[], length: number, signature = '') {
  return ({ bytes }: Payload): Clue[] =>
    (startsWith(bytes, signature) ? places : [])
      .map((at) => decode(bytes.subarray(at, at + length)))
      .filter((text) => /^[\w -]+$/.test(text))
      .map((text) => ({ type: 'serial', text, source }))
}
