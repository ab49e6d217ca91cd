import type { Claims } from './claims'
import { type Box, boxesIn } from './isobmff'
import { defaultSampleSizes, fragmentsOf } from './mp4-fragments'
import { chunksOf } from './mp4-samples'
import { readTrack, type Track } from './mp4-track'
import type { Block } from './part'
import type { Source } from './source'

/** The tracks and track fragments that go, by the offset of their box, each with a word for what it holds. */
export type GoingTracks = ReadonlyMap<number, string>

/**
 * Reads the tables of a film and claims the bytes of every track: those that are seen and heard stay.
 * @throws {Malformed} when a table contradicts itself.
 */
export async function claimFilm(source: Source, top: readonly Box[], claims: Claims): Promise<GoingTracks> {
  const going = new Map<number, string>()
  const kept = new Set<number>()
  const kinds = new Map<number, string>()
  let defaults: ReadonlyMap<number, number> = new Map()

  for (const moov of top.filter(({ type }) => type === 'moov')) {
    const boxes = (await boxesIn(source, moov.body, moov.end)).boxes.filter(({ type }) => type === 'trak')
    const tracks: Track[] = []
    for (const box of boxes) tracks.push(await readTrack(source, box))
    const staying = staysOf(tracks)
    for (const track of tracks) {
      const kind = track.codec.trim() || track.handler
      kinds.set(track.id, kind)
      if (staying.has(track)) {
        kept.add(track.id)
        const name = track.handler === 'auxv' ? 'alpha' : 'samples'
        await chunksOf(source, track, (start, end) => claims.keep(name, start, end))
      } else {
        going.set(track.box.start, kind)
        await chunksOf(source, track, (start, end) => claims.go(kind, start, end, blockOf(kind, start, end)))
      }
    }
    defaults = await defaultSampleSizes(source, moov)
  }

  for (const moof of top) {
    if (moof.type !== 'moof') continue
    for (const { box, trackId, runs } of await fragmentsOf(source, moof, defaults)) {
      const stays = kept.has(trackId)
      const kind = kinds.get(trackId) ?? 'unknown track'
      if (!stays) going.set(box.start, kind)
      for (const { start, end } of runs) {
        if (stays) claims.keep('samples', start, end)
        else claims.go(kind, start, end, blockOf(kind, start, end))
      }
    }
  }
  return going
}

function blockOf(kind: string, start: number, end: number): Block {
  return kind === 'gpmd' ? { type: 'gpmf', start, end } : { type: 'unknown', start, end, label: kind }
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
