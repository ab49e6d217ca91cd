import type { Block } from '../../formats/core/part'
import { Reader } from '../../formats/core/reader'
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
    case 'timed-text':
      return timedText(packed)
    case 'brotli':
      return unpackBrotli(packed, limit)
  }
}

/**
 * The texts of samples of a text track, one a line, in UTF-8: a length of 16 bits and as many bytes, then boxes of style (3GPP TS 26.245
 * §5.17, QuickTime File Format "Text Sample Data"). A text that begins with a byte order mark is UTF-16. Ends where it is something else.
 */
function timedText(samples: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const reader = new Reader(samples)
  const lines: string[] = []
  while (reader.remaining >= 2) {
    const start = reader.position
    const length = reader.u16()
    // Some writers leave the length out.
    if (length > reader.remaining && (samples[start] ?? 0) >= SPACE) reader.seek(start)
    const bytes = reader.take(Math.min(length, reader.remaining))
    const isUtf16 = bytes[0] === 0xfe && bytes[1] === 0xff
    lines.push(new TextDecoder(isUtf16 ? 'utf-16be' : 'utf-8').decode(bytes))
    while (skipStyle(reader));
  }
  return new TextEncoder().encode(lines.filter((line) => line !== '').join('\n'))
}

const SPACE = 0x20

const STYLES = /^(?:styl|hlit|hclr|krok|dlay|href|tbox|blnk|twrp|encd|ftab|drpo|drpt|imag|metr|hclr)$/

/** Moves behind a box of style, if one begins here. */
function skipStyle(reader: Reader): boolean {
  const start = reader.position
  if (reader.remaining < 8) return false
  const length = reader.u32()
  const isStyle = STYLES.test(reader.latin1(4)) && length >= 8 && length <= reader.length - start
  reader.seek(isStyle ? start + length : start)
  return isStyle
}
