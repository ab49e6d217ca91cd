import { type Reader as ByteReader, latin1, Reader, startsWith } from '../../../formats/core/reader'
import type { Clue } from '../../clue'
import type { Payload } from '../../decode/payload'

const MARK = '8db42d694ccc418790edff439fe026bf'

/** Tells whether bytes that follow a picture or film are such a trailer, by the mark at their end. */
export function isInsta360Trailer(bytes: Uint8Array): boolean {
  return startsWith(bytes, MARK, bytes.length - MARK.length)
}

/** At the end: the foot of the last record, and behind it what is the same in each file, with the mark. */
const TAIL_BYTES = 78
/** Behind each record: its kind (2 bytes) and its length (4). */
const FOOT_BYTES = 6
const [CAMERA, GPS] = [0x101, 0x700]
/** Time in seconds, milliseconds, 'A' for a fix; latitude, 'N' or 'S', longitude, 'E' or 'W', speed, track, altitude. */
const GPS_BYTES = 53
/** Tags of the record about the camera, each with a length in one byte. */
const [SERIAL, MODEL] = [0x0a, 0x12]
/** A directory and some twenty kinds of measurements; more would be a loop. */
const MAX_RECORDS = 64

/**
 * Returns the camera, its serial number and where and when it was first, from the trailer of Insta360's films: records from the last to the first,
 * each in front of its foot; numbers are little-endian. As ExifTool's QuickTimeStream.pm reads it. What follows no such row is not read.
 */
export function insta360Clues({ bytes }: Payload): Clue[] {
  const clues: Clue[] = []
  let foot = bytes.length - TAIL_BYTES
  for (let count = 0; foot >= 0 && count < MAX_RECORDS; count++) {
    const reader = new Reader(bytes, true).seek(foot)
    const [kind, length] = [reader.u16(), reader.u32()]
    const start = foot - length
    if (start < 0) break
    const record = new Reader(bytes.subarray(start, foot), true)
    if (kind === CAMERA) clues.push(...cameraIn(record))
    if (kind === GPS) clues.push(...firstFixIn(record))
    foot = start - FOOT_BYTES
  }
  return clues.length > 0
    ? clues
    : [{ type: 'unknown', label: 'Insta360 trailer', bytes: bytes.length, source: SOURCE }]
}

const SOURCE = 'Insta360'

function cameraIn(record: ByteReader): Clue[] {
  const clues: Clue[] = []
  while (record.remaining >= 2) {
    const [tag, length] = [record.u8(), record.u8()]
    if (length > record.remaining) break
    const text = record.latin1(length)
    if (tag === SERIAL) clues.push({ type: 'serial', text, source: SOURCE })
    if (tag === MODEL) clues.push({ type: 'model', text, source: SOURCE })
  }
  return clues
}

function firstFixIn(record: ByteReader): Clue[] {
  while (record.remaining >= GPS_BYTES) {
    const fix = record.take(GPS_BYTES)
    const view = new DataView(fix.buffer, fix.byteOffset, fix.byteLength)
    const [valid, ns, ew] = [10, 19, 28].map((at) => latin1(fix.subarray(at, at + 1)))
    if (valid !== 'A' || !/^[NS]$/.test(ns ?? '') || !/^[EWO]$/.test(ew ?? '')) continue
    const [latitude, longitude] = [Math.abs(view.getFloat64(11, true)), Math.abs(view.getFloat64(20, true))]
    const time = new Date(view.getUint32(0, true) * 1000).toISOString()
    return [
      {
        type: 'position',
        latitude: ns === 'S' ? -latitude : latitude,
        longitude: ew === 'E' ? longitude : -longitude,
        altitude: view.getFloat64(45, true),
        source: SOURCE,
      },
      { type: 'time', text: time, event: 'satellite', source: SOURCE },
    ]
  }
  return []
}
