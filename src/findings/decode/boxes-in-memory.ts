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
    reader.seek(at)
    const short = reader.u32()
    const type = reader.latin1(4)
    const length = short === 1 && reader.remaining >= 8 ? reader.u64() : short === 0 ? end - at : short
    if (length < reader.position - at || at + length > end) break
    out.push({ type, body: reader.position, end: at + length })
    at += length
  }
  return out
}
