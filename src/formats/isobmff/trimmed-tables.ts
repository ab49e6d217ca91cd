import { concat, latin1Bytes, u32be } from '../core/bytes'
import { Uncheckable } from '../core/malformed'
import { Reader } from '../core/reader'
import type { Source } from '../core/source'
import { type Box, bodyOf, boxesIn, find, freeBoxHead, only, versionAndFlags } from './boxes'
import { counted } from './run-lengths'
import { durations, entriesOf, numbersOf, ofRuns, type Run, renumbered, sizesOf, u64be } from './sample-runs'
import type { Samples } from './sample-times'
import type { Track } from './track'

/**
 * Boxes that are written anew, by where they begin. Of boxes that lie next to each other the first has the bytes of all, as many as they had:
 * one may need more room, which another has left.
 */
export type RewrittenBoxes = ReadonlyMap<number, Uint8Array<ArrayBuffer>>

/** Tables with an entry a sample that nobody rewrites here; encoders of phones write none of them. */
const UNKNOWN_TABLES = new Set(['stz2', 'stsh', 'subs', 'saiz', 'saio', 'stdp', 'padb'])

/**
 * Rewrites the tables of a track so that only some of its samples are in it, each shown when it was shown before: ISO/IEC 14496-12
 * §8.6 and §8.7. Where samples in between go, the one before them lasts longer; those that go in front are taken from the times in the
 * edit list.
 * @param runs of samples that stay, in order, none empty.
 * @throws {Uncheckable} when a table has no room for that, or is of a kind that is not rewritten here.
 */
export async function tablesOfRuns(
  source: Source,
  track: Track,
  samples: Samples,
  runs: readonly Run[],
): Promise<RewrittenBoxes> {
  const { sampleTable } = track
  if (!sampleTable) throw new Error('a track without tables has no samples')
  const { boxes } = await boxesIn(source, sampleTable.body, sampleTable.end)
  const written = new Map<number, Uint8Array<ArrayBuffer>>()
  const chunks = await chunksOfRuns(source, boxes, samples, runs)
  let region: RewrittenBox[] = []
  const flush = () => {
    for (const [index, { box }] of region.entries()) written.set(box.start, index === 0 ? inPlaceOf(region) : EMPTY)
    region = []
  }
  for (const box of boxes) {
    if (UNKNOWN_TABLES.has(box.type)) throw new Uncheckable(`${box.type} of a film that was cut`)
    const body = await bodyOf(source, box)
    const table = box.type === 'cslg' ? body.take(body.length) : rewrite(box.type, body, runs, samples, chunks)
    if (table) region.push({ box, body: table })
    else flush()
  }
  flush()
  const from = samples.decodeTimeOf(runs[0]?.from ?? 0)
  const until = samples.decodeTimeOf(runs.at(-1)?.to ?? 0)
  const elst = await find(source, track.box, ['edts', 'elst'])
  const mdhd = await find(source, track.box, ['mdia', 'mdhd'])
  if (elst) written.set(elst.start, inPlaceOf([{ box: elst, body: earlierEdits(await bodyOf(source, elst), from) }]))
  if (mdhd)
    written.set(mdhd.start, inPlaceOf([{ box: mdhd, body: shorterMedia(await bodyOf(source, mdhd), until - from) }]))
  return written
}

/** A table without the samples outside of the runs, head and all; null for boxes in which samples have no entry. */
function rewrite(
  type: string,
  body: Reader,
  runs: readonly Run[],
  samples: Samples,
  chunks: readonly Chunk[],
): Uint8Array<ArrayBuffer> | null {
  const head = body.take(4)
  switch (type) {
    case 'stts':
      return concat(head, entriesOf(durations(counted(body), runs, samples)))
    case 'ctts':
      return concat(head, entriesOf(ofRuns(counted(body), runs)))
    case 'sbgp': {
      const grouping = body.take(head[0] === 1 ? 8 : 4)
      return concat(head, grouping, entriesOf(ofRuns(counted(body), runs)))
    }
    case 'stss':
    case 'stps':
      return concat(head, numbersOf(renumbered(body, runs)))
    case 'stsz':
      return concat(head, sizesOf(body, runs))
    case 'sdtp':
      return concat(head, ...runs.map(({ from, to }) => body.seek(4 + from).take(to - from)))
    case 'stsc':
      return concat(head, chunkRuns(chunks))
    case 'stco':
      return concat(head, numbersOf(chunks.map(({ offset }) => offset)))
    case 'co64':
      return concat(head, u32be(chunks.length), ...chunks.map(({ offset }) => u64be(offset)))
    default:
      return null
  }
}

/** Samples that lie one behind the other. */
interface Chunk {
  readonly offset: number
  readonly samples: number
  /** Which sample entry describes them, from 1. */
  readonly description: number
}

/** The chunks of the samples that stay; a chunk of which some go in the middle becomes two. */
async function chunksOfRuns(
  source: Source,
  boxes: readonly Box[],
  samples: Samples,
  runs: readonly Run[],
): Promise<Chunk[]> {
  const stsc = only(boxes, 'stsc')
  const offsets = only(boxes, 'co64') ?? only(boxes, 'stco')
  if (!stsc || !offsets) throw new Error('samples without chunks')
  const reader = (await bodyOf(source, stsc)).skip(4)
  const entries: { first: number; count: number; description: number }[] = []
  for (let left = Math.min(reader.u32(), Math.floor(reader.remaining / 12)); left > 0; left--)
    entries.push({ first: reader.u32(), count: reader.u32(), description: reader.u32() })
  const total = (await bodyOf(source, offsets)).skip(4).u32()
  const chunks: Chunk[] = []
  let [entry, run, first] = [0, 0, 0]
  for (let number = 1; number <= total && run < runs.length; number++) {
    while ((entries[entry + 1]?.first ?? Number.POSITIVE_INFINITY) <= number) entry++
    const { count = 0, description = 1 } = entries[entry] ?? {}
    for (let kept = runs[run]; kept && kept.from < first + count; kept = runs[run]) {
      const [from, to] = [Math.max(kept.from, first), Math.min(kept.to, first + count)]
      if (to > from) chunks.push({ offset: samples.startOf(from), samples: to - from, description })
      if (kept.to > first + count) break
      run++
    }
    first += count
  }
  return chunks
}

/** stsc: an entry where the number of samples in a chunk changes, or what describes them. */
function chunkRuns(chunks: readonly Chunk[]): Uint8Array<ArrayBuffer> {
  const values: number[] = []
  let last: Chunk | undefined
  for (const [index, chunk] of chunks.entries()) {
    if (last?.samples !== chunk.samples || last.description !== chunk.description)
      values.push(index + 1, chunk.samples, chunk.description)
    last = chunk
  }
  return numbersOf(values, values.length / 3)
}

/** elst with all that it shows so many ticks earlier. */
function earlierEdits(body: Reader, ticks: number): Uint8Array<ArrayBuffer> {
  const bytes = Uint8Array.from(body.take(body.length))
  const view = new DataView(bytes.buffer)
  const isWide = bytes[0] === 1
  const [entry, timeAt] = isWide ? [20, 8] : [12, 4]
  for (let left = view.getUint32(4), at = 8; left > 0; left--, at += entry) {
    const time = isWide ? Number(view.getBigInt64(at + timeAt)) : view.getInt32(at + timeAt)
    if (time < 0) continue
    if (isWide) view.setBigInt64(at + timeAt, BigInt(time - ticks))
    else view.setInt32(at + timeAt, time - ticks)
  }
  return bytes
}

/** mdhd with another duration, and without its times. */
function shorterMedia(body: Reader, ticks: number): Uint8Array<ArrayBuffer> {
  const bytes = Uint8Array.from(body.take(body.length))
  const view = new DataView(bytes.buffer)
  const { version } = versionAndFlags(new Reader(bytes))
  bytes.fill(0, 4, version === 1 ? 20 : 12)
  if (version === 1) view.setBigUint64(24, BigInt(ticks))
  else view.setUint32(16, ticks)
  return bytes
}

const HEAD = 8

const EMPTY = new Uint8Array(0)

interface RewrittenBox {
  readonly box: Box
  readonly body: Uint8Array
}

/**
 * As many bytes as boxes that lie next to each other have: what they become, then a free box; bytes too few for one belong to the last box,
 * behind its table.
 */
function inPlaceOf(region: readonly RewrittenBox[]): Uint8Array<ArrayBuffer> {
  if (region.some(({ box }) => box.body - box.start !== HEAD)) throw new Uncheckable('a table with a long head')
  const length = region.reduce((sum, { box }) => sum + box.end - box.start, 0)
  const left = region.reduce((rest, { body }) => rest - HEAD - body.length, length)
  if (left < 0) throw new Uncheckable(`no room for ${region[0]?.box.type} of a film that was cut`)
  const boxes = region.map(({ box, body }, index) => {
    const own = HEAD + body.length + (index === region.length - 1 && left < HEAD ? left : 0)
    return concat(u32be(own), latin1Bytes(box.type), body)
  })
  return concat(
    ...boxes,
    left < HEAD ? new Uint8Array(left) : freeBoxHead(left),
    new Uint8Array(Math.max(left - HEAD, 0)),
  )
}
