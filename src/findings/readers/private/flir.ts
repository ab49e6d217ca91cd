import { Malformed } from '../../../formats/core/malformed'
import { Reader, startsWith } from '../../../formats/core/reader'
import type { Clue, Statement } from '../../clue'
import { decode } from '../../decode/display-text'
import type { Payload } from '../../decode/payload'

/** Kinds of records in an FFF file, by number. */
const CAMERA_INFO = 0x20
const GPS_INFO = 0x2b

/** Places of texts in the camera's record: how many bytes from its start, and how long. */
const MODEL = [0xd4, 32] as const
const SERIALS = [
  [0x104, 16],
  [0x1a0, 16],
] as const

/**
 * A thermal camera's FFF file inside of APP1: place and serial numbers.
 * @throws {Malformed} when its directory of records is broken.
 */
export function flirClues({ bytes }: Payload): Clue[] {
  if (!startsWith(bytes, 'FFF\0')) throw new Malformed('no FFF file')
  const reader = new Reader(bytes)
  // The version, near a hundred, tells the order of bytes.
  if (reader.seek(0x14).u32() > 0xffff) reader.littleEndian = true
  const directory = reader.seek(0x18).u32()
  const count = Math.min(reader.u32(), 64)
  const out: Statement[] = []
  for (let i = 0; i < count; i++) {
    const kind = reader.seek(directory + 32 * i).u16()
    const start = reader.skip(10).u32()
    const record = bytes.subarray(start, start + reader.u32())
    if (kind === CAMERA_INFO) out.push(...cameraSays(record))
    if (kind === GPS_INFO) out.push(...positionIn(record))
  }
  return out.map((said) => ({ ...said, source: 'FLIR' }))
}

function cameraSays(record: Uint8Array): Statement[] {
  const text = ([at, length]: readonly [number, number]) => decode(record.subarray(at, at + length))
  const serials = SERIALS.map((place): Statement => ({ type: 'serial', text: text(place) }))
  return [{ type: 'model', text: text(MODEL) }, ...serials]
}

/** Whether valid, version, hemispheres, then signed degrees as doubles and metres as a float. */
function positionIn(record: Uint8Array): Statement[] {
  const view = new DataView(record.buffer, record.byteOffset, record.byteLength)
  if (record.length < 0x24) return []
  const littleEndian = view.getUint32(0) > 1
  if (view.getUint32(0, littleEndian) === 0) return []
  return [
    {
      type: 'position',
      latitude: view.getFloat64(0x10, littleEndian),
      longitude: view.getFloat64(0x18, littleEndian),
      altitude: view.getFloat32(0x20, littleEndian),
    },
  ]
}
