import { bytesOf } from '../../../formats/core/ifd'
import { Malformed } from '../../../formats/core/malformed'
import { Reader, startsWith } from '../../../formats/core/reader'
import type { Statement } from '../../clue'
import { numbersOf, readDirectory, readValue, type Structure } from '../../decode/directories'
import { saidInBytes } from '../../values/by-bytes'
import { previewsIn } from './previews'
import { reconyxSerial } from './reconyx'
import type { Vendor } from './vendor'
import { VENDORS } from './vendors'

const MAKE = 0x010f
const MODEL = 0x0110
const MAKER_NOTE = 0x927c

/**
 * Returns serial numbers, owners, people, places and previews from the notes that makers write in formats of their own (Exif 3.0 §4.6.6,
 * MakerNote). A note that cannot be read says nothing.
 */
export function makerNoteClues({ bytes, littleEndian, directories }: Structure): Statement[] {
  const said = (tag: number) =>
    String(directories.map(({ tags }) => tags.get(tag)).find((value) => typeof value === 'string') ?? '')
  const [make, model] = [said(MAKE), said(MODEL).trim()]
  return directories.flatMap(({ entries }) =>
    entries.flatMap((entry) => {
      if (entry.tag !== MAKER_NOTE) return []
      try {
        return noteClues({ bytes, littleEndian, start: entry.at, length: entry.count, make, model })
      } catch (error) {
        if (error instanceof Malformed) return []
        throw error
      }
    }),
  )
}

/** What is looked through for texts; longer notes hold previews and tables. */
const MAX_NOTE_BYTES = 64 * 1024

interface Note {
  readonly bytes: Uint8Array
  readonly littleEndian: boolean
  readonly start: number
  readonly length: number
  readonly make: string
  readonly model: string
}

function noteClues(note: Note): Statement[] {
  const own = note.bytes.subarray(note.start, note.start + Math.min(note.length, MAX_NOTE_BYTES))
  const vendor = VENDORS.find(
    ({ signatures, make, model }) =>
      signatures.some((text) => startsWith(own, text)) &&
      (!make || make.test(note.make)) &&
      (!model || model.test(note.model)),
  )
  return [...(vendor ? directoryClues(note, vendor) : reconyxSerial(own)), ...saidInBytes(own)]
}

function directoryClues(note: Note, vendor: Vendor): Statement[] {
  const from = vendor.offsetsFrom === 'exif' ? 0 : note.start + vendor.offsetsFrom
  const reader = new Reader(note.bytes.subarray(from), vendor.littleEndian ?? note.littleEndian)
  const at = directoryStart(reader, note.start - from, vendor)
  const base = vendor.offsetsFrom === 'exif' ? moved(reader, at, note.start + note.length) : 0
  return [...fieldClues(reader, at, vendor, base), ...previewsIn(reader, at, vendor.previews ?? [], base)]
}

/**
 * How far an editor moved the note without correcting its offsets. Values follow the directory, so where fewer of them lie
 * inside of the note than would if the first one began right behind the directory, they are counted from there.
 */
function moved(reader: Reader, at: number, end: number): number {
  const directoryEnd = at + 2 + 12 * reader.seek(at).u16()
  const behind = directoryEnd + 4
  const values = readDirectory(reader, at, { all: true })
    .entries.map((entry) => ({ start: entry.at, end: entry.at + bytesOf(entry) }))
    .filter(({ start }) => start < at || start >= directoryEnd)
  const shift = behind - Math.min(...values.map(({ start }) => start))
  const inside = (by: number) => values.filter((value) => value.start + by >= behind && value.end + by <= end).length
  return values.length > 0 && inside(shift) > inside(0) ? shift : 0
}

function directoryStart(reader: Reader, note: number, { directory }: Vendor): number {
  if (directory === 'header') {
    reader.littleEndian = reader.u16() === 0x4949
    return reader.skip(2).u32()
  }
  const start = directory === 'pointer' ? note + reader.seek(note + 8).u32() : note + directory
  // The order of bytes is the Exif block's or not, whatever the note's head says: a directory has few entries.
  if (reader.seek(start).u16() > 255) reader.littleEndian = !reader.littleEndian
  return start
}

function fieldClues(
  reader: Reader,
  offset: number,
  { tags, inner }: Pick<Vendor, 'tags' | 'inner'>,
  base: number,
): Statement[] {
  return readDirectory(reader, offset, { base }).entries.flatMap((entry): Statement[] => {
    const deeper = inner?.get(entry.tag)
    if (deeper) {
      const pointer = entry.count === 1 ? numbersOf(readValue(reader, entry))[0] : entry.at
      return pointer === undefined ? [] : fieldClues(reader, pointer, { tags: deeper }, base)
    }
    const field = tags.get(entry.tag)
    const value = field && readValue(reader, entry)
    return field && value !== undefined ? field(value) : []
  })
}
