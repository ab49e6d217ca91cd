import { Malformed } from '../core/malformed'
import type { Reader } from '../core/reader'
import type { Source } from '../core/source'
import { type Box, bodyOf, boxesIn, only } from './boxes'
import type { Track } from './track'

/**
 * Calls back with the byte range of every chunk of a track, in the order of its tables, and how many samples lie in it:
 * ISO/IEC 14496-12 §8.7.
 * @throws {Malformed} when a table contradicts itself. Ranges may lie outside of the file.
 */
export async function chunksOf(
  source: Source,
  track: Track,
  chunk: (start: number, end: number, samples: number) => void,
): Promise<void> {
  await walkChunks(source, track, (start, samples, bytesOf) => chunk(start, start + bytesOf(samples), samples))
}

/** Calls back with the byte range of every sample, in decoding order. @throws {Malformed} when a table contradicts itself. */
export async function samplesOf(
  source: Source,
  track: Track,
  sample: (start: number, end: number) => void,
): Promise<void> {
  await walkChunks(source, track, (start, samples, bytesOf) => {
    for (let [left, at] = [samples, start]; left > 0; left--) {
      const end = at + bytesOf(1)
      sample(at, end)
      at = end
    }
  })
}

async function walkChunks(
  source: Source,
  track: Track,
  chunk: (start: number, samples: number, bytesOf: (samples: number) => number) => void,
): Promise<void> {
  if (!track.sampleTable) return
  const { boxes } = await boxesIn(source, track.sampleTable.body, track.sampleTable.end)
  const offsets = only(boxes, 'co64') ?? only(boxes, 'stco')
  const runs = only(boxes, 'stsc')
  if (!offsets || !runs) return
  const bytesOf = await sampleSizes(source, track, boxes)
  const samplesIn = readRuns(await bodyOf(source, runs))
  const reader = await bodyOf(source, offsets)
  const count = entries(reader, offsets.type === 'co64' ? 8 : 4)
  for (let index = 1; index <= count; index++) {
    chunk(offsets.type === 'co64' ? reader.u64() : reader.u32(), samplesIn(index), bytesOf)
  }
}

/** The number of entries of a full box with a count, checked against its length. */
function entries(reader: Reader, bytesEach: number): number {
  const count = reader.skip(4).u32()
  if (count * bytesEach > reader.remaining)
    throw new Malformed(`${count} entries of ${bytesEach} bytes in ${reader.remaining}`)
  return count
}

/** stsc: how many samples lie in a chunk; asked in rising order, the first chunk is 1. */
function readRuns(reader: Reader): (chunk: number) => number {
  let left = entries(reader, 12)
  let samples = 0
  let nextSamples = 0
  let nextFirst = 0
  const advance = () => {
    samples = nextSamples
    if (left === 0) {
      nextFirst = Number.POSITIVE_INFINITY
      return
    }
    left--
    nextFirst = reader.u32()
    nextSamples = reader.u32()
    reader.skip(4)
  }
  advance()
  return (chunk) => {
    while (chunk >= nextFirst) advance()
    return samples
  }
}

/** stsz and stz2: how many bytes the next so many samples have; asked in file order. */
async function sampleSizes(source: Source, track: Track, table: readonly Box[]): Promise<(samples: number) => number> {
  const stsz = only(table, 'stsz')
  const stz2 = only(table, 'stz2')
  if (stsz) {
    const reader = await bodyOf(source, stsz)
    const each = reader.skip(4).u32()
    if (each !== 0) return evenSizes(await soundFrames(source, track), each)
    reader.seek(4)
    return listedSizes(reader, entries(reader, 4), 32)
  }
  if (!stz2) return () => 0
  const reader = await bodyOf(source, stz2)
  const bits = reader.skip(7).u8()
  if (bits !== 4 && bits !== 8 && bits !== 16) throw new Malformed(`sample sizes of ${bits} bits`)
  reader.seek(4)
  return listedSizes(reader, entries(reader, bits / 8), bits)
}

function listedSizes(reader: Reader, count: number, bits: number): (samples: number) => number {
  let left = count
  let half: number | undefined
  const next = () => {
    if (bits === 32) return reader.u32()
    if (bits === 16) return reader.u16()
    if (bits === 8) return reader.u8()
    if (half !== undefined) {
      const low = half
      half = undefined
      return low
    }
    const byte = reader.u8()
    half = byte & 15
    return byte >> 4
  }
  return (samples) => {
    let bytes = 0
    for (let wanted = Math.min(samples, left); wanted > 0; wanted--, left--) bytes += next()
    return bytes
  }
}

/** Samples that come in packets of `samples` and `bytes`, or one by one. */
interface Frames {
  readonly samples: number
  readonly bytes: number
}

function evenSizes(frames: Frames | undefined, each: number): (samples: number) => number {
  if (!frames) return (samples) => samples * each
  return (samples) => Math.ceil(samples / frames.samples) * frames.bytes
}

/** Codecs of uncompressed sound whose stsz often says one byte a sample: QuickTime File Format, "Sound Media". */
const PCM: Readonly<Record<string, number>> = {
  'raw ': 1,
  twos: 2,
  sowt: 2,
  in24: 3,
  in32: 4,
  fl32: 4,
  fl64: 8,
  ulaw: 1,
  alaw: 1,
}

/**
 * In QuickTime, a sound sample is one moment, not one packet: how many bytes it has, the sample entry says.
 * Undefined where stsz is to be taken at its word.
 */
async function soundFrames(source: Source, { handler, codec, firstEntry }: Track): Promise<Frames | undefined> {
  if (handler !== 'soun' || !firstEntry || firstEntry.end - firstEntry.body < 28) return undefined
  const reader = await bodyOf(source, firstEntry)
  const version = reader.skip(8).u16()
  const channels = reader.skip(6).u16()
  const bits = reader.u16()
  if (version === 2) {
    const bytes = reader.seek(56).u32()
    const samples = reader.u32()
    return bytes > 0 && samples > 0 ? { samples, bytes } : undefined
  }
  if (version === 1 && reader.length >= 44) {
    const samples = reader.seek(28).u32()
    const bytes = reader.skip(4).u32()
    if (samples > 0 && bytes > 0) return { samples, bytes }
  }
  const width = PCM[codec]
  if (width === undefined) return undefined
  const eachChannel = (codec === 'twos' || codec === 'sowt') && bits === 8 ? 1 : width
  return channels > 0 ? { samples: 1, bytes: channels * eachChannel } : undefined
}
