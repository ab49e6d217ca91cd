import { Malformed } from '../core/malformed'
import type { Source } from '../core/source'
import { type Box, bodyOf, boxesIn, find, only, versionAndFlags } from './boxes'

/** A stretch of a track's own time line, in the ticks of its media: `start` (inclusive) to `end` (exclusive, may be infinite). */
export interface Interval {
  readonly start: number
  readonly end: number
}

/** What a track's edit list shows, and how long a tick is. */
export interface Shown {
  readonly intervals: readonly Interval[]
  /** Ticks a second. */
  readonly timeScale: number
}

/** More cuts than anybody makes. */
const MAX_EDITS = 16 * 1024

/** The ticks a second of mvhd or mdhd: ISO/IEC 14496-12 §8.2.2, §8.4.2. Infinite where it says 0. */
export async function timeScaleOf(source: Source, box: Box): Promise<number> {
  const reader = await bodyOf(source, box)
  const { version } = versionAndFlags(reader)
  const ticks = reader.skip(version === 1 ? 16 : 8).u32()
  return ticks === 0 ? Number.POSITIVE_INFINITY : ticks
}

/**
 * Reads what the edit list of a track shows of its media (ISO/IEC 14496-12 §8.6.6), in file order. Null where it has none, or one that shows
 * nothing or all of it at its own speed as far as can be told: then players show everything.
 * @param movieScale gives the ticks a second of mvhd; asked only where there is an edit list.
 * @throws {Malformed} when the list is longer than its box.
 */
export async function readEditList(
  source: Source,
  trak: Box,
  movieScale: () => Promise<number>,
): Promise<Shown | null> {
  const elst = await find(source, trak, ['edts', 'elst'])
  const media = elst && only((await boxesIn(source, trak.body, trak.end)).boxes, 'mdia')
  const mdhd = media && only((await boxesIn(source, media.body, media.end)).boxes, 'mdhd')
  if (!elst || !mdhd) return null
  const [timeScale, filmScale] = [await timeScaleOf(source, mdhd), await movieScale()]
  const reader = await bodyOf(source, elst)
  const { version } = versionAndFlags(reader)
  const count = reader.u32()
  if (count > MAX_EDITS || count * (version === 1 ? 20 : 12) > reader.remaining)
    throw new Malformed('an edit list too long')
  const intervals: Interval[] = []
  for (let left = count; left > 0; left--) {
    const duration = version === 1 ? reader.u64() : reader.u32()
    const start = version === 1 ? signed64(reader.u32(), reader.u32()) : reader.u32() | 0
    const rate = (reader.u32() | 0) / 65536
    if (start < 0) continue
    if (rate < 0) return null
    // No length: up to the end, as in films of fragments. A tick of the film more, because lengths are rounded.
    const length =
      duration === 0 ? Number.POSITIVE_INFINITY : ((duration + 1) / filmScale) * timeScale * Math.max(rate, 0)
    // Rate 0 dwells on one frame.
    intervals.push({ start, end: start + Math.max(length, 1) })
  }
  return intervals.length > 0 && Number.isFinite(timeScale) ? { intervals, timeScale } : null
}

function signed64(high: number, low: number): number {
  return (high | 0) * 2 ** 32 + low
}

/** Whether any of the intervals has a point in `start` to `end`. */
export function shows(intervals: readonly Interval[], start: number, end: number): boolean {
  return intervals.some((interval) => interval.start < end && start < interval.end)
}
