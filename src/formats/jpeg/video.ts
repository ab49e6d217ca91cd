import { latin1, Reader } from '../core/reader'
import type { Source } from '../core/source'

/** A box head: 32-bit size, type, and a 64-bit size when the first one is 1; ISO/IEC 14496-12 §4.2. */
const HEAD = 16

/** More boxes at the top of a file than any phone writes. */
const MAX_BOXES = 4096

/** Whether a film begins here: a box of type 'ftyp'. */
export function isVideoStart(head: Uint8Array): boolean {
  return head.length >= 8 && latin1(head.subarray(4, 8)) === 'ftyp'
}

/** Where the boxes of a film that begins at `start` end; at the latest where the file does. */
export async function endOfVideo(source: Source, start: number): Promise<number> {
  let at = start
  for (let boxes = 0; boxes < MAX_BOXES && at + 8 <= source.size; boxes++) {
    const head = new Reader(await source.read(at, Math.min(at + HEAD, source.size)))
    const short = head.u32()
    if (!/^[\x20-\x7e©]{4}$/.test(head.latin1(4))) break
    const size = short === 1 && head.remaining >= 8 ? head.u64() : short
    if (size === 0) return source.size
    if (size < 8) break
    at = Math.min(at + size, source.size)
  }
  return at
}
