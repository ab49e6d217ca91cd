import { Uncheckable } from '../core/malformed'
import type { Source } from '../core/source'
import { type Shown, shows } from './edit-list'
import type { TrackFragment } from './fragments'
import type { Run } from './sample-runs'
import { readSamples, type Samples, timeBounds } from './sample-times'
import type { Track } from './track'
import { type RewrittenBoxes, tablesOfRuns } from './trimmed-tables'

interface Range {
  readonly start: number
  readonly end: number
}

/** Byte ranges of a track that stays. */
export interface CutRanges {
  /** What is shown, and what decoders need for it. */
  readonly needed: readonly Range[]
  /** What the edit list cuts off. */
  readonly cutOff: readonly Range[]
  /** What it cuts off as well, for long, and decoders need nevertheless: the frames up to the first that is shown. */
  readonly entangled: readonly Range[]
}

export interface Cut extends CutRanges {
  /** The boxes of the track once it is cut off. */
  readonly rewritten: RewrittenBoxes
}

/** Sound decoders run up to a sample from others before it; MP3's reservoir reaches back furthest, nine frames of 26 ms. */
const SOUND_RUN_UP_SECONDS = 0.25

/** Up to so long may frames that are cut off run up to those that are shown: phones begin anew every second. */
const MAX_RUN_UP_SECONDS = 1.1

/** A shorter stretch that nobody sees is what encoders leave over, not what somebody cut off. */
const MIN_CUT_SECONDS = 0.1

/**
 * Finds the samples of a track that no shown frame needs. Null when there are none, or when they last less than
 * {@link MIN_CUT_SECONDS}.
 * @throws {Malformed} when a table contradicts itself.
 */
export async function readCut(source: Source, track: Track, shown: Shown): Promise<Cut | null> {
  if (await showsNearlyAll(source, track, shown)) return null
  const samples = await readSamples(source, track)
  if (!samples || samples.count === 0) return null
  const { needs, seen } = track.handler === 'soun' ? neededSound(samples, shown) : neededFrames(samples, shown)
  const entangled = runs(
    samples,
    (index) => needs[index] === 1 && seen[index] === 0,
    shown.timeScale * MAX_RUN_UP_SECONDS,
  )
  const cutOff = runs(samples, (index) => needs[index] === 0, shown.timeScale * MIN_CUT_SECONDS)
  if (cutOff.length + entangled.length === 0) return null
  const kinds = new Uint8Array(samples.count)
  for (const [from, to] of cutOff) kinds.fill(1, from, to)
  for (const [from, to] of entangled) kinds.fill(2, from, to)
  const [needed = [], cut = [], mixed = []] = [0, 1, 2].map((kind) =>
    rangesOf(samples, (index) => kinds[index] === kind),
  )
  const stays = runs(samples, (index) => kinds[index] !== 1, 0)
  const numbered = stays.map(([from, to]): Run => ({ from: samples.numberAt(from), to: samples.numberAt(to) }))
  const rewritten = mixed.length === 0 ? await rewrittenOrNull(source, track, samples, numbered) : null
  if (!rewritten) return { needed, cutOff: [], entangled: [...cut, ...mixed], rewritten: new Map() }
  return { needed, cutOff: cut, entangled: [], rewritten }
}

/**
 * Whether an edit list plainly leaves less than {@link MIN_CUT_SECONDS} at either end, told from the runs of the time tables alone. Most lists
 * only say when the first frame is presented, and their films have hundreds of thousands of samples.
 */
async function showsNearlyAll(source: Source, track: Track, { intervals, timeScale }: Shown): Promise<boolean> {
  const [interval, another] = intervals
  const times = interval && !another ? await timeBounds(source, track) : null
  if (!interval || !times) return false
  const least = timeScale * MIN_CUT_SECONDS
  // Samples that are decoded from there on are presented from `start` on, and those up to there before `end`.
  return interval.start - times.earliest < least && times.decodesUntil - (interval.end - times.latest) < least
}

/** Null when the tables cannot be written without what was cut off. */
async function rewrittenOrNull(source: Source, track: Track, samples: Samples, stays: readonly Run[]) {
  try {
    return await tablesOfRuns(source, track, samples, stays)
  } catch (error) {
    if (error instanceof Uncheckable) return null
    throw error
  }
}

/** Whether the edit list shows nothing of a fragment nor of what comes within a second of it. Its tables are not rewritten here. */
export function isCutOff({ decodesFrom, lasts }: TrackFragment, { intervals, timeScale }: Shown): boolean {
  if (decodesFrom === undefined) return false
  const margin = MAX_RUN_UP_SECONDS * timeScale
  return !shows(intervals, decodesFrom - margin, decodesFrom + lasts + margin)
}

interface Needs {
  /** For each sample 1 when it is shown, or when decoders need it for one that is. */
  readonly needs: Uint8Array
  readonly seen: Uint8Array
}

function neededSound({ count, decodes, decodesUntil }: Samples, { intervals, timeScale }: Shown): Needs {
  const runUp = SOUND_RUN_UP_SECONDS * timeScale
  const needs = Uint8Array.from({ length: count }, (_, index) =>
    shows(intervals, (decodes[index] ?? 0) - runUp, (decodesUntil[index] ?? 0) + runUp) ? 1 : 0,
  )
  return { needs, seen: needs }
}

/**
 * A frame is shown until the next one in the order of presentation. Of every run from one sync sample to the next, all up to the last shown
 * frame is needed; where a shown frame is presented before the sync sample that it follows, the run before as well.
 */
function neededFrames(samples: Samples, { intervals }: Shown): Needs {
  const { count, presents } = samples
  const until = shownUntil(samples)
  const [needs, seen] = [new Uint8Array(count), new Uint8Array(count)]
  let end = count
  let needsWhole = false
  for (let sync = count - 1; sync >= 0; sync--) {
    if (!samples.isSync(sync)) continue
    let last = needsWhole ? end - 1 : -1
    needsWhole = false
    for (let index = sync; index < end; index++) {
      const start = presents[index] ?? 0
      if (!shows(intervals, start, until[index] ?? start)) continue
      seen[index] = 1
      last = Math.max(last, index)
      if (start < (presents[sync] ?? 0)) needsWhole = true
    }
    if (last >= 0) needs.fill(1, sync, last + 1)
    end = sync
  }
  return { needs, seen }
}

function shownUntil({ count, presents, decodes, decodesUntil }: Samples): Float64Array {
  const order = Uint32Array.from({ length: count }, (_, index) => index)
  order.sort((a, b) => (presents[a] ?? 0) - (presents[b] ?? 0))
  const until = new Float64Array(count)
  for (const [rank, index] of order.entries()) {
    const next = order[rank + 1]
    const length = (decodesUntil[index] ?? 0) - (decodes[index] ?? 0)
    until[index] = next === undefined ? (presents[index] ?? 0) + Math.max(length, 1) : (presents[next] ?? 0)
  }
  return until
}

/** The runs of samples, from and up to an index, that are asked for and last so many ticks at least. */
function runs(
  { count, decodes, decodesUntil }: Samples,
  wanted: (index: number) => boolean,
  least: number,
): (readonly [number, number])[] {
  const found: (readonly [number, number])[] = []
  for (let from = 0; from < count; from++) {
    if (!wanted(from)) continue
    let to = from + 1
    while (to < count && wanted(to)) to++
    if ((decodesUntil[to - 1] ?? 0) - (decodes[from] ?? 0) >= least) found.push([from, to])
    from = to
  }
  return found
}

/** Byte ranges of the samples that are asked for; neighbours in the file as one. */
function rangesOf({ count, starts, ends }: Samples, wanted: (index: number) => boolean): Cut['needed'] {
  const ranges: { start: number; end: number }[] = []
  for (let index = 0; index < count; index++) {
    const [start = 0, end = 0] = [starts[index], ends[index]]
    if (!wanted(index) || end <= start) continue
    const last = ranges.at(-1)
    if (last && last.end === start) last.end = end
    else ranges.push({ start, end })
  }
  return ranges
}
