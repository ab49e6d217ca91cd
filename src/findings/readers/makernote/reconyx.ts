import { startsWith } from '../../../formats/core/reader'
import type { Statement } from '../../clue'
import { utf16 } from '../../decode/charset'
import { decode } from '../../decode/display-text'

/** Trail cameras write a record of fixed places instead of a directory; lengths in bytes. */
const RECORDS = [
  { signature: '\x01\xf1', at: 0x2a, length: 30, wide: true },
  { signature: 'RECONYXUF\0', at: 0x4b, length: 15, wide: false },
  { signature: 'RECONYXH2\0', at: 0x7e, length: 30, wide: true },
  { signature: 'RECONYXMF\0', at: 0x8c, length: 30, wide: true },
  { signature: 'RECONYXHF4K\0', at: 0x84, length: 15, wide: false },
] as const

/** Returns the serial number of a trail camera from its maker note; none where the note has another layout. */
export function reconyxSerial(note: Uint8Array): Statement[] {
  const record = RECORDS.find(({ signature }) => startsWith(note, signature))
  if (!record) return []
  const bytes = note.subarray(record.at, record.at + record.length)
  const text = record.wide ? utf16(bytes) : decode(bytes)
  return text.trim() === '' ? [] : [{ type: 'serial', text }]
}
