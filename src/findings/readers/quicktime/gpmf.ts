import { Malformed } from '../../../formats/core/malformed'
import { Reader } from '../../../formats/core/reader'
import { type Clue, MAX_CLUES, type Statement } from '../../clue'
import { decode } from '../../decode/display-text'
import type { Payload } from '../../decode/payload'

/** Streams of positions, and which of their columns are latitude, longitude and altitude. */
const POSITIONS: Readonly<Record<string, readonly [number, number, number]>> = {
  GPS5: [0, 1, 2],
  GPS9: [0, 1, 2],
  GLPI: [1, 2, 3],
}

/** Column of GPS9 that says 0 where no satellite was in sight. */
const GPS9_FIX = 8

/** What a GoPro's telemetry says: where it was first, when, and which camera it is (GPMF, gopro/gpmf-parser, 'Format'). */
export function gpmfClues({ bytes }: Payload): Clue[] {
  return gpmfSaid(bytes).map((clue) => ({ ...clue, source: 'GoPro' }))
}

interface Stream {
  readonly key: string
  readonly type: string
  readonly size: number
  readonly count: number
  readonly bytes: Uint8Array
}

/**
 * Reads a GoPro GPMF stream (big-endian key-length-value) up to where it is cut.
 * @throws {Malformed} when it is broken before it said anything.
 */
export function gpmfSaid(bytes: Uint8Array): Statement[] {
  const out: Statement[] = []
  try {
    readStream(bytes, out, 0)
  } catch (error) {
    if (!(error instanceof Malformed) || out.length === 0) throw error
  }
  return out
}

function readStream(bytes: Uint8Array, out: Statement[], depth: number): void {
  let types = ''
  let scales: readonly number[] = []
  let hasFix = true
  for (const record of recordsOf(bytes)) {
    if (out.length >= MAX_CLUES) return
    if (record.type === '\0' && depth < 4) readStream(record.bytes, out, depth + 1)
    else if (record.key === 'TYPE') types = expand(decode(record.bytes))
    else if (record.key === 'SCAL')
      scales = numbers(record, record.type.repeat(record.bytes.length / width(record.type)))
    else if (record.key === 'GPSF') hasFix = new Reader(record.bytes).u32() !== 0
    else if (record.key in POSITIONS) out.push(...(hasFix ? positionOf(record, types, scales) : []))
    else out.push(...textOf(record))
  }
}

function textOf({ key, bytes }: Stream): Statement[] {
  const text = decode(bytes)
  switch (key) {
    case 'CASN':
      return [{ type: 'serial', text }]
    case 'MINF':
      return [{ type: 'model', text: `GoPro ${text}` }]
    case 'GPSU': {
      const at = /^(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)/.exec(text)
      const [, year, month, day, hour, minute, second] = at ?? []
      return at
        ? [
            {
              type: 'time',
              text: `20${year}-${month}-${day}T${hour}:${minute}:${second}`,
              offset: 'Z',
              event: 'satellite',
            },
          ]
        : []
    }
    default:
      return []
  }
}

/** The first row of a stream of positions. */
function positionOf(record: Stream, types: string, scales: readonly number[]): Statement[] {
  const columns = record.type === '?' ? types : record.type.repeat(record.size / width(record.type))
  const row = numbers(record, columns).map((value, column) => value / (scales[column] ?? scales[0] ?? 1))
  const [lat, long, alt] = POSITIONS[record.key] ?? []
  const [latitude, longitude, altitude] = [row[lat ?? 0], row[long ?? 0], row[alt ?? 0]]
  if (latitude === undefined || longitude === undefined || altitude === undefined) return []
  if (record.key === 'GPS9' && row[GPS9_FIX] === 0) return []
  return [{ type: 'position', latitude, longitude, altitude }]
}

/** Key, type, size of a sample, number of samples (big-endian), then the samples, padded to four bytes. */
function* recordsOf(bytes: Uint8Array): Generator<Stream> {
  const reader = new Reader(bytes)
  while (reader.remaining >= 8) {
    const key = reader.latin1(4)
    if (key === '\0\0\0\0') return
    const type = reader.latin1(1)
    const size = reader.u8()
    const count = reader.u16()
    const length = size * count
    yield { key, type, size, count, bytes: reader.take(length) }
    reader.skip(Math.min((4 - (length % 4)) % 4, reader.remaining))
  }
}

/** 'l[3]S' → 'lllS'. */
const expand = (types: string) =>
  types.replace(/(.)\[(\d{1,2})\]/g, (_, type: string, count: string) => type.repeat(Number(count)))

interface NumberType {
  readonly bytes: number
  /** Absent for what holds no number of use here: letters, identifiers, fixed-point numbers, times. */
  readonly read?: (view: DataView, at: number) => number
}

/** GPMF, 'Type'; big-endian. */
const TYPES: Readonly<Record<string, NumberType>> = {
  b: { bytes: 1, read: (view, at) => view.getInt8(at) },
  B: { bytes: 1, read: (view, at) => view.getUint8(at) },
  c: { bytes: 1 },
  s: { bytes: 2, read: (view, at) => view.getInt16(at) },
  S: { bytes: 2, read: (view, at) => view.getUint16(at) },
  l: { bytes: 4, read: (view, at) => view.getInt32(at) },
  L: { bytes: 4, read: (view, at) => view.getUint32(at) },
  f: { bytes: 4, read: (view, at) => view.getFloat32(at) },
  d: { bytes: 8, read: (view, at) => view.getFloat64(at) },
  q: { bytes: 4 },
  F: { bytes: 4 },
  j: { bytes: 8 },
  J: { bytes: 8 },
  Q: { bytes: 8 },
  G: { bytes: 16 },
  U: { bytes: 16 },
}

const width = (type: string) => TYPES[type]?.bytes ?? 1

/** A row of numbers, one for each letter of `columns`; NaN where a column holds none. */
function numbers({ bytes }: Stream, columns: string): number[] {
  const reader = new Reader(bytes)
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return Array.from(columns.slice(0, 64), (type) => {
    const at = reader.position
    reader.skip(width(type))
    return TYPES[type]?.read?.(view, at) ?? Number.NaN
  })
}
