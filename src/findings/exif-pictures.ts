import type { Said } from './clue'
import { type Directory, numbersOf } from './directories'

const NEW_SUBFILE_TYPE = 0x00fe
const COMPRESSION = 0x0103
const STRIP_OFFSETS = 0x0111
const STRIP_BYTE_COUNTS = 0x0117
const JPEG_OFFSET = 0x0201
const JPEG_LENGTH = 0x0202

/**
 * Smaller copies of the picture inside a TIFF structure: the thumbnail of Exif 3.0 §4.5.8 and previews in SubIFDs.
 * @param size bytes of the structure.
 * @param isFile the structure is a TIFF file, where a further directory is a page unless it calls itself a reduced copy.
 */
export function pictureClues(
  directories: readonly Directory[],
  size: number,
  isFile: boolean,
  blob: (start: number, end: number) => Blob,
): Said[] {
  return directories.flatMap(({ name, tags }): Said[] => {
    if (name !== 'ifd1' && name !== 'sub') return []
    const [kind = 0] = numbersOf(tags.get(NEW_SUBFILE_TYPE))
    if (isFile && (kind & 1) === 0) return []
    const run = jpegOf(tags) ?? stripOf(tags)
    if (!run || run.length === 0 || run.offset >= size) return []
    // Some cameras count a few bytes too many.
    const picture = blob(run.offset, Math.min(run.offset + run.length, size))
    return [{ says: 'picture', role: name === 'ifd1' ? 'thumbnail' : 'preview', picture }]
  })
}

function jpegOf(tags: Directory['tags']) {
  const [offset] = numbersOf(tags.get(JPEG_OFFSET))
  const [length] = numbersOf(tags.get(JPEG_LENGTH))
  return offset === undefined || length === undefined ? undefined : { offset, length }
}

/** An uncompressed thumbnail or a JPEG preview in a strip. */
function stripOf(tags: Directory['tags']) {
  const offsets = numbersOf(tags.get(STRIP_OFFSETS))
  const lengths = numbersOf(tags.get(STRIP_BYTE_COUNTS))
  const [offset] = offsets
  if (offset === undefined || lengths.length === 0 || !tags.has(COMPRESSION)) return undefined
  return { offset, length: lengths.reduce((sum, length) => sum + length, 0) }
}
