import { NotEditable } from './frame'

/** Bits that are looked up in one step. */
export const LOOKUP_BITS = 9

/** A Huffman table for decoding; ITU-T T.81 §F.2.2.3. */
export interface DecodingTable {
  /** For the next nine bits: length << 8 | symbol, or 0 when the code is longer. */
  readonly lookup: Uint16Array
  /** By length: the largest code, or −1. */
  readonly maxCode: Int32Array
  /** By length: what to add to a code to find its symbol. */
  readonly offset: Int32Array
  readonly symbols: Uint8Array
}

/**
 * Makes a table from the numbers of codes of each length, 1 to 16, and the symbols in order of their codes.
 * @throws {NotEditable} when the codes are more than their lengths allow.
 */
export function decodingTable(counts: Uint8Array, symbols: Uint8Array): DecodingTable {
  const lookup = new Uint16Array(1 << LOOKUP_BITS)
  const maxCode = new Int32Array(18).fill(-1)
  const offset = new Int32Array(18)
  let code = 0
  let at = 0
  for (let length = 1; length <= 16; length++) {
    const count = counts[length - 1] ?? 0
    offset[length] = at - code
    for (let index = 0; index < count; index++, code++, at++) {
      if (code >= 1 << length) throw new NotEditable('Huffman table')
      if (length > LOOKUP_BITS) continue
      const first = code << (LOOKUP_BITS - length)
      lookup.fill((length << 8) | (symbols[at] ?? 0), first, first + (1 << (LOOKUP_BITS - length)))
    }
    if (count > 0) maxCode[length] = code - 1
    code <<= 1
  }
  return { lookup, maxCode, offset, symbols }
}
