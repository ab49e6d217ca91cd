import { readBoxHead } from '../../formats/core/box-head'
import { Reader } from '../../formats/core/reader'
import { MAX_CLUES } from '../clue'

/** A box whose body is bytes `body` to `end` of the block it was read from. */
export interface MemoryBox {
  readonly type: string
  readonly body: number
  readonly end: number
}

/** The boxes next to each other in a block in memory (ISO/IEC 14496-12 §4.2); what is no box ends the row. */
export function boxesWithin(bytes: Uint8Array, start: number, end: number): MemoryBox[] {
  const out: MemoryBox[] = []
  const reader = new Reader(bytes.subarray(0, end))
  for (let at = start; end - at >= 8 && out.length < MAX_CLUES; ) {
    const box = readBoxHead(reader.seek(at))
    if (!box) break
    const next = box.length === 0 ? end : at + box.length
    if (next > end) break
    out.push({ type: box.type, body: at + box.head, end: next })
    at = next
  }
  return out
}
