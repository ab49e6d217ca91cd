import { bytesOf } from '../../../formats/core/ifd'
import { Malformed } from '../../../formats/core/malformed'
import { startsWith } from '../../../formats/core/reader'
import type { Clue, Statement } from '../../clue'
import { charsetText, utf16 } from '../../decode/charset'
import type { Directory, Structure, TagValue } from '../../decode/directories'
import { decode } from '../../decode/display-text'
import { type ClueReader, type Payload, within } from '../../decode/payload'
import { saidInBytes } from '../../values/by-bytes'
import { iptcClues } from '../iptc'
import { makerNoteClues } from '../makernote/makernote'
import { xmpClues } from '../xmp/xmp'
import { geoTiffClues } from './geotiff'
import { gpsClues } from './gps'
import { pictureClues } from './pictures'
import { readTags } from './read-tags'
import { OWN_NAME, TECHNICAL_TEXTS, TEXT_TAGS, TIME_TAGS, USER_COMMENT, UTF16_TAGS } from './tags'

const EMBEDDED: ReadonlyMap<number, ClueReader> = new Map<number, ClueReader>([
  [0x02bc, xmpClues],
  [0x83bb, iptcClues],
])

const XMP_SIGNATURE = 'http://ns.adobe.com/xap/1.0/\0'

/**
 * What a TIFF structure says (Exif 3.0).
 * @throws {Malformed} when the bytes are no TIFF structure, or one too broken to say anything.
 */
export async function exifClues(payload: Payload): Promise<Clue[]> {
  // ImageMagick calls either block of a JPEG's APP1 segments by the segment's name.
  if (startsWith(payload.bytes, XMP_SIGNATURE))
    return xmpClues(within(payload, XMP_SIGNATURE.length, payload.bytes.length))
  const start = tiffStart(payload.bytes)
  const bytes = payload.bytes.subarray(start)
  const structure = await readTags(bytes)
  const { directories } = structure
  const said: Statement[] = directories.flatMap((directory) => [
    ...tagClues(directory.tags),
    ...privateValues(directory),
  ])
  const positions = directories.filter(({ name }) => name === 'gps').flatMap(({ tags }) => gpsClues(tags))
  const isFile = payload.format === 'tiff' && payload.inside === ''
  const hidden = pictureClues(directories, payload.size - start, isFile, (from, to) =>
    payload.blob(start + from, start + to),
  )
  const clues: Clue[] = [
    ...(await embeddedClues(within(payload, start, payload.bytes.length), structure, isFile)),
    ...said.map((clue) => ({ ...clue, source: 'Exif' })),
    ...directories.flatMap(geoTiffClues).map((clue) => ({ ...clue, source: 'GeoTIFF' })),
    ...positions.map((clue) => ({ ...clue, source: 'Exif GPS' })),
    ...hidden.map((clue) => ({ ...clue, source: 'Exif' })),
    ...makerNoteClues(structure).map((clue) => ({ ...clue, source: 'MakerNote' })),
  ]
  // Where entries are broken, a reader that guesses better may find what we do not.
  if (clues.length === 0 && !structure.whole) throw new Malformed('broken directories that say nothing')
  return clues
}

/** Blocks under a tag, as TIFF files have them: XMP part 3 §1.1.2. Where the structure is a file, its walker hands those of pages over. */
async function embeddedClues(payload: Payload, { directories }: Structure, isFile: boolean): Promise<Clue[]> {
  const out: Clue[] = []
  const own = directories.filter(({ name }) => !isFile || name === 'sub')
  for (const entry of own.flatMap(({ entries }) => entries)) {
    const reader = EMBEDDED.get(entry.tag)
    const length = bytesOf(entry)
    if (!reader || length <= 8) continue
    try {
      out.push(...(await reader(within(payload, entry.at, entry.at + length))))
    } catch (error) {
      if (!(error instanceof Malformed)) throw error
      out.push({ type: 'unknown', label: 'Exif', bytes: length, source: 'Exif' })
    }
  }
  return out
}

/** Some writers leave the JPEG head (`Exif`, two NULs) or HEIF's 4-byte offset in front of the structure. */
function tiffStart(bytes: Uint8Array): number {
  for (const start of [0, 6, 4, 10]) {
    const mark = (bytes[start] ?? 0) * 256 + (bytes[start + 1] ?? 0)
    if (mark === 0x4949 || mark === 0x4d4d) return start
  }
  return 0
}

function tagClues(tags: Directory['tags']): Statement[] {
  const out: Statement[] = []
  for (const [tag, meaning] of TEXT_TAGS) {
    const text = textOf(tag, tags.get(tag))
    if (text !== '') out.push(meaning(text))
  }
  const comment = tags.get(USER_COMMENT)
  if (comment !== undefined) out.push({ type: 'words', role: 'comment', text: charsetText(comment) })
  for (const { tag, offset, event } of TIME_TAGS) {
    const text = tags.get(tag)
    const zone = tags.get(offset)
    if (typeof text === 'string')
      out.push({ type: 'time', text, event, ...(typeof zone === 'string' && { offset: zone }) })
  }
  return out
}

const ASCII = 2
/** Types whose values are bytes of any kind. */
const BYTES: ReadonlySet<number> = new Set([1, 7])
const FIRST_PRIVATE = 0x8000
const MAX_PRIVATE_BYTES = 64 * 1024

/** Blocks with readers of their own: IPTC, Photoshop's resources, the colour profile, the maker's note. */
const BLOCKS: ReadonlySet<number> = new Set([0x83bb, 0x8649, 0x8773, 0x927c])

/** What a program wrote under a number of its own, to be judged by its value: TIFF 6.0 §2, 'Private tags'. */
function privateValues({ name, tags, entries }: Directory): Statement[] {
  if (name === 'gps' || name === 'interop') return []
  return entries.flatMap(({ tag, type }): Statement[] => {
    const isListed =
      tag < FIRST_PRIVATE ||
      TEXT_TAGS.has(tag) ||
      TECHNICAL_TEXTS.has(tag) ||
      BLOCKS.has(tag) ||
      tag === USER_COMMENT ||
      TIME_TAGS.some((time) => time.tag === tag)
    if (isListed) return []
    const value = tags.get(tag)
    if (BYTES.has(type) && value instanceof Uint8Array) return saidInBytes(value.subarray(0, MAX_PRIVATE_BYTES))
    return type === ASCII ? [{ type: 'unlisted', name: '', text: textOf(tag, value) }] : []
  })
}

function textOf(tag: number, value: TagValue | undefined): string {
  if (value === undefined) return ''
  const bytes = value instanceof Uint8Array ? value : undefined
  if (UTF16_TAGS.has(tag) && bytes) return utf16(bytes)
  const text = bytes ? decode(bytes) : typeof value === 'string' ? value : ''
  return text.replace(OWN_NAME, '')
}
