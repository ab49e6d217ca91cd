import type { Reader } from './reader'

/** Bytes of a head, without and with a size of 64 bits. */
export const BOX_HEAD_BYTES = 8
export const LARGE_BOX_HEAD_BYTES = 16

/** The head of a box: ISO/IEC 14496-12 §4.2. Films, HEIF, JPEG XL, motion photos and blocks of user data have the same. */
export interface BoxHead {
  /** Four characters, ISO 8859-1. */
  readonly type: string
  /** Bytes of the whole box; 0: up to the end of what holds it. */
  readonly length: number
  /** Bytes of the head itself, 8 or 16. */
  readonly head: number
}

/**
 * Reads the head of the box at the reader's position, which is behind it then. Null where none can be: fewer bytes than a head, or a length
 * shorter than that.
 * @throws {Malformed} for a length above 2^53.
 */
export function readBoxHead(reader: Reader): BoxHead | null {
  if (reader.remaining < BOX_HEAD_BYTES) return null
  const short = reader.u32()
  const type = reader.latin1(4)
  const isLarge = short === 1
  if (isLarge && reader.remaining < LARGE_BOX_HEAD_BYTES - BOX_HEAD_BYTES) return null
  const length = isLarge ? reader.u64() : short
  const head = isLarge ? LARGE_BOX_HEAD_BYTES : BOX_HEAD_BYTES
  return length !== 0 && length < head ? null : { type, length, head }
}
