import { bytesOf, readOffset, readEntry as readTag } from '../core/ifd'
import { Malformed, Uncheckable } from '../core/malformed'
import { Reader } from '../core/reader'
import type { Source } from '../core/source'

/** One tag: TIFF 6.0 §2. */
export interface Entry {
  readonly tag: number
  /** Where the entry itself lies, and where its value does: inside the entry when it is small. */
  readonly start: number
  readonly end: number
  readonly valueStart: number
  readonly valueEnd: number
  readonly isInline: boolean
  readonly type: number
  readonly count: number
}

/** An image file directory. */
export interface Directory {
  readonly start: number
  /** Where the entries begin, where the offset of the next directory lies, and where the table ends. */
  readonly firstEntry: number
  readonly nextAt: number
  readonly end: number
  readonly entries: readonly Entry[]
  /** Offset of the next directory; 0: none. */
  readonly next: number
}

/** What differs between TIFF and BigTIFF, and between byte orders. */
export interface Layout {
  readonly littleEndian: boolean
  readonly isBig: boolean
  /** Bytes of the header, of an offset, of the number of entries and of an entry. */
  readonly header: number
  readonly offset: number
  readonly count: number
  readonly entry: number
  readonly firstDirectory: number
}

const CLASSIC = { isBig: false, header: 8, offset: 4, count: 2, entry: 12 }
const BIG = { isBig: true, header: 16, offset: 8, count: 8, entry: 20 }

/** TIFF 6.0 §2, "Image File Header", and the BigTIFF design of libtiff. */
export async function readHeader(source: Source): Promise<Layout> {
  const reader = new Reader(await source.read(0, Math.min(16, source.size)))
  const littleEndian = reader.latin1(2) === 'II'
  reader.littleEndian = littleEndian
  const shape = reader.u16() === 43 ? BIG : CLASSIC
  if (shape.isBig && (reader.u16() !== 8 || reader.u16() !== 0)) throw new Malformed('a BigTIFF with odd offsets')
  return { ...shape, littleEndian, firstDirectory: readOffset(reader, shape.isBig) }
}

/** More tags than any program writes into one directory. */
const MAX_ENTRIES = 4096

/**
 * Reads the image file directory (TIFF 6.0 §2, or BigTIFF) that begins at byte `start`, in the file's byte order.
 * @throws {Malformed} when it lies outside the file or has more than MAX_ENTRIES entries.
 */
export async function readDirectory(source: Source, layout: Layout, start: number): Promise<Directory> {
  const firstEntry = start + layout.count
  const head = reading(await source.read(start, firstEntry), layout)
  const length = layout.isBig ? head.u64() : head.u16()
  if (length > MAX_ENTRIES) throw new Uncheckable(`a directory of ${length} tags`)
  const nextAt = firstEntry + length * layout.entry
  const end = nextAt + layout.offset
  // Some writers leave out the last offset at the end of a file.
  const isCut = end > source.size && nextAt <= source.size
  const reader = reading(await source.read(firstEntry, isCut ? nextAt : end), layout)
  const entries = Array.from({ length }, (_, index) => readEntry(reader, layout, firstEntry + index * layout.entry))
  return {
    start,
    firstEntry,
    nextAt,
    end: isCut ? nextAt : end,
    entries,
    next: isCut ? 0 : readOffset(reader, layout.isBig),
  }
}

function readEntry(reader: Reader, layout: Layout, start: number): Entry {
  const { tag, type, count, isInline, valueAt } = readTag(reader, layout.isBig)
  const end = start + layout.entry
  const valueStart = isInline ? end - layout.offset : valueAt
  return { tag, type, count, start, end, isInline, valueStart, valueEnd: valueStart + bytesOf({ type, count }) }
}

function reading(bytes: Uint8Array, { littleEndian }: Layout): Reader {
  return new Reader(bytes, littleEndian)
}

/** The whole numbers of an entry: SHORT, LONG, LONG8, IFD, IFD8. @throws {Malformed} for other types and values outside of the file. */
export async function numbersOf(source: Source, layout: Layout, entry: Entry): Promise<number[]> {
  const reader = reading(await source.read(entry.valueStart, entry.valueEnd), layout)
  const read = READS[entry.type]
  if (!read) throw new Malformed(`tag ${entry.tag} has type ${entry.type} instead of whole numbers`)
  return Array.from({ length: entry.count }, () => read(reader))
}

const u32 = (reader: Reader) => reader.u32()
const u64 = (reader: Reader) => reader.u64()
const READS: Readonly<Record<number, (reader: Reader) => number>> = {
  3: (reader) => reader.u16(),
  4: u32,
  13: u32,
  16: u64,
  18: u64,
}

/** The first number of a tag, or undefined when the directory does not have it. */
export async function numberIn(
  source: Source,
  layout: Layout,
  directory: Directory,
  tag: number,
): Promise<number | undefined> {
  const entry = directory.entries.find((candidate) => candidate.tag === tag)
  return entry && (await numbersOf(source, layout, { ...entry, ...firstOf(entry) }))[0]
}

function firstOf({ type, count, valueStart }: Entry): Pick<Entry, 'count' | 'valueEnd'> {
  return { count: Math.min(count, 1), valueEnd: valueStart + bytesOf({ type, count: Math.min(count, 1) }) }
}
