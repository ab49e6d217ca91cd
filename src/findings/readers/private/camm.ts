import { Reader } from '../../../formats/core/reader'
import type { Clue } from '../../clue'
import type { Payload } from '../../decode/payload'

/** Bytes of a packet of each type, behind two reserved bytes and the type: Google's Camera Motion Metadata specification. */
const PACKET_BYTES: readonly number[] = [12, 8, 12, 12, 12, 24, 56, 12]
/** Latitude, longitude and altitude alone; and behind a time (8 bytes) and the kind of fix (4), 0 where there was none. */
const [POSITION, GPS] = [5, 6]

/** Returns where a camera that films all round was first, from the telemetry of its film; numbers are little-endian. */
export function cammClues({ bytes }: Payload): Clue[] {
  const reader = new Reader(bytes, true)
  while (reader.remaining >= 4) {
    const type = reader.skip(2).u16()
    const length = PACKET_BYTES[type]
    if (length === undefined || length > reader.remaining) return []
    const packet = reader.take(length)
    const view = new DataView(packet.buffer, packet.byteOffset, packet.byteLength)
    if (type === POSITION) return positionAt(view, 0)
    if (type === GPS && view.getInt32(8, true) !== 0) return positionAt(view, 12)
  }
  return []
}

function positionAt(view: DataView, at: number): Clue[] {
  const [latitude, longitude] = [view.getFloat64(at, true), view.getFloat64(at + 8, true)]
  return [{ type: 'position', latitude, longitude, source: 'camm' }]
}
