import { Uncheckable } from '../core/malformed'
import type { Reader } from '../core/reader'
import type { Source } from '../core/source'
import { bodyOf, boxesIn, only, versionAndFlags } from './boxes'
import { counted } from './run-lengths'
import { chunksOf, samplesOf } from './samples'
import type { Track } from './track'

/** Samples of one track in decoding order, or chunks of them where all are of one size; index → value. Times are in ticks of the media. */
export interface Samples {
  readonly count: number
  /** Byte range in the file. */
  readonly starts: Float64Array
  readonly ends: Float64Array
  /** From when to when it is decoded, and from when on it is presented. */
  readonly decodes: Float64Array
  readonly decodesUntil: Float64Array
  readonly presents: Float64Array
  /** Whether it can be decoded without those before it. */
  isSync(index: number): boolean
  /** The number of the first sample, from 0, at an index; at `count` that of all samples. */
  numberAt(index: number): number
  /** Where a sample that is the first at its index begins in the file. */
  startOf(number: number): number
  /** When it is decoded; for the number of all samples, when the last one ends. */
  decodeTimeOf(number: number): number
}

/** Four hours of 120 frames a second; of sound, 26 hours of AAC. */
const MAX_SAMPLES = 4 * 1024 * 1024

/**
 * Reads where and when every sample of a track is: ISO/IEC 14496-12 §8.6.1 and §8.7. Null when it has no table.
 * @throws {Malformed} when a table contradicts itself, {Uncheckable} when there are more than we look at.
 */
export async function readSamples(source: Source, track: Track): Promise<Samples | null> {
  if (!track.sampleTable) return null
  const { boxes } = await boxesIn(source, track.sampleTable.body, track.sampleTable.end)
  const tables = async (type: string) => {
    const box = only(boxes, type)
    return box && (await bodyOf(source, box))
  }
  const stsz = await tables('stsz')
  const areEven = stsz !== undefined && stsz.skip(4).u32() !== 0 && track.handler === 'soun'
  const [starts, ends, numbers] = [new Numbers(), new Numbers(), new Numbers()]
  let samples = 0
  const add = (start: number, end: number, inChunk = 1) => {
    if (starts.length >= MAX_SAMPLES) throw new Uncheckable(`more than ${MAX_SAMPLES} samples`)
    starts.push(start)
    ends.push(end)
    numbers.push(samples)
    samples += inChunk
  }
  await (areEven ? chunksOf : samplesOf)(source, track, add)
  const timeOf = decodingTimes(await tables('stts'))
  const offsetOf = compositionOffsets(await tables('ctts'))
  const count = starts.length
  const [decodes, presents] = [new Float64Array(count), new Float64Array(count)]
  const decodesUntil = new Float64Array(count)
  for (let index = 0; index < count; index++) {
    const number = numbers.at(index)
    decodes[index] = timeOf(number)
    presents[index] = timeOf(number) + offsetOf(number)
    decodesUntil[index] = timeOf(index + 1 < count ? numbers.at(index + 1) : samples)
  }
  const sync = syncSamples(await tables('stss'))
  return {
    count,
    starts: starts.all(),
    ends: ends.all(),
    decodes,
    decodesUntil,
    presents,
    numberAt: (index) => (index < count ? numbers.at(index) : samples),
    startOf: (number) => starts.at(numbers.indexOf(number)),
    decodeTimeOf: (number) =>
      number < samples ? (decodes[numbers.indexOf(number)] ?? 0) : (decodesUntil[count - 1] ?? 0),
    isSync: (index) => index === 0 || !sync || sync.has(numbers.at(index) + 1),
  }
}

/** Ticks of the media. */
interface TimeBounds {
  /** When the last sample ends to be decoded, as stts has it. */
  readonly decodesUntil: number
  /** How much later than decoded a sample is presented, at least and at most; negative: earlier. */
  readonly earliest: number
  readonly latest: number
}

/** Reads from the runs of stts and ctts within what bounds a track's samples are decoded and presented. Null when it has no stts. */
export async function timeBounds(source: Source, { sampleTable }: Track): Promise<TimeBounds | null> {
  if (!sampleTable) return null
  const { boxes } = await boxesIn(source, sampleTable.body, sampleTable.end)
  const [stts, ctts] = [only(boxes, 'stts'), only(boxes, 'ctts')]
  if (!stts) return null
  const durations = counted((await bodyOf(source, stts)).skip(4))
  const offsets = ctts ? counted((await bodyOf(source, ctts)).skip(4)) : []
  let [decodesUntil, earliest, latest] = [0, 0, 0]
  for (const { count, value } of durations) decodesUntil += count * value
  for (const { value } of offsets) {
    earliest = Math.min(earliest, value | 0)
    latest = Math.max(latest, value | 0)
  }
  return { decodesUntil, earliest, latest }
}

/** stts: when a sample is decoded, by its number from 0; asked in rising order. Past its last entry time stands still. */
function decodingTimes(reader: Reader | undefined): (sample: number) => number {
  let left = reader ? reader.skip(4).u32() : 0
  let [first, next, time, each] = [0, 0, 0, 0]
  return (sample) => {
    while (sample >= next && left > 0 && reader) {
      time += (next - first) * each
      first = next
      next += reader.u32()
      each = reader.u32()
      left--
    }
    return time + (Math.min(sample, next) - first) * each
  }
}

/** ctts: how much later than decoded a sample is presented; signed in both versions, as QuickTime and ffmpeg take it. */
function compositionOffsets(reader: Reader | undefined): (sample: number) => number {
  let left = reader ? reader.skip(4).u32() : 0
  let [next, offset] = [0, 0]
  return (sample) => {
    while (sample >= next && left > 0 && reader) {
      next += reader.u32()
      offset = reader.u32() | 0
      left--
    }
    return sample < next ? offset : 0
  }
}

/** stss: the numbers, from 1, of samples that need no other; null: none of them does. */
function syncSamples(reader: Reader | undefined): ReadonlySet<number> | null {
  if (!reader) return null
  versionAndFlags(reader)
  const numbers = new Set<number>()
  for (let left = Math.min(reader.u32(), reader.remaining / 4); left >= 1; left--) numbers.add(reader.u32())
  return numbers
}

/** Numbers in a row that grows. */
class Numbers {
  length = 0
  private values = new Float64Array(256)

  push(value: number): void {
    if (this.length === this.values.length) {
      const longer = new Float64Array(2 * this.length)
      longer.set(this.values)
      this.values = longer
    }
    this.values[this.length++] = value
  }

  at(index: number): number {
    return this.values[index] ?? 0
  }

  /** Of numbers that only rise. @throws when it is none of them. */
  indexOf(value: number): number {
    let low = 0
    for (let high = this.length; low < high; ) {
      const middle = (low + high) >>> 1
      if (this.at(middle) >= value) high = middle
      else low = middle + 1
    }
    if (this.at(low) !== value) throw new Error('asked for a sample inside of a chunk')
    return low
  }

  all(): Float64Array {
    return this.values.subarray(0, this.length)
  }
}
