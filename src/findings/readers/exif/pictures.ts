import type { Statement } from '../../clue'
import { type Directory, numbersOf } from '../../decode/directories'

const NEW_SUBFILE_TYPE = 0x00fe
const COMPRESSION = 0x0103
const STRIP_OFFSETS = 0x0111
const STRIP_BYTE_COUNTS = 0x0117
const JPEG_OFFSET = 0x0201
const JPEG_LENGTH = 0x0202
const TILE_OFFSETS = 0x0144

/** Tags by which a directory has pixels of its own. */
const PIXELS: ReadonlySet<number> = new Set([STRIP_OFFSETS, TILE_OFFSETS])

/** Values of Compression. */
const [OLD_JPEG, JPEG] = [6, 7]

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
): Statement[] {
  return directories.flatMap(({ name, tags, entries }): Statement[] => {
    if (name !== 'ifd1' && name !== 'sub') return []
    const [kind = 0] = numbersOf(tags.get(NEW_SUBFILE_TYPE))
    if (isFile && (kind & 1) === 0) return []
    const role = name === 'ifd1' ? 'thumbnail' : 'preview'
    const run = jpegOf(tags)
    if (!run) return entries.some(({ tag }) => PIXELS.has(tag)) ? [{ type: 'picture', role }] : []
    if (run.length === 0 || run.offset >= size) return []
    // Some cameras count a few bytes too many.
    return [{ type: 'picture', role, picture: blob(run.offset, Math.min(run.offset + run.length, size)) }]
  })
}

/** A JPEG by its own two tags, or as the only strip. */
function jpegOf(tags: Directory['tags']): { offset: number; length: number } | undefined {
  const [compression] = numbersOf(tags.get(COMPRESSION))
  const isStrip = !tags.has(JPEG_OFFSET) && (compression === OLD_JPEG || compression === JPEG)
  const [offset] = numbersOf(tags.get(isStrip ? STRIP_OFFSETS : JPEG_OFFSET))
  const [length, ...others] = numbersOf(tags.get(isStrip ? STRIP_BYTE_COUNTS : JPEG_LENGTH))
  // Offsets can be written as fractions and below zero.
  return isWhole(offset) && isWhole(length) && others.length === 0 ? { offset, length } : undefined
}

const isWhole = (value: number | undefined): value is number => Number.isSafeInteger(value) && Number(value) >= 0
