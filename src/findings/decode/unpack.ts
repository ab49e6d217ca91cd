import type { Block } from '../../formats/core/part'
import { inflate } from '../../formats/core/zlib'
import { rawProfile } from '../../formats/png/raw-profile'
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
