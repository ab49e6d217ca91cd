import type { Clue } from '../clue'
import type { Payload } from '../decode/payload'

const EPOCH_MS = Date.UTC(2001, 0, 1)
const NANOSECONDS_IN_MS = 1_000_000n

/** Returns when a Matroska film was made, in UTC: RFC 9559 §5.1.2.11. None where the value is no date. */
export function time2001Clues({ bytes, label = 'DateUTC' }: Payload): Clue[] {
  if (bytes.length !== 8) return []
  const nanoseconds = new DataView(bytes.buffer, bytes.byteOffset).getBigInt64(0)
  const date = new Date(EPOCH_MS + Number(nanoseconds / NANOSECONDS_IN_MS))
  if (nanoseconds === 0n || Number.isNaN(date.getTime())) return []
  const text = date.toISOString().slice(0, 'yyyy-mm-ddThh:mm:ss'.length)
  return [{ type: 'time', text, offset: 'Z', event: 'taken', source: label }]
}
