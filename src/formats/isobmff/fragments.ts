import { Malformed } from '../core/malformed'
import type { Source } from '../core/source'
import { type Box, bodyOf, boxesIn, only, versionAndFlags } from './boxes'

/** Sample sizes that a fragment may leave out: trex, ISO/IEC 14496-12 §8.8.3; track id → bytes. */
export async function defaultSampleSizes(source: Source, moov: Box): Promise<ReadonlyMap<number, number>> {
  const sizes = new Map<number, number>()
  const mvex = only((await boxesIn(source, moov.body, moov.end)).boxes, 'mvex')
  if (!mvex) return sizes
  for (const box of (await boxesIn(source, mvex.body, mvex.end)).boxes) {
    if (box.type !== 'trex') continue
    const reader = await bodyOf(source, box)
    sizes.set(reader.skip(4).u32(), reader.skip(8).u32())
  }
  return sizes
}

/** One track's share of a fragment. */
export interface TrackFragment {
  readonly box: Box
  readonly trackId: number
  /** Byte ranges of its samples, which may lie outside of the file. */
  readonly runs: readonly { readonly start: number; readonly end: number }[]
}

/** The track fragments of a moof box: ISO/IEC 14496-12 §8.8.4 to §8.8.8. */
export async function fragmentsOf(
  source: Source,
  moof: Box,
  defaults: ReadonlyMap<number, number>,
): Promise<TrackFragment[]> {
  const fragments: TrackFragment[] = []
  let endOfPrevious = moof.start
  for (const traf of (await boxesIn(source, moof.body, moof.end)).boxes) {
    if (traf.type !== 'traf') continue
    const { boxes } = await boxesIn(source, traf.body, traf.end)
    const tfhd = only(boxes, 'tfhd')
    if (!tfhd) throw new Malformed('a track fragment without tfhd')
    const { trackId, base, sampleSize } = await readHeader(source, tfhd, moof, endOfPrevious, defaults)
    const runs: { start: number; end: number }[] = []
    let at = base
    for (const box of boxes) {
      if (box.type !== 'trun') continue
      const run = await readRun(source, box, base, at, sampleSize)
      runs.push(run)
      at = run.end
    }
    endOfPrevious = at
    fragments.push({ box: traf, trackId, runs })
  }
  return fragments
}

/** tfhd flags: ISO/IEC 14496-12 §8.8.7.1. */
const TFHD = { baseDataOffset: 0x1, description: 0x2, duration: 0x8, size: 0x10, baseIsMoof: 0x20000 }

async function readHeader(
  source: Source,
  tfhd: Box,
  moof: Box,
  endOfPrevious: number,
  defaults: ReadonlyMap<number, number>,
): Promise<{ trackId: number; base: number; sampleSize: number }> {
  const reader = await bodyOf(source, tfhd)
  const { flags } = versionAndFlags(reader)
  const trackId = reader.u32()
  let base = flags & TFHD.baseIsMoof ? moof.start : endOfPrevious
  if (flags & TFHD.baseDataOffset) base = reader.u64()
  if (flags & TFHD.description) reader.skip(4)
  if (flags & TFHD.duration) reader.skip(4)
  return { trackId, base, sampleSize: flags & TFHD.size ? reader.u32() : (defaults.get(trackId) ?? 0) }
}

/** trun flags: ISO/IEC 14496-12 §8.8.8.1. */
const TRUN = { dataOffset: 0x1, firstFlags: 0x4, duration: 0x100, size: 0x200, flags: 0x400, compositionOffset: 0x800 }

async function readRun(source: Source, trun: Box, base: number, next: number, sampleSize: number) {
  const reader = await bodyOf(source, trun)
  const { flags } = versionAndFlags(reader)
  const count = reader.u32()
  // A signed number, in two's complement.
  const start = flags & TRUN.dataOffset ? base + (reader.u32() | 0) : next
  if (flags & TRUN.firstFlags) reader.skip(4)
  if (!(flags & TRUN.size)) return { start, end: start + count * sampleSize }
  const before = flags & TRUN.duration ? 4 : 0
  const after = (flags & TRUN.flags ? 4 : 0) + (flags & TRUN.compositionOffset ? 4 : 0)
  let bytes = 0
  for (let left = count; left > 0; left--) {
    bytes += reader.skip(before).u32()
    reader.skip(after)
  }
  return { start, end: start + bytes }
}
