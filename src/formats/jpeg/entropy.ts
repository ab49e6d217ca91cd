import type { Source } from '../source'
import { isMarker, isRestart } from './markers'
import { windows } from './windows'

const FILL = 0xff

/**
 * Where entropy-coded data ends: at the 0xFF (the first, when fill bytes stand in front) of the next marker that is not
 * RSTn, or at `limit`. A 0xFF followed by zero is data (T.81 §B.1.1.5); one followed by a reserved code stays with the
 * data too, because decoders differ in what they make of it.
 */
export function endOfEntropyCodedData(source: Source, start: number, limit: number): Promise<number> {
  return nextMarker(source, start, limit, (code) => isMarker(code) && !isRestart(code))
}

/** Where the next marker with a meaning begins, or `limit`; what lies before it belongs to no segment. */
export function endOfGarbage(source: Source, start: number, limit: number): Promise<number> {
  return nextMarker(source, start, limit, isMarker)
}

async function nextMarker(
  source: Source,
  start: number,
  limit: number,
  ends: (code: number) => boolean,
): Promise<number> {
  /** Start of a run of 0xFF that goes on; the byte behind it decides what it was. */
  let run = -1
  for await (const { at, bytes } of windows(source, start, limit)) {
    let i = run < 0 ? bytes.indexOf(FILL) : 0
    while (i >= 0 && i < bytes.length) {
      if (run < 0) run = at + i
      while (bytes[i] === FILL) i++
      const code = bytes[i]
      if (code === undefined) break
      if (ends(code)) return run
      run = -1
      i = bytes.indexOf(FILL, i + 1)
    }
  }
  return limit
}
