import { searchOnce } from '../search-once'
import type { Source } from '../source'
import { isMarker, isRestart } from './markers'
import { windows } from './windows'

const FILL = 0xff

/** A marker with a meaning; ITU-T T.81 §B.1.1.2. */
export interface Marker {
  /** Where it begins, with the fill bytes in front of it. */
  readonly start: number
  /** Where its own 0xFF stands. */
  readonly position: number
  /** Its second byte. */
  readonly code: number
}

/**
 * The marker that ends entropy-coded data: the next that is not RSTn, or null when the file ends first. A 0xFF followed
 * by zero is data (T.81 §B.1.1.5); one followed by a reserved code stays with the data too, because decoders differ in
 * what they make of it.
 */
export async function markerBehindData(source: Source, start: number, limit: number): Promise<Marker | null> {
  const ends = (code: number) => isMarker(code) && !isRestart(code)
  let marker: Marker | null = null
  const found = await searchOnce(source, start, async () => {
    marker = await nextMarker(source, start, limit, ends)
    return marker && { at: marker.start, seen: marker.position + 2 }
  })
  return marker ?? (found && nextMarker(source, found.at, limit, ends))
}

/** The next marker with a meaning, or null; what lies before it belongs to no segment. */
export function markerBehindGarbage(source: Source, start: number, limit: number): Promise<Marker | null> {
  return nextMarker(source, start, limit, isMarker)
}

async function nextMarker(
  source: Source,
  start: number,
  limit: number,
  ends: (code: number) => boolean,
): Promise<Marker | null> {
  /** Start of a run of 0xFF that goes on; the byte behind it decides what it was. */
  let run = -1
  for await (const { at, bytes } of windows(source, start, limit)) {
    const nextFill = fillsIn(bytes)
    let i = run < 0 ? nextFill(0) : 0
    while (i < bytes.length) {
      if (run < 0) run = at + i
      while (bytes[i] === FILL) i++
      const code = bytes[i]
      if (code === undefined) break
      if (ends(code)) return { start: run, position: at + i - 1, code }
      run = -1
      i = nextFill(i + 1)
    }
  }
  return null
}

/**
 * Tells where the next 0xFF stands that no zero follows in these bytes, at an index or behind it; the length when there is
 * none. Sixteen bytes at a time: a picture has a 0xFF in a few hundred, with a zero behind it (T.81 §B.1.1.5), and a call of
 * `indexOf` for each takes longer.
 */
function fillsIn(bytes: Uint8Array): (from: number) => number {
  const { length } = bytes
  const unaligned = -bytes.byteOffset & 3
  const words =
    length < 16
      ? new Int32Array(0)
      : new Int32Array(bytes.buffer, bytes.byteOffset + unaligned, (length - unaligned) >> 2)
  const among = (from: number, to: number) => {
    for (let at = from; at < to; at++) if (bytes[at] === FILL && bytes[at + 1] !== 0) return at
    return -1
  }
  return (from) => {
    let index = Math.max(0, (from - unaligned + 3) >> 2)
    const before = among(from, Math.min(unaligned + 4 * index, length))
    if (before >= 0) return before
    for (const last = words.length - 4; index <= last; index += 4) {
      const a = words[index] as number
      const b = words[index + 1] as number
      const c = words[index + 2] as number
      const d = words[index + 3] as number
      // A byte is 0xFF when that byte of the complement is zero, which borrows from the bit above it.
      const fills =
        ((~a - 0x01010101) & a) | ((~b - 0x01010101) & b) | ((~c - 0x01010101) & c) | ((~d - 0x01010101) & d)
      if ((fills & 0x80808080) === 0) continue
      const found = among(unaligned + 4 * index, unaligned + 4 * index + 16)
      if (found >= 0) return found
    }
    const rest = among(Math.max(from, unaligned + 4 * index), length)
    return rest < 0 ? length : rest
  }
}
