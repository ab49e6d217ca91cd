import { Malformed } from '../formats/malformed'
import type { Block } from '../formats/part'
import { latin1 } from '../formats/reader'
import { inflate } from '../formats/zlib'

/**
 * Undoes a block's packing.
 * @param limit bytes of output at which unpacking stops, so that a bomb costs no memory.
 * @throws {Malformed} on a broken stream, on more than `limit` bytes, and on Brotli, which no browser offers to scripts.
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
      throw new Malformed('Brotli cannot be unpacked here')
  }
}

/** ImageMagick's hexadecimal profile: a line feed, its name, its length in decimal, then two hexadecimal digits a byte. */
function rawProfile(text: Uint8Array): Uint8Array<ArrayBuffer> {
  const head = /^\s*[^\n]*\n\s*(\d+)\s*\n/.exec(latin1(text.subarray(0, 200)))
  if (!head) throw new Malformed('no head of a raw profile')
  const digits = latin1(text.subarray(head[0].length)).replace(/[^0-9a-f]/gi, '')
  const out = new Uint8Array(Math.min(Number(head[1]), digits.length >> 1))
  for (let i = 0; i < out.length; i++) out[i] = Number.parseInt(digits.slice(2 * i, 2 * i + 2), 16)
  return out
}
