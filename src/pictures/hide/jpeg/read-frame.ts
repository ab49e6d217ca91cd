import { BitReader } from './bit-reader'
import { emptyFrame, type Frame, NotEditable } from './frame'
import { type DecodingTable, decodingTable } from './huffman-table'
import { readScan, type Scan } from './scan'

/** A JPEG picture as its quantised coefficients, and the tables that turn them into one. */
export interface Coefficients {
  readonly frame: Frame
  /** By number: 64 factors in zigzag order. */
  readonly quantization: ReadonlyMap<number, Uint16Array>
}

const SOF_BASELINE = 0xc0
const SOF_EXTENDED = 0xc1
const SOF_PROGRESSIVE = 0xc2
const DHT = 0xc4
const SOS = 0xda
const DQT = 0xdb
const DRI = 0xdd
const EOI = 0xd9
const TEM = 0x01

/** A picture of a few thousand bytes could otherwise ask for hours of work. */
const MAX_SCANS = 200

/**
 * Reads the coefficients of one JPEG stream with Huffman coding and eight bits, sequential or progressive; ITU-T T.81.
 * Nothing is computed: what is written again from them is the same picture.
 * @param bytes from SOI to EOI.
 * @throws {NotEditable} for every other coding, and for a stream that is cut or damaged.
 */
export function readCoefficients(bytes: Uint8Array): Coefficients {
  const dc = new Map<number, DecodingTable>()
  const ac = new Map<number, DecodingTable>()
  const quantization = new Map<number, Uint16Array>()
  let frame: Frame | undefined
  let restartInterval = 0
  let scans = 0
  for (let at = 2; at < bytes.length; ) {
    if (bytes[at] !== 0xff) {
      at++
      continue
    }
    const marker = bytes[at + 1] ?? EOI
    if (marker === 0xff) {
      at++
      continue
    }
    at += 2
    if (marker === 0 || marker === TEM || (marker >= 0xd0 && marker <= 0xd8)) continue
    if (marker === EOI) break
    const length = ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0)
    const payload = bytes.subarray(at + 2, at + length)
    if (length < 2 || at + length > bytes.length) throw new NotEditable('cut segment')
    at += length
    if (marker === DQT) {
      if (scans > 0) throw new NotEditable('quantization changes between scans')
      readQuantization(payload, quantization)
    } else if (marker === DHT) readHuffman(payload, dc, ac)
    else if (marker === DRI) restartInterval = ((payload[0] ?? 0) << 8) | (payload[1] ?? 0)
    else if (marker === SOF_BASELINE || marker === SOF_EXTENDED || marker === SOF_PROGRESSIVE) {
      if (frame) throw new NotEditable('two frames')
      frame = readFrameHeader(payload, marker === SOF_PROGRESSIVE)
    } else if (marker >= 0xc0 && marker <= 0xcf) throw new NotEditable('coding')
    else if (marker === SOS) {
      if (!frame || ++scans > MAX_SCANS) throw new NotEditable('scans')
      const end = endOfData(bytes, at)
      readScan(frame, readScanHeader(payload, frame, dc, ac, restartInterval), new BitReader(bytes, at, end))
      at = end
    }
  }
  if (!frame || scans === 0) throw new NotEditable('no picture')
  if (frame.components.some((component) => !quantization.has(component.quantization)))
    throw new NotEditable('no quantization table')
  return { frame, quantization }
}

/** Where the next marker stands that is neither a stuffed byte nor a restart. */
function endOfData(bytes: Uint8Array, start: number): number {
  for (let at = bytes.indexOf(0xff, start); at >= 0 && at + 1 < bytes.length; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1] ?? 0
    if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at
  }
  return bytes.length
}

/** §B.2.4.1. */
function readQuantization(payload: Uint8Array, tables: Map<number, Uint16Array>): void {
  for (let at = 0; at < payload.length; ) {
    const head = payload[at++] ?? 0
    const wide = head >> 4 !== 0
    const table = new Uint16Array(64)
    if (at + (wide ? 128 : 64) > payload.length) throw new NotEditable('quantization table')
    for (let k = 0; k < 64; k++) {
      table[k] = wide ? ((payload[at] ?? 0) << 8) | (payload[at + 1] ?? 0) : (payload[at] ?? 0)
      at += wide ? 2 : 1
    }
    tables.set(head & 15, table)
  }
}

/** §B.2.4.2. */
function readHuffman(payload: Uint8Array, dc: Map<number, DecodingTable>, ac: Map<number, DecodingTable>): void {
  for (let at = 0; at < payload.length; ) {
    const head = payload[at++] ?? 0
    const counts = payload.subarray(at, at + 16)
    at += 16
    const total = counts.reduce((sum, count) => sum + count, 0)
    if (counts.length < 16 || at + total > payload.length) throw new NotEditable('Huffman table')
    const table = decodingTable(counts, payload.subarray(at, at + total))
    ;(head >> 4 === 0 ? dc : ac).set(head & 15, table)
    at += total
  }
}

/** §B.2.2. */
function readFrameHeader(payload: Uint8Array, progressive: boolean): Frame {
  const [precision = 0, y1 = 0, y0 = 0, x1 = 0, x0 = 0, count = 0] = payload
  if (precision !== 8 || payload.length < 6 + 3 * count) throw new NotEditable('frame header')
  const heads = Array.from({ length: count }, (_, index) => {
    const [id = 0, sampling = 0, quantization = 0] = payload.subarray(6 + 3 * index)
    return { id, horizontal: sampling >> 4, vertical: sampling & 15, quantization }
  })
  return emptyFrame((x1 << 8) | x0, (y1 << 8) | y0, progressive, heads)
}

/** §B.2.3. */
function readScanHeader(
  payload: Uint8Array,
  frame: Frame,
  dc: ReadonlyMap<number, DecodingTable>,
  ac: ReadonlyMap<number, DecodingTable>,
  restartInterval: number,
): Scan {
  const count = payload[0] ?? 0
  if (payload.length < 4 + 2 * count) throw new NotEditable('scan header')
  const components = Array.from({ length: count }, (_, index) => {
    const [id = 0, tables = 0] = payload.subarray(1 + 2 * index)
    const component = frame.components.find((one) => one.id === id)
    if (!component) throw new NotEditable('scan header')
    return { component, dc: dc.get(tables >> 4), ac: ac.get(tables & 15) }
  })
  const [start = 0, end = 63, bits = 0] = payload.subarray(1 + 2 * count)
  return { components, start, end, high: bits >> 4, low: bits & 15, restartInterval }
}
