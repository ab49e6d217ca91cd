import { Reader } from '../../../formats/core/reader'
import type { Clue } from '../../clue'
import { utf16 } from '../../decode/charset'
import type { Payload } from '../../decode/payload'

/** What Photoshop's 'Save for Web' adds: quality (1), comment (2), copyright (3), each behind its length; texts in UTF-16 with their own. */
export function duckyClues({ bytes }: Payload): Clue[] {
  const out: Clue[] = []
  const reader = new Reader(bytes)
  while (reader.remaining >= 4) {
    const kind = reader.u16()
    const value = reader.take(Math.min(reader.u16(), reader.remaining))
    if (kind !== 2 && kind !== 3) continue
    out.push({
      type: 'words',
      role: kind === 2 ? 'comment' : 'rights',
      text: utf16(value.subarray(4)),
      source: 'Ducky',
    })
  }
  return out
}
