import { ByteRanges } from '../core/byte-ranges'
import { AFTER_THE_END, blankInPlace } from '../core/in-place'
import { Malformed, Uncheckable } from '../core/malformed'
import type { Part } from '../core/part'
import type { Source } from '../core/source'
import { BoxParts } from './box-parts'
import { boxesOfFile, only } from './boxes'
import { addItemRanges } from './picture-items'
import { addMovieRanges, ENTANGLED } from './tracks'
import { trailerLabel } from './trailer'

/** Without these a film or picture cannot be understood, so that a file that ends inside of one is broken. */
const NEEDED = new Set(['ftyp', 'moov', 'moof', 'meta', 'mdat'])

/**
 * The parts of an ISO base media file. In a 'picture' the items of its 'meta' box are the content and a film in it, if any,
 * is its animation; in a 'film' the 'meta' box describes the film and is not looked into.
 * What lies inside coded samples, such as SEI messages of a video encoder, is part of the film and not told apart.
 */
export async function splitBoxes(source: Source, kind: 'picture' | 'film'): Promise<Part[]> {
  const { boxes, rest } = await boxesOfFile(source, NEEDED)
  // First, because the Source remembers what was read last, and readers of tags ask again for what the items lead to.
  const trailer = await trailerLabel(source)
  const moov = only(boxes, 'moov')
  const meta = kind === 'picture' ? only(boxes, 'meta') : undefined
  if (!moov && !meta) throw new Malformed('neither moov nor meta')
  const ranges = new ByteRanges(source.size)
  const movie = await addMovieRanges(source, boxes, ranges)
  const items = meta ? await addItemRanges(source, meta, ranges, moov !== undefined) : null
  // A header that is packed (QuickTime's cmov), say: better not cleaned than left without its film.
  const hasMedia = boxes.some(({ type, body, end }) => type === 'mdat' && end > body)
  if (hasMedia && ranges.isEmpty) throw new Uncheckable('media data of which nothing is seen or heard')

  const tiles = new BoxParts({ source, ranges, movie, items })
  for (const box of boxes) await tiles.add(box, '')
  tiles.addRest(AFTER_THE_END, rest, trailer)
  return tiles.parts
}

/**
 * Lengths never change, so that every offset in the file stays true; whole boxes at the end, and what follows them, are cut off.
 * @throws {Uncheckable} when a file of data alone, as some cameras write beside their films, would be left empty, and when frames that
 * are shown need long stretches of what was cut off.
 */
export async function rebuildBoxes(parts: readonly Part[], stays: (part: Part) => boolean): Promise<Part[]> {
  if (parts.some(({ name }) => name.endsWith(`/${ENTANGLED}`)))
    throw new Uncheckable('what was cut off is needed for what is shown')
  const isData =
    parts.some(({ name, block }) => block && MEDIA.test(name)) && !parts.some(({ name }) => SHOWN.test(name))
  if (isData) throw new Uncheckable('nothing that is seen or heard')
  return blankInPlace(parts, stays, ({ name }) => !name.includes('/'))
}

const MEDIA = /^(?:mdat|imda|meta\/idat)\//
const SHOWN = /\/(?:samples|picture|alpha|gain map|stereo picture)$/
