import { bytesOf } from '../../../formats/core/ifd'
import type { Reader } from '../../../formats/core/reader'
import type { Statement } from '../../clue'
import { type Entry, numbersOf, readDirectory, readValue } from '../../decode/directories'

/** Tags by which a note tells of a small copy of the picture: where it starts and how long it is, or the bytes themselves. */
export interface PreviewTags {
  /** The tag of the directory inside of the note that has them, where it is not the note's own. */
  readonly inside?: number
  readonly start?: number
  readonly length?: number
  readonly bytes?: number
}

/** A picture may begin behind a head of the maker's own, whose first byte of JPEG some cameras leave empty. */
const MAX_HEAD_BYTES = 64

/**
 * Returns the previews that lie inside of the Exif block; one that a tag points to elsewhere is found where it lies.
 * @param directory where the note's directory is in the reader.
 * @param base by how much the offsets in it are off.
 */
export function previewsIn(reader: Reader, directory: number, tags: readonly PreviewTags[], base: number): Statement[] {
  if (tags.length === 0) return []
  const own = readDirectory(reader, directory, { base }).entries
  return tags.flatMap(({ inside, start, length, bytes }): Statement[] => {
    const entries = inside === undefined ? own : entriesBehind(reader, own, inside, base)
    const number = (tag: number | undefined) => numbersOf(tagValue(reader, entries, tag))[0] ?? 0
    const data = entries.find(({ tag }) => tag === bytes)
    const at = data ? data.at : number(start) + base
    const picture = jpegAt(reader, at, data ? bytesOf(data) : number(length))
    return picture ? [{ type: 'picture', role: 'preview', picture }] : []
  })
}

function entriesBehind(reader: Reader, entries: readonly Entry[], tag: number, base: number): readonly Entry[] {
  const entry = entries.find((one) => one.tag === tag)
  if (!entry) return []
  const pointer = entry.count === 1 ? numbersOf(readValue(reader, entry))[0] : entry.at
  return pointer === undefined ? [] : readDirectory(reader, pointer + (entry.count === 1 ? base : 0), { base }).entries
}

function tagValue(reader: Reader, entries: readonly Entry[], tag: number | undefined) {
  const entry = entries.find((one) => one.tag === tag)
  return entry && readValue(reader, entry)
}

/** The JPEG at this place, from its first byte on; null where there is none. */
function jpegAt(reader: Reader, at: number, length: number): Blob | null {
  if (!(at > 0 && length > 8 && at + length <= reader.length)) return null
  const bytes = Uint8Array.from(reader.seek(at).take(length))
  const end = Math.min(MAX_HEAD_BYTES, length - 3)
  for (let begin = 0; begin < end; begin++) {
    if (bytes[begin + 1] !== 0xd8 || bytes[begin + 2] !== 0xff) continue
    if (bytes[begin] !== 0xff && bytes[begin] !== 0) continue
    bytes[begin] = 0xff
    return new Blob([bytes.subarray(begin)])
  }
  return null
}
