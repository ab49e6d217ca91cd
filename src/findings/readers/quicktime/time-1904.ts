import { Malformed } from '../../../formats/core/malformed'
import { Reader } from '../../../formats/core/reader'
import type { Clue } from '../../clue'
import type { Payload } from '../../decode/payload'

/** Seconds from 1904-01-01 to 1970-01-01 UTC. */
const FROM_1904_TO_1970 = 2_082_844_800

/** A box's time: big-endian seconds since 1904 UTC in 4 or 8 bytes (ISO/IEC 14496-12 §8.2.2). Zero says nothing. */
export function time1904Clues({ bytes, label }: Payload): Clue[] {
  const reader = new Reader(bytes)
  const seconds = bytes.length === 8 ? reader.u64() : reader.u32()
  if (seconds === 0) return []
  const since1970 = seconds > FROM_1904_TO_1970 ? seconds - FROM_1904_TO_1970 : seconds
  const date = new Date(since1970 * 1000)
  if (Number.isNaN(date.getTime())) throw new Malformed('a time beyond the calendar')
  const text = date.toISOString().slice(0, 19)
  return [{ type: 'time', text, offset: 'Z', event: 'made', source: label ?? 'creation time' }]
}
