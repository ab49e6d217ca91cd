import { Malformed } from '../../formats/core/malformed'
import type { Block } from '../../formats/core/part'
import { latin1 } from '../../formats/core/reader'
import { inflate } from '../../formats/core/zlib'
import { unpackBrotli } from './brotli'

/**
 * Undoes a block's packing.
 * @param limit bytes of output at which unpacking stops, so that a bomb costs no memory.
 * @throws {Malformed} on a broken stream, and on more than `limit` bytes.
 */
export async function unpack(
  packed: Uint8Array<ArrayBuffer>,
  packing: NonNullable<Block['packing']>,
  limit: number,
): Promise<Uint8Array<ArrayBuffer>> {
  switch (packing) {
    case 'deflate':
      return inflate(packed, limit)
    case 'raw-profile':
      return rawProfile(packed)
    case 'raw-profile-deflate':
      return rawProfile(await inflate(packed, limit))
    case 'brotli':
      return unpackBrotli(packed, limit)
  }
}

/** ImageMagick's hexadecimal profile: a line feed, its name, its length in decimal, then two hexadecimal digits a byte. */
function rawProfile(text: Uint8Array): Uint8Array<ArrayBuffer> {
  const head = /^\s*[^\n]*\n\s*(\d+)\s*\n/.exec(latin1(text.subarray(0, 200)))
  if (!head) throw new Malformed('no head of a raw profile')
  const digits = text.subarray(head[0].length).filter((byte) => byte > SPACE || !WHITE.has(byte))
  const out = new Uint8Array(Math.min(Number(head[1]), digits.length >> 1))
  for (let i = 0; i < out.length; i++) out[i] = 16 * nibble(digits[2 * i]) + nibble(digits[2 * i + 1])
  return out
}

const SPACE = 0x20
const WHITE = new Set([0x09, 0x0a, 0x0d, SPACE])

/** Of a hexadecimal digit. Readers take anything else for a digit too, and go on behind it. */
function nibble(digit = 0): number {
  const value = Number.parseInt(String.fromCharCode(digit), 16)
  return Number.isNaN(value) ? digit & 0x0f : value
}
