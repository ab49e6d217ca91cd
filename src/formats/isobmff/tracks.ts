import type { ByteRanges } from '../core/byte-ranges'
import type { Block } from '../core/part'
import type { Source } from '../core/source'
import { type Box, boxesIn, only } from './boxes'
import { type CutRanges, isCutOff, readCut } from './cut-off'
import { readEditList, type Shown, timeScaleOf } from './edit-list'
import { fragmentsOf, type SampleDefaults, sampleDefaults } from './fragments'
import { chunksOf, samplesOf } from './samples'
import { readTrack, type Track } from './track'
import type { RewrittenBoxes } from './trimmed-tables'

/** The tracks and track fragments that go, by the offset of their box, each with a word for what it holds. */
type DiscardedTracks = ReadonlyMap<number, string>

/** What the tables of a film say about its boxes. */
export interface Movie {
  readonly going: DiscardedTracks
  readonly rewritten: RewrittenBoxes
}

/** What is known of a track, by its id. */
interface TrackPlan {
  readonly stays: boolean
  /** Whose bytes its samples are. */
  readonly name: string
  /** Texts are told sample by sample. */
  readonly isText: boolean
  block(start: number, end: number): Block
}

/**
 * Reads the tables of a film and records the byte ranges of every track: those that are seen and heard are retained.
 * @throws {Malformed} when a table contradicts itself.
 */
export async function addMovieRanges(source: Source, top: readonly Box[], ranges: ByteRanges): Promise<Movie> {
  const going = new Map<number, string>()
  const rewritten = new Map<number, Uint8Array<ArrayBuffer>>()
  const plans = new Map<number, TrackPlan>()
  let defaults: ReadonlyMap<number, SampleDefaults> = new Map()
  const shown = new Map<number, Shown>()
  const addRange = ({ stays, name, block }: TrackPlan, start: number, end: number) =>
    stays ? ranges.retain(name, start, end) : ranges.discard(name, start, end, block(start, end))

  for (const box of top) {
    if (box.type === 'moov') {
      const movieScale = async () => {
        const mvhd = only((await boxesIn(source, box.body, box.end)).boxes, 'mvhd')
        return mvhd ? timeScaleOf(source, mvhd) : Number.POSITIVE_INFINITY
      }
      for (const [track, plan] of await readTracks(source, box)) {
        plans.set(track.id, plan)
        if (!plan.stays) going.set(track.box.start, plan.name)
        const edits = plan.stays ? await readEditList(source, track.box, movieScale) : null
        if (edits) shown.set(track.id, edits)
        const cut = edits ? await readCut(source, track, edits) : null
        if (cut) addCutRanges(ranges, track.id, plan, cut)
        for (const [at, bytes] of cut?.rewritten ?? []) rewritten.set(at, bytes)
        if (cut) continue
        if (plan.isText) await samplesOf(source, track, (start, end) => addRange(plan, start, end))
        else await chunksOf(source, track, (start, end) => addRange(plan, start, end))
      }
      defaults = await sampleDefaults(source, box)
    }
  }
  for (const box of top) {
    if (box.type !== 'moof') continue
    for (const fragment of await fragmentsOf(source, box, defaults)) {
      const { box: traf, trackId, runs } = fragment
      const plan = plans.get(trackId) ?? planOf(undefined, false)
      if (!plan.stays) going.set(traf.start, plan.name)
      const edits = shown.get(trackId)
      if (edits && isCutOff(fragment, edits))
        addCutRanges(ranges, trackId, plan, { needed: [], cutOff: [], entangled: runs })
      else for (const { start, end } of runs) addRange(plan, start, end)
    }
  }
  return { going, rewritten }
}

/** Frames that are cut off and needed all the same; a film with some cannot be cleaned. */
export const ENTANGLED = 'cut off, but needed'

/** What the edit list of a track cuts off is told as one film, and goes. */
function addCutRanges(
  ranges: ByteRanges,
  id: number,
  { name }: TrackPlan,
  { needed, cutOff, entangled }: CutRanges,
): void {
  for (const { start, end } of needed) ranges.retain(name, start, end)
  const block = { type: 'video', label: 'cut off', group: `track ${id} cut off` } as const
  for (const { start, end } of cutOff) ranges.discard('cut off', start, end, { ...block, start, end })
  for (const { start, end } of entangled) ranges.discard(ENTANGLED, start, end, { ...block, start, end })
}

async function readTracks(source: Source, moov: Box): Promise<[Track, TrackPlan][]> {
  const tracks: Track[] = []
  for (const box of (await boxesIn(source, moov.body, moov.end)).boxes) {
    if (box.type === 'trak') tracks.push(await readTrack(source, box))
  }
  const staying = staysOf(tracks)
  const chapters = chaptersOf(tracks)
  return tracks.map((track) => [track, planOf(track, staying.has(track), chapters.has(track.id))])
}

/** The ids of tracks that hold the chapters of another: QuickTime File Format, "Chapter Lists". */
function chaptersOf(tracks: readonly Track[]): ReadonlySet<number> {
  return new Set(tracks.flatMap(({ references }) => references.get('chap') ?? []))
}

/** Handlers of texts: subtitles, captions, chapters. */
const TEXT = new Set(['text', 'sbtl', 'subt', 'clcp'])

/** Codecs whose samples begin with the length of their text: 3GPP TS 26.245, QuickTime File Format "Text Media". */
const TIMED_TEXT = new Set(['tx3g', 'text'])

function planOf(track: Track | undefined, stays: boolean, areChapters = false): TrackPlan {
  const isText = !stays && track !== undefined && TEXT.has(track.handler)
  const name = stays ? (track?.handler === 'auxv' ? 'alpha' : 'samples') : wordFor(track)
  // The pieces of one film are told as one; telemetry makes sense piece by piece.
  const group = `track ${track?.id}`
  const block = (start: number, end: number): Block => {
    if (name === 'gpmd') return { type: 'gpmf', start, end }
    if (name === 'second film') return { type: 'video', start, end, group }
    if (isText) {
      const packing = TIMED_TEXT.has(track.codec) ? ({ packing: 'timed-text' } as const) : {}
      return {
        type: 'text',
        label: areChapters ? 'chapters' : 'subtitles',
        encoding: 'utf-8',
        ...packing,
        start,
        end,
        group,
      }
    }
    if (name === 'depth') return { type: 'picture', label: name, start, end, group }
    return { type: 'unknown', label: name, start, end }
  }
  return { stays, name, isText, block }
}

/** What a track that goes holds: its codec, where that tells more. */
function wordFor(track: Track | undefined): string {
  if (track?.handler === 'vide') return 'second film'
  if (track?.handler === 'auxv') return 'depth'
  return track?.codec.trim() || track?.handler || 'unknown track'
}

/** 'pict' is the picture sequence of a HEIF file: ISO/IEC 23008-12 §7.2. */
const SEEN_AND_HEARD = new Set(['vide', 'soun', 'pict'])

const ALPHA = /:(alpha|auxid:1)$/

/**
 * What a viewer sees and hears. Text goes as well, subtitles included: drones write their position there, second by
 * second. So do tracks that are turned off while another is on (the film before an edit, a proxy), unless they are
 * its declared alternatives (a second language); chapters and their pictures; previews; depth.
 */
function staysOf(tracks: readonly Track[]): ReadonlySet<Track> {
  const chapters = chaptersOf(tracks)
  const shown = tracks.filter(
    ({ handler, references, id }) => SEEN_AND_HEARD.has(handler) && !chapters.has(id) && !references.has('thmb'),
  )
  const staying = new Set<Track>()
  for (const track of shown) {
    const others = shown.filter(({ handler, enabled }) => enabled && handler === track.handler)
    const alternative = others.some(
      ({ alternateGroup }) => alternateGroup !== 0 && alternateGroup === track.alternateGroup,
    )
    if (track.enabled || others.length === 0 || alternative) staying.add(track)
  }
  for (const track of tracks) if (track.handler === 'auxv' && ALPHA.test(track.auxiliary ?? '')) staying.add(track)
  return staying
}
