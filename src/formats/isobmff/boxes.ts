import { BOX_HEAD_BYTES as HEAD, LARGE_BOX_HEAD_BYTES as LARGE_HEAD, readBoxHead } from '../core/box-head'
import { Malformed, Uncheckable } from '../core/malformed'
import type { Content } from '../core/part'
import { latin1, Reader } from '../core/reader'
import type { Source } from '../core/source'

/** One box of an ISO base media file, or one atom of a QuickTime film: ISO/IEC 14496-12 §4.2. */
export interface Box {
  /** Four characters, ISO 8859-1. */
  readonly type: string
  /** Offsets from the start of the file: the box, what follows its head (and its user type, for a 'uuid'), its end. */
  readonly start: number
  readonly body: number
  readonly end: number
  /** The 16 bytes after the head of a 'uuid' box, as hexadecimal digits. */
  readonly userType?: string
}

/** Boxes that lie next to each other, and where they stop. */
export interface BoxRow {
  readonly boxes: readonly Box[]
  /** The end of the last box; what follows, up to the end of the range, is no box. */
  readonly rest: number
}

const USER_TYPE = 16

/** More boxes next to each other than any camera writes; an hour of fragments of half a second has 14,400. */
const MAX_BOXES = 64 * 1024

/** Rows that were walked already; many look for a box in the same place, one after another. */
const ROWS = new WeakMap<Source, Map<string, Promise<BoxRow>>>()

/**
 * The boxes inside another one, walked once a source. Fewer bytes than a head, or a length of zero (which ends a list in QuickTime), end the row.
 * @throws {Malformed} when a box is longer than what holds it.
 */
export function boxesIn(source: Source, start: number, end: number): Promise<BoxRow> {
  const rows = ROWS.get(source) ?? new Map<string, Promise<BoxRow>>()
  const key = `${start}-${end}`
  const known = rows.get(key)
  if (known) return known
  const row = walkBoxes(source, start, end)
  ROWS.set(source, rows.set(key, row))
  return row
}

async function walkBoxes(source: Source, start: number, end: number): Promise<BoxRow> {
  const boxes: Box[] = []
  let at = start
  while (end - at >= HEAD) {
    const box = await boxAt(source, at, end)
    if (!box || box.length === 0) break
    if (at + box.length > end) throw new Malformed(`box ${box.type} at ${at} is longer than what holds it`)
    at = pushBox(boxes, box, at, at + box.length)
  }
  return { boxes, rest: at }
}

/**
 * The boxes of a file. The last one may state no length, and media data may be cut short. Where no box begins, the row ends:
 * that is data after the end of the film or picture.
 * @throws {Malformed} when a box that the film or picture needs is cut short.
 */
export async function boxesOfFile(source: Source, needed: ReadonlySet<string>): Promise<BoxRow> {
  const boxes: Box[] = []
  let at = 0
  while (source.size - at >= HEAD) {
    const box = await boxAt(source, at, source.size)
    if (!box) break
    const fits = box.length > 0 && at + box.length <= source.size
    if (!fits && !needed.has(box.type)) break
    if (!fits && box.length > 0 && box.type !== 'mdat') throw new Malformed(`box ${box.type} at ${at} is cut short`)
    at = pushBox(boxes, box, at, fits ? at + box.length : source.size)
  }
  return { boxes, rest: at }
}

interface Head {
  readonly type: string
  /** Bytes of the whole box; 0: up to the end of the file. */
  readonly length: number
  readonly body: number
  readonly userType?: string
}

/** The head of the box at an offset, or null when no box can begin there. */
async function boxAt(source: Source, at: number, end: number): Promise<Head | null> {
  const bytes = await source.read(at, Math.min(at + LARGE_HEAD + USER_TYPE, end))
  const reader = new Reader(bytes)
  const found = readBoxHead(reader)
  if (!found) return null
  const { type, length } = found
  if (type !== 'uuid') return { type, length, body: at + found.head }
  const head = found.head + USER_TYPE
  if (reader.remaining < USER_TYPE || (length !== 0 && length < head)) return null
  return { type, length, body: at + head, userType: hexadecimal(reader.take(USER_TYPE)) }
}

function pushBox(boxes: Box[], { type, body, userType }: Head, start: number, end: number): number {
  if (boxes.length >= MAX_BOXES) throw new Uncheckable(`more than ${MAX_BOXES} boxes in a row`)
  if (body > end) throw new Malformed(`box ${type} at ${start} is shorter than its head`)
  boxes.push({ type, start, body, end, ...(userType !== undefined && { userType }) })
  return end
}

/** The bytes behind the head of a box. */
export async function bodyOf(source: Source, box: Box): Promise<Reader> {
  return new Reader(await source.read(box.body, box.end))
}

/**
 * The box of a type of which a row has one at most. Readers differ in which of two they believe, so that either could hide
 * something from one of them.
 * @throws {Malformed} when there are several.
 */
export function only(boxes: readonly Box[], type: string): Box | undefined {
  const [box, another] = boxes.filter((candidate) => candidate.type === type)
  if (another) throw new Malformed(`two boxes ${type} in one place`)
  return box
}

/** The box found by a path of types below a box, or undefined. */
export async function find(source: Source, box: Box, path: readonly string[]): Promise<Box | undefined> {
  let found: Box | undefined = box
  for (const type of path) {
    if (!found) return undefined
    found = only((await boxesIn(source, found.body, found.end)).boxes, type)
  }
  return found
}

/** A box of type 'free' with nothing but zeros in it, `length` bytes in all: ISO/IEC 14496-12 §8.1.2. */
export function freeBox(length: number): Content[] {
  const head = freeBoxHead(length)
  return [
    { kind: 'bytes', bytes: head },
    { kind: 'zeros', length: length - head.length },
  ]
}

/** Returns the 8 bytes in front of a 'free' box of `length` bytes in all; 16 where the length needs more than 32 bits. */
export function freeBoxHead(length: number): Uint8Array<ArrayBuffer> {
  // 'free'; byte by byte, because there is one of these for every box of a file, and a DataView takes ten times as long.
  if (length <= 0xffff_ffff)
    return Uint8Array.of(length >>> 24, length >>> 16, length >>> 8, length, 0x66, 0x72, 0x65, 0x65)
  const head = new Uint8Array(LARGE_HEAD)
  head.set([0, 0, 0, 1, 0x66, 0x72, 0x65, 0x65])
  new DataView(head.buffer).setBigUint64(8, BigInt(length))
  return head
}

/** Version and flags, the first four bytes of a full box: ISO/IEC 14496-12 §4.2.2. */
export function versionAndFlags(reader: Reader): { version: number; flags: number } {
  return { version: reader.u8(), flags: reader.u24() }
}

/** A string that ends in NUL or with the block, one character per byte. */
export function cString(reader: Reader): string {
  const rest = reader.take(reader.remaining)
  const nul = rest.indexOf(0)
  reader.seek(reader.position - rest.length + (nul < 0 ? rest.length : nul + 1))
  return latin1(nul < 0 ? rest : rest.subarray(0, nul))
}

function hexadecimal(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
