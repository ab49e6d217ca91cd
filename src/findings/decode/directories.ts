import { bytesOf, entryBytes, readEntry, readOffset } from '../../formats/core/ifd'
import { Malformed } from '../../formats/core/malformed'
import { Reader } from '../../formats/core/reader'
import { decode } from './display-text'

export type TagValue = string | number | readonly number[] | Uint8Array

export interface Entry {
  readonly tag: number
  readonly type: number
  readonly count: number
  /** Where the value lies in the block. */
  readonly at: number
}

export type DirectoryName = 'ifd0' | 'ifd1' | 'exif' | 'gps' | 'interop' | 'sub'

export interface Directory {
  readonly name: DirectoryName
  readonly tags: ReadonlyMap<number, TagValue>
  readonly entries: readonly Entry[]
}

/** Tags whose value is the offset of a directory. */
export const POINTERS: ReadonlyMap<number, DirectoryName> = new Map([
  [0x8769, 'exif'],
  [0x8825, 'gps'],
  [0xa005, 'interop'],
  [0x014a, 'sub'],
])

/** More than any real file has; a loop or a bomb ends here. */
const MAX_DIRECTORIES = 64
const MAX_ENTRIES = 1000

/**
 * One directory of a TIFF structure (TIFF 6.0 §2; `large` as in BigTIFF) and the offset of the next. Entries whose value lies
 * outside of the block are left out, unless `all` are asked for.
 */
export function readDirectory(
  reader: Reader,
  offset: number,
  { base = 0, large = false, all = false } = {},
): { entries: Entry[]; next: number; whole: boolean } {
  reader.seek(offset)
  const count = large ? reader.u64() : reader.u16()
  const entries: Entry[] = []
  let whole = count <= MAX_ENTRIES && count * entryBytes(large) <= reader.remaining
  for (let i = 0; i < Math.min(count, MAX_ENTRIES) && reader.remaining >= entryBytes(large); i++) {
    const { tag, type, count: values, isInline, valueAt } = readEntry(reader, large)
    const at = isInline ? valueAt : base + valueAt
    const bytes = bytesOf({ type, count: values })
    if (bytes > 0 && (all || (at >= 0 && at + bytes <= reader.length))) entries.push({ tag, type, count: values, at })
    else if (values > 0) whole = false
  }
  return { entries, next: reader.remaining >= (large ? 8 : 4) ? readOffset(reader, large) : 0, whole }
}

/** Values of more than this many numbers (strips, tables) say nothing about a person. */
const MAX_NUMBERS = 64

/**
 * Reads the value of an entry in the reader's byte order: text, bytes, one number or a list of numbers; undefined for a list of more than MAX_NUMBERS.
 * @throws {Malformed} when the value does not lie inside the block.
 */
export function readValue(reader: Reader, { type, count, at }: Entry): TagValue | undefined {
  reader.seek(at)
  if (type === 2) return decode(reader.take(count))
  if (type === 1 || type === 6 || type === 7) return reader.take(count)
  if (count > MAX_NUMBERS) return undefined
  const numbers = Array.from({ length: count }, () => readNumber(reader, type))
  return count === 1 ? numbers[0] : numbers
}

function readNumber(reader: Reader, type: number): number {
  switch (type) {
    case 3:
      return reader.u16()
    case 8:
      return (reader.u16() << 16) >> 16
    case 4:
    case 13:
      return reader.u32()
    case 9:
      return reader.u32() | 0
    case 5:
      return reader.u32() / reader.u32()
    case 10:
      return (reader.u32() | 0) / (reader.u32() | 0)
    case 11:
      return asFloat(reader, 4)
    case 12:
      return asFloat(reader, 8)
    case 16:
    case 18:
      return reader.u64()
    default:
      reader.take(bytesOf({ type, count: 1 }))
      return Number.NaN
  }
}

function asFloat(reader: Reader, bytes: 4 | 8): number {
  const { buffer, byteOffset } = reader.take(bytes)
  const view = new DataView(buffer, byteOffset, bytes)
  return bytes === 4 ? view.getFloat32(0, reader.littleEndian) : view.getFloat64(0, reader.littleEndian)
}

export interface Structure {
  readonly bytes: Uint8Array
  readonly littleEndian: boolean
  readonly directories: readonly Directory[]
  /** No entry points outside of the block, and not many to the same bytes, so a reader without bounds of its own may have it. */
  readonly whole: boolean
  /** BigTIFF, with 8-byte offsets. */
  readonly large: boolean
}

/**
 * All directories of a TIFF structure: the chain of pages, Exif, GPS, Interoperability and SubIFDs.
 * @throws {Malformed} when it does not begin like TIFF (§2) or its first directory cannot be read.
 */
export function walkDirectories(bytes: Uint8Array): Structure {
  const reader = new Reader(bytes)
  const order = reader.u16()
  if (order !== 0x4949 && order !== 0x4d4d) throw new Malformed('no TIFF byte order mark')
  reader.littleEndian = order === 0x4949
  const large = reader.u16() === 43
  if (large) reader.skip(4)
  const directories: Directory[] = []
  const seen = new Set<number>()
  let whole = true
  let valueBytes = 0
  const todo: { name: DirectoryName; offset: number }[] = [
    { name: 'ifd0', offset: large ? reader.u64() : reader.u32() },
  ]
  for (let step = todo.shift(); step && directories.length < MAX_DIRECTORIES; step = todo.shift()) {
    if (step.offset === 0 || seen.has(step.offset)) continue
    seen.add(step.offset)
    try {
      const { entries, next, whole: all } = readDirectory(reader, step.offset, { large })
      whole &&= all
      valueBytes += entries.reduce((sum, entry) => sum + bytesOf(entry), 0)
      const tags = new Map<number, TagValue>()
      for (const entry of entries) {
        const value = readValue(reader, entry)
        if (value !== undefined && !tags.has(entry.tag)) tags.set(entry.tag, value)
        const name = POINTERS.get(entry.tag)
        if (name) for (const offset of numbersOf(value)) todo.push({ name, offset })
      }
      directories.push({ name: step.name, tags, entries })
      if (step.name === 'ifd0' || step.name === 'ifd1') todo.push({ name: 'ifd1', offset: next })
    } catch (error) {
      if (!(error instanceof Malformed) || directories.length === 0) throw error
      whole = false
    }
  }
  return {
    bytes,
    littleEndian: reader.littleEndian,
    directories,
    whole: whole && valueBytes <= 2 * bytes.length,
    large,
  }
}

/**
 * Returns the value as a list of numbers: a single one as a list of one, bytes one by one (MAX_NUMBERS at most),
 * empty for text.
 */
export function numbersOf(value: TagValue | undefined): readonly number[] {
  if (typeof value === 'number') return [value]
  return Array.isArray(value) ? value : value instanceof Uint8Array ? [...value.subarray(0, MAX_NUMBERS)] : []
}
