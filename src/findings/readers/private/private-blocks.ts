import type { ClueReader } from '../../decode/payload'
import { afcpClues } from './afcp'
import { cammClues } from './camm'
import { casioClues } from './casio-qv'
import { duckyClues } from './ducky'
import { flirClues } from './flir'
import { insta360Clues } from './insta360'
import { jfifClues } from './jfif'
import { mediaJukeboxClues } from './media-jukebox'
import { pictureInfoClues } from './picture-info'
import { ricohFieldClues } from './ricoh-fields'
import { fixedSerials } from './serials'
import { trailerClues } from './trailers'

/** Blocks of one maker or program whose layout is known, by the label that the walkers give them. */
const READERS: ReadonlyMap<string, ClueReader> = new Map<string, ClueReader>([
  ['APP0 JFIF with more', jfifClues],
  ['APP1 FLIR', flirClues],
  ['APP1 QVCI', casioClues],
  ['APP5 RMETA', ricohFieldClues],
  ['APP9 infisense', fixedSerials('InfiRay', [0xc0, 0x240], 32)],
  ['APP9 Media Jukebox', mediaJukeboxClues],
  ['APP12 Ducky', duckyClues],
  ['Picture Info', pictureInfoClues],
  ['AFCP trailer', afcpClues],
  ['Insta360 trailer', insta360Clues],
  ['camm', cammClues],
  ['after the end', trailerClues],
  ['fdsc', fixedSerials('GoPro', [0x17, 0x57], 16, 'GPRO')],
])

/** Larger ones, which are films or discs more likely than what is looked for, are not read into memory. */
const MOST_BYTES: ReadonlyMap<string, number> = new Map([['after the end', 4 * 1024 * 1024]])

/** Shorter ones say nothing: of the pieces that a GoPro writes all through a film, the first is the record. */
const LEAST_BYTES: ReadonlyMap<string, number> = new Map([['fdsc', 0x57 + 16]])

/** Blocks about the encoding, the colours or the layout of the file, and about nothing else. */
const TECHNICAL =
  /^(?:APP0 (?:AVI1|JFXX)|APP2 (?:MPF|ISO 21496-1|ICC_PROFILE cut)|APP8 SPIFF|APP13 Adobe_CM|APP15 Q \d*|tmcd|Raw profile type icc|Raw profile type icm)$/

/** The reader for a block of `bytes` bytes with this label; `null` for one that says nothing about a person; undefined for one nobody can read. */
export function privateReader(label: string | undefined, bytes: number): ClueReader | null | undefined {
  if (label === undefined) return undefined
  if (bytes < (LEAST_BYTES.get(label) ?? 0)) return null
  if (bytes > (MOST_BYTES.get(label) ?? Number.POSITIVE_INFINITY)) return undefined
  return TECHNICAL.test(label) ? null : READERS.get(label)
}
