import { Malformed } from '../formats/malformed'
import { Reader } from '../formats/reader'
import { type Clue, MOST_CLUES, type Said } from './clue'
import type { Payload } from './payload'
import { decode } from './plain'

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

export function gpmfSaid(bytes: Uint8Array): Said[] {
  const out: Said[] = []
  try {
    readStream(bytes, out, 0)
  } catch (error) {
    if (!(error instanceof Malformed) || out.length === 0) throw error
  }
  return out
}

function readStream(bytes: Uint8Array, out: Said[], depth: number): void {
  let types = ''
  let scales: readonly number[] = []
  let hasFix = true
  for (const record of recordsOf(bytes)) {
    if (out.length >= MOST_CLUES) return
    if (record.type === '\0' && depth < 4) readStream(record.bytes, out, depth + 1)
    else if (record.key === 'TYPE') types = expand(decode(record.bytes))
    else if (record.key === 'SCAL')
      scales = numbers(record, record.type.repeat(record.bytes.length / width(record.type)))
    else if (record.key === 'GPSF') hasFix = new Reader(record.bytes).u32() !== 0
    else if (record.key in POSITIONS) out.push(...(hasFix ? positionOf(record, types, scales) : []))
    else out.push(...textOf(record))
  }
}

function textOf({ key, bytes }: Stream): Said[] {
  const text = decode(bytes)
  switch (key) {
    case 'CASN':
      return [{ says: 'serial', text }]
    case 'MINF':
      return [{ says: 'model', text: `GoPro ${text}` }]
    case 'GPSU': {
      const at = /^(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)/.exec(text)
      const [, year, month, day, hour, minute, second] = at ?? []
      return at
        ? [
            {
              says: 'time',
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
function positionOf(record: Stream, types: string, scales: readonly number[]): Said[] {
  const columns = record.type === '?' ? types : record.type.repeat(record.size / width(record.type))
  const row = numbers(record, columns).map((value, column) => value / (scales[column] ?? scales[0] ?? 1))
  const [lat, long, alt] = POSITIONS[record.key] ?? []
  const [latitude, longitude, altitude] = [row[lat ?? 0], row[long ?? 0], row[alt ?? 0]]
  if (latitude === undefined || longitude === undefined || altitude === undefined) return []
  if (record.key === 'GPS9' && row[GPS9_FIX] === 0) return []
  return [{ says: 'position', latitude, longitude, altitude }]
}

/** Key, type, size of a sample, number of samples (big-endian), then the samples, padded to four bytes. */
function* recordsOf(bytes: Uint8Array): Generator<Stream> {
  const reader = new Reader(bytes)
  while (reader.left >= 8) {
    const key = reader.latin1(4)
    if (key === '\0\0\0\0') return
    const type = reader.latin1(1)
    const size = reader.u8()
    const count = reader.u16()
    const length = size * count
    yield { key, type, size, count, bytes: reader.take(length) }
    reader.skip(Math.min((4 - (length % 4)) % 4, reader.left))
  }
}

/** 'l[3]S' → 'lllS'. */
const expand = (types: string) =>
  types.replace(/(.)\[(\d{1,2})\]/g, (_, type: string, count: string) => type.repeat(Number(count)))

const WIDTHS: Readonly<Record<string, number>> = {
  b: 1,
  B: 1,
  c: 1,
  s: 2,
  S: 2,
  l: 4,
  L: 4,
  f: 4,
  q: 4,
  F: 4,
  d: 8,
  j: 8,
  J: 8,
  Q: 8,
  G: 16,
  U: 16,
}

const width = (type: string) => WIDTHS[type] ?? 1

function numbers({ bytes }: Stream, columns: string): number[] {
  const reader = new Reader(bytes)
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const out: number[] = []
  for (const type of columns.slice(0, 64)) {
    const at = reader.position
    reader.skip(width(type))
    out.push(number(view, at, type))
  }
  return out
}

function number(view: DataView, at: number, type: string): number {
  switch (type) {
    case 'b':
      return view.getInt8(at)
    case 'B':
      return view.getUint8(at)
    case 's':
      return view.getInt16(at)
    case 'S':
      return view.getUint16(at)
    case 'l':
      return view.getInt32(at)
    case 'L':
      return view.getUint32(at)
    case 'f':
      return view.getFloat32(at)
    case 'd':
      return view.getFloat64(at)
    default:
      return Number.NaN
  }
}
