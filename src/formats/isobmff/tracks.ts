import type { Claims } from '../core/claims'
import type { Block } from '../core/part'
import type { Source } from '../core/source'
import { type Box, boxesIn } from './boxes'
import { defaultSampleSizes, fragmentsOf } from './fragments'
import { chunksOf } from './samples'
import { readTrack, type Track } from './track'

/** The tracks and track fragments that go, by the offset of their box, each with a word for what it holds. */
export type DiscardedTracks = ReadonlyMap<number, string>

/** What is known of a track, by its id. */
interface TrackPlan {
  readonly stays: boolean
  /** Whose bytes its samples are. */
  readonly name: string
  block(start: number, end: number): Block
}

/**
 * Reads the tables of a film and claims the bytes of every track: those that are seen and heard stay.
 * @throws {Malformed} when a table contradicts itself.
 */
export async function claimMovie(source: Source, top: readonly Box[], claims: Claims): Promise<DiscardedTracks> {
  const going = new Map<number, string>()
  const plans = new Map<number, TrackPlan>()
  let defaults: ReadonlyMap<number, number> = new Map()
  const claim = ({ stays, name, block }: TrackPlan, start: number, end: number) =>
    stays ? claims.keep(name, start, end) : claims.go(name, start, end, block(start, end))

  for (const box of top) {
    if (box.type === 'moov') {
      for (const [track, plan] of await readTracks(source, box)) {
        plans.set(track.id, plan)
        if (!plan.stays) going.set(track.box.start, plan.name)
        await chunksOf(source, track, (start, end) => claim(plan, start, end))
      }
      defaults = await defaultSampleSizes(source, box)
    }
  }
  for (const box of top) {
    if (box.type !== 'moof') continue
    for (const { box: traf, trackId, runs } of await fragmentsOf(source, box, defaults)) {
      const plan = plans.get(trackId) ?? planOf(undefined, false)
      if (!plan.stays) going.set(traf.start, plan.name)
      for (const { start, end } of runs) claim(plan, start, end)
    }
  }
  return going
}

async function readTracks(source: Source, moov: Box): Promise<[Track, TrackPlan][]> {
  const tracks: Track[] = []
  for (const box of (await boxesIn(source, moov.body, moov.end)).boxes) {
    if (box.type === 'trak') tracks.push(await readTrack(source, box))
  }
  const staying = staysOf(tracks)
  return tracks.map((track) => [track, planOf(track, staying.has(track))])
}

function planOf(track: Track | undefined, stays: boolean): TrackPlan {
  const name = stays ? (track?.handler === 'auxv' ? 'alpha' : 'samples') : wordFor(track)
  // The pieces of one film are told as one; telemetry makes sense piece by piece.
  const group = `track ${track?.id}`
  const block = (start: number, end: number): Block => {
    if (name === 'gpmd') return { type: 'gpmf', start, end }
    if (name === 'second film') return { type: 'video', start, end, group }
    if (name === 'depth') return { type: 'picture', label: name, start, end, group }
    return { type: 'unknown', label: name, start, end }
  }
  return { stays, name, block }
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
  const chapters = new Set(tracks.flatMap(({ references }) => references.get('chap') ?? []))
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
