import { Malformed } from '../core/malformed'
import type { Source } from '../core/source'
import { type Box, bodyOf, boxesIn, cString, find, only, versionAndFlags } from './boxes'

/** One track of a film: ISO/IEC 14496-12 §8.3. */
export interface Track {
  readonly box: Box
  readonly id: number
  /** Shown by players unless something else is chosen: tkhd flag 1. */
  readonly enabled: boolean
  /** Tracks of one group stand in for each other; 0: for none. */
  readonly alternateGroup: number
  /** Four characters: 'vide', 'soun', 'meta' … */
  readonly handler: string
  /** The type of the first sample entry, which is the codec: 'avc1', 'gpmd'. */
  readonly codec: string
  /** The URN of an auxiliary track, such as its alpha channel: 'auxi', ISO/IEC 23008-12 §7.5.3. */
  readonly auxiliary: string | undefined
  /** Track references: type → track ids; ISO/IEC 14496-12 §8.3.3. */
  readonly references: ReadonlyMap<string, readonly number[]>
  readonly sampleTable: Box | undefined
  readonly firstEntry: Box | undefined
}

/**
 * Reads what a track box (ISO/IEC 14496-12 §8.3) says of itself, its handler and its first sample entry.
 * @throws {Malformed} without a track header, or when a box inside is cut short.
 */
export async function readTrack(source: Source, box: Box): Promise<Track> {
  const { boxes } = await boxesIn(source, box.body, box.end)
  const tkhd = only(boxes, 'tkhd')
  if (!tkhd) throw new Malformed('a track without tkhd')
  const media = only(boxes, 'mdia')
  const hdlr = media && (await find(source, media, ['hdlr']))
  const sampleTable = media && (await find(source, media, ['minf', 'stbl']))
  const firstEntry = sampleTable && (await firstSampleEntry(source, sampleTable))
  const tref = only(boxes, 'tref')
  return {
    box,
    ...(await readHeader(source, tkhd)),
    handler: hdlr ? (await bodyOf(source, hdlr)).skip(8).latin1(4) : '',
    codec: firstEntry?.type ?? '',
    auxiliary: firstEntry && (await auxiliaryUrn(source, firstEntry)),
    references: tref ? await readReferences(source, tref) : new Map(),
    sampleTable,
    firstEntry,
  }
}

/** tkhd, ISO/IEC 14496-12 §8.3.2. */
async function readHeader(source: Source, tkhd: Box): Promise<Pick<Track, 'id' | 'enabled' | 'alternateGroup'>> {
  const reader = await bodyOf(source, tkhd)
  const { version, flags } = versionAndFlags(reader)
  const id = reader.skip(version === 1 ? 16 : 8).u32()
  reader.skip(version === 1 ? 12 : 8)
  const alternateGroup = reader.skip(8 + 2).u16()
  return { id, enabled: (flags & 1) !== 0, alternateGroup }
}

async function firstSampleEntry(source: Source, sampleTable: Box): Promise<Box | undefined> {
  const stsd = await find(source, sampleTable, ['stsd'])
  if (!stsd || stsd.end - stsd.body < 8) return undefined
  return (await boxesIn(source, stsd.body + 8, stsd.end)).boxes[0]
}

/** Bytes of a visual sample entry before its boxes: ISO/IEC 14496-12 §12.1.3. */
const VISUAL_ENTRY = 78

async function auxiliaryUrn(source: Source, entry: Box): Promise<string | undefined> {
  if (entry.end - entry.body < VISUAL_ENTRY) return undefined
  try {
    const box = only((await boxesIn(source, entry.body + VISUAL_ENTRY, entry.end)).boxes, 'auxi')
    return box && cString((await bodyOf(source, box)).skip(4))
  } catch (error) {
    if (error instanceof Malformed) return undefined
    throw error
  }
}

async function readReferences(source: Source, tref: Box): Promise<ReadonlyMap<string, readonly number[]>> {
  const references = new Map<string, number[]>()
  for (const box of (await boxesIn(source, tref.body, tref.end)).boxes) {
    const reader = await bodyOf(source, box)
    const ids: number[] = []
    while (reader.remaining >= 4) ids.push(reader.u32())
    references.set(box.type, ids)
  }
  return references
}
