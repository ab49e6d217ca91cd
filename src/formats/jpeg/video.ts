import { LARGE_BOX_HEAD_BYTES, readBoxHead } from '../core/box-head'
import { latin1, Reader } from '../core/reader'
import type { Source } from '../core/source'

/** More boxes at the top of a file than any phone writes. */
const MAX_BOXES = 4096

/** Whether a film begins here: a box of type 'ftyp'. */
export function isVideoStart(head: Uint8Array): boolean {
  return head.length >= 8 && latin1(head.subarray(4, 8)) === 'ftyp'
}

/** Where the boxes of a film that begins at `start` end; at the latest where the file does. */
export async function endOfVideo(source: Source, start: number): Promise<number> {
  let at = start
  for (let boxes = 0; boxes < MAX_BOXES; boxes++) {
    const box = readBoxHead(new Reader(await source.read(at, Math.min(at + LARGE_BOX_HEAD_BYTES, source.size))))
    if (!box || !/^[\x20-\x7e©]{4}$/.test(box.type)) break
    if (box.length === 0) return source.size
    at = Math.min(at + box.length, source.size)
  }
  return at
}
