import { searchFirstOnce } from '../core/search-once'
import type { Source } from '../core/source'
import { MARKER_PREFIX, markerPrefixSearch } from './marker-scan'
import { isMarker, isRestart } from './markers'
import { windows } from './windows'

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
  const copied = await endOfCopiedData(source, start, limit)
  if (copied > start) marker = await nextMarker(source, start, copied, ends)
  if (marker) return marker
  const found = await searchFirstOnce(source, copied, async () => {
    marker = await nextMarker(source, copied, limit, ends)
    return marker && { at: marker.start, seen: marker.position + 2 }
  })
  return marker ?? (found && nextMarker(source, found.at, limit, ends))
}

/**
 * The end of bytes that were copied into a file put together from pieces, so that the search behind them is the one in the original; `start`
 * where there are none, or where a marker may begin with the last of them.
 */
async function endOfCopiedData(source: Source, start: number, limit: number): Promise<number> {
  const piece = source.pieceAt?.(start)
  if (piece?.content.kind !== 'bytes' || piece.end >= limit) return start
  const [last] = await source.read(piece.end - 1, piece.end)
  return last === MARKER_PREFIX ? start : piece.end
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
    const nextFill = markerPrefixSearch(bytes)
    let i = run < 0 ? nextFill(0) : 0
    while (i < bytes.length) {
      if (run < 0) run = at + i
      while (bytes[i] === MARKER_PREFIX) i++
      const code = bytes[i]
      if (code === undefined) break
      if (ends(code)) return { start: run, position: at + i - 1, code }
      run = -1
      i = nextFill(i + 1)
    }
  }
  return null
}
