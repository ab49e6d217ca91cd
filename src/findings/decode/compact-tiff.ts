import { bytesOf } from '../../formats/core/ifd'
import { Malformed } from '../../formats/core/malformed'
import { Reader } from '../../formats/core/reader'
import { type Entry, POINTERS, readDirectory } from './directories'

/** Longer values are pixels, tables of them, or blocks that the walkers hand over by themselves. */
const MAX_VALUE_BYTES = 256 * 1024
const MAX_BYTES = 4 * 1024 * 1024
const MAX_DIRECTORIES = 64
/** Room for a directory with as many entries as any reader here takes, in TIFF and in BigTIFF. */
const DIRECTORY_WINDOW = 2 + 1000 * 20 + 8

/** XMP, IPTC, Photoshop resources, ICC profile. */
const ELSEWHERE: ReadonlySet<number> = new Set([0x02bc, 0x83bb, 0x8649, 0x8773])

/** Bytes `start` to `end` of a structure, as many of them as there are. */
export type Read = (start: number, end: number) => Promise<Uint8Array>

interface Kept {
  readonly entry: Pick<Entry, 'tag' | 'type' | 'count'>
  readonly value: Uint8Array
  /** Offsets in the file of the directories that a pointer names. */
  readonly targets: readonly number[]
}

interface KeptDirectory {
  readonly entries: readonly Kept[]
  readonly next: number
}

/**
 * A small TIFF structure with the directories of a large one, but without its pixels: a TIFF file may hold gigabytes and keep its
 * directories behind them. Values are copied byte for byte, so offsets inside of them (strips, maker notes) still
 * count from the start of the large one. BigTIFF becomes TIFF.
 * @throws {Malformed} when it is no TIFF structure, or its first directory is broken.
 */
export async function compactTiff(read: Read): Promise<Uint8Array<ArrayBuffer>> {
  const head = new Reader(await read(0, 16))
  const order = head.u16()
  if (order !== 0x4949 && order !== 0x4d4d) throw new Malformed('no TIFF byte order mark')
  const littleEndian = order === 0x4949
  head.littleEndian = littleEndian
  const large = head.u16() === 43
  const first = large ? head.skip(4).u64() : head.u32()
  const directories = await collect(read, first, { littleEndian, large })
  return write(directories, first, littleEndian)
}

interface Layout {
  readonly littleEndian: boolean
  readonly large: boolean
}

async function collect(read: Read, first: number, layout: Layout): Promise<Map<number, KeptDirectory>> {
  const out = new Map<number, KeptDirectory>()
  const todo = [first]
  let total = 0
  for (let offset = todo.shift(); offset !== undefined && out.size < MAX_DIRECTORIES; offset = todo.shift()) {
    if (offset === 0 || out.has(offset)) continue
    try {
      const directory = await keep(read, offset, layout)
      total += directory.entries.reduce((sum, { value }) => sum + value.length, 0)
      if (total > MAX_BYTES) break
      out.set(offset, directory)
      todo.push(directory.next, ...directory.entries.flatMap(({ targets }) => targets))
    } catch (error) {
      // A broken directory behind the first is left out, as readers of the whole structure do.
      if (!(error instanceof Malformed) || out.size === 0) throw error
    }
  }
  return out
}

async function keep(read: Read, offset: number, { littleEndian, large }: Layout): Promise<KeptDirectory> {
  const window = new Reader(await read(offset, offset + DIRECTORY_WINDOW), littleEndian)
  const { entries, next } = readDirectory(window, 0, { large, all: true })
  const kept: Kept[] = []
  for (const entry of entries) {
    const length = bytesOf(entry)
    if (length > MAX_VALUE_BYTES || ELSEWHERE.has(entry.tag)) continue
    const isInline = length <= (large ? 8 : 4)
    const value = isInline ? window.seek(entry.at).take(length) : await read(entry.at, entry.at + length)
    if (value.length < length) continue
    const targets = POINTERS.has(entry.tag) ? offsetsIn(value, entry, littleEndian) : []
    kept.push({ entry, value: value.slice(), targets })
  }
  return { entries: kept, next }
}

function offsetsIn(value: Uint8Array, { type, count }: Pick<Entry, 'type' | 'count'>, littleEndian: boolean): number[] {
  const reader = new Reader(value, littleEndian)
  const isWide = bytesOf({ type, count: 1 }) === 8
  return bytesOf({ type, count: 1 }) < 4
    ? []
    : Array.from({ length: count }, () => (isWide ? reader.u64() : reader.u32()))
}

const LONG = 4
const HEAD = 8

/** Directories one after the other, each followed by its values; pointers and the chain get the new offsets. */
function write(
  directories: ReadonlyMap<number, KeptDirectory>,
  first: number,
  littleEndian: boolean,
): Uint8Array<ArrayBuffer> {
  const places = new Map<number, number>()
  let length = HEAD
  for (const [offset, { entries }] of directories) {
    places.set(offset, length)
    length += 2 + 12 * entries.length + 4 + entries.reduce((sum, kept) => sum + roomFor(kept), 0)
  }
  const bytes = new Uint8Array(length)
  const view = new DataView(bytes.buffer)
  const place = (offset: number) => places.get(offset) ?? 0
  view.setUint16(0, littleEndian ? 0x4949 : 0x4d4d)
  view.setUint16(2, 42, littleEndian)
  view.setUint32(4, place(first), littleEndian)
  for (const [offset, { entries, next }] of directories) {
    let at = place(offset)
    view.setUint16(at, entries.length, littleEndian)
    let valueAt = at + 2 + 12 * entries.length + 4
    at += 2
    for (const kept of entries) {
      const { tag, type, count } = kept.entry
      const isPointer = kept.targets.length > 0
      const value = isPointer ? longs(kept.targets.map(place), littleEndian) : kept.value
      view.setUint16(at, tag, littleEndian)
      view.setUint16(at + 2, isPointer ? LONG : type, littleEndian)
      view.setUint32(at + 4, count, littleEndian)
      const room = roomFor(kept)
      if (room > 0) view.setUint32(at + 8, valueAt, littleEndian)
      bytes.set(value, room > 0 ? valueAt : at + 8)
      valueAt += room
      at += 12
    }
    view.setUint32(at, place(next), littleEndian)
  }
  return bytes
}

function roomFor({ value, targets }: Kept): number {
  const length = targets.length > 0 ? 4 * targets.length : value.length
  return length > 4 ? length : 0
}

function longs(values: readonly number[], littleEndian: boolean): Uint8Array {
  const bytes = new Uint8Array(4 * values.length)
  const view = new DataView(bytes.buffer)
  values.forEach((value, index) => {
    view.setUint32(4 * index, value, littleEndian)
  })
  return bytes
}
