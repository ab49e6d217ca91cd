import { Malformed } from '../core/malformed'
import type { Source } from '../core/source'
import { type Box, bodyOf, boxesIn, only, versionAndFlags } from './boxes'

/** What a fragment may leave out about its samples: how long each lasts, in ticks of the media, and how many bytes it has. */
export interface SampleDefaults {
  readonly duration: number
  readonly size: number
}

/** Reads what fragments may leave out, by track id: trex, ISO/IEC 14496-12 §8.8.3. */
export async function sampleDefaults(source: Source, moov: Box): Promise<ReadonlyMap<number, SampleDefaults>> {
  const sizes = new Map<number, SampleDefaults>()
  const mvex = only((await boxesIn(source, moov.body, moov.end)).boxes, 'mvex')
  if (!mvex) return sizes
  for (const box of (await boxesIn(source, mvex.body, mvex.end)).boxes) {
    if (box.type !== 'trex') continue
    const reader = await bodyOf(source, box)
    sizes.set(reader.skip(4).u32(), { duration: reader.skip(4).u32(), size: reader.u32() })
  }
  return sizes
}

/** One track's share of a fragment. */
export interface TrackFragment {
  readonly box: Box
  readonly trackId: number
  /** Byte ranges of its samples, which may lie outside of the file. */
  readonly runs: readonly { readonly start: number; readonly end: number }[]
  /** When its first sample is decoded, where tfdt says so, and how long all of them last, in ticks of the media. */
  readonly decodesFrom: number | undefined
  readonly lasts: number
}

/** The track fragments of a moof box: ISO/IEC 14496-12 §8.8.4 to §8.8.8. */
export async function fragmentsOf(
  source: Source,
  moof: Box,
  defaults: ReadonlyMap<number, SampleDefaults>,
): Promise<TrackFragment[]> {
  const fragments: TrackFragment[] = []
  let endOfPrevious = moof.start
  for (const traf of (await boxesIn(source, moof.body, moof.end)).boxes) {
    if (traf.type !== 'traf') continue
    const { boxes } = await boxesIn(source, traf.body, traf.end)
    const tfhd = only(boxes, 'tfhd')
    if (!tfhd) throw new Malformed('a track fragment without tfhd')
    const { trackId, base, own } = await readHeader(source, tfhd, moof, endOfPrevious, defaults)
    const runs: { start: number; end: number }[] = []
    let [at, lasts] = [base, 0]
    for (const box of boxes) {
      if (box.type !== 'trun') continue
      const run = await readRun(source, box, base, at, own)
      runs.push(run)
      at = run.end
      lasts += run.lasts
    }
    endOfPrevious = at
    const tfdt = only(boxes, 'tfdt')
    fragments.push({ box: traf, trackId, runs, decodesFrom: tfdt && (await decodeTime(source, tfdt)), lasts })
  }
  return fragments
}

/** tfdt: ISO/IEC 14496-12 §8.8.12. */
async function decodeTime(source: Source, tfdt: Box): Promise<number> {
  const reader = await bodyOf(source, tfdt)
  return versionAndFlags(reader).version === 1 ? reader.u64() : reader.u32()
}

/** tfhd flags: ISO/IEC 14496-12 §8.8.7.1. */
const TFHD = { baseDataOffset: 0x1, description: 0x2, duration: 0x8, size: 0x10, baseIsMoof: 0x20000 }

async function readHeader(
  source: Source,
  tfhd: Box,
  moof: Box,
  endOfPrevious: number,
  defaults: ReadonlyMap<number, SampleDefaults>,
): Promise<{ trackId: number; base: number; own: SampleDefaults }> {
  const reader = await bodyOf(source, tfhd)
  const { flags } = versionAndFlags(reader)
  const trackId = reader.u32()
  let base = flags & TFHD.baseIsMoof ? moof.start : endOfPrevious
  if (flags & TFHD.baseDataOffset) base = reader.u64()
  if (flags & TFHD.description) reader.skip(4)
  const known = defaults.get(trackId) ?? { duration: 0, size: 0 }
  const duration = flags & TFHD.duration ? reader.u32() : known.duration
  return { trackId, base, own: { duration, size: flags & TFHD.size ? reader.u32() : known.size } }
}

/** trun flags: ISO/IEC 14496-12 §8.8.8.1. */
const TRUN = { dataOffset: 0x1, firstFlags: 0x4, duration: 0x100, size: 0x200, flags: 0x400, compositionOffset: 0x800 }

async function readRun(source: Source, trun: Box, base: number, next: number, own: SampleDefaults) {
  const reader = await bodyOf(source, trun)
  const { flags } = versionAndFlags(reader)
  const count = reader.u32()
  // A signed number, in two's complement.
  const start = flags & TRUN.dataOffset ? base + (reader.u32() | 0) : next
  if (flags & TRUN.firstFlags) reader.skip(4)
  if (!(flags & (TRUN.size | TRUN.duration)))
    return { start, end: start + count * own.size, lasts: count * own.duration }
  const after = (flags & TRUN.flags ? 4 : 0) + (flags & TRUN.compositionOffset ? 4 : 0)
  let [bytes, lasts] = [0, 0]
  for (let left = count; left > 0; left--) {
    lasts += flags & TRUN.duration ? reader.u32() : own.duration
    bytes += flags & TRUN.size ? reader.u32() : own.size
    reader.skip(after)
  }
  return { start, end: start + bytes, lasts }
}
