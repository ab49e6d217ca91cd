import { Malformed } from '../core/malformed'
import type { Content } from '../core/part'
import type { Source } from '../core/source'

/** One element of an EBML document: RFC 8794 §4. */
export interface Element {
  /** With the marker bits of its length, as specifications write it: 0x1A45DFA3. */
  readonly id: number
  /** Offsets from the start of the file: the element, what follows its head, its end. */
  readonly start: number
  readonly body: number
  readonly end: number
  /** Whether its size is unknown, as in recordings that were written while they went on; `end` is then that of what holds it. */
  readonly isOpen: boolean
}

/** An id of four bytes and a size of eight. */
const MAX_HEAD_BYTES = 12

/**
 * Reads the head of the element at an offset.
 * @param limit where the element that holds it ends.
 * @throws {Malformed} when no element can begin there, or when it is longer than what holds it.
 */
export async function elementAt(source: Source, start: number, limit: number): Promise<Element> {
  const bytes = await source.read(start, Math.min(start + MAX_HEAD_BYTES, limit))
  const idLength = lengthOf(bytes[0])
  if (idLength > 4) throw new Malformed(`no element at ${start}`)
  let id = 0
  for (let at = 0; at < idLength; at++) id = id * 256 + (bytes[at] ?? 0)
  const first = bytes[idLength]
  const sizeLength = lengthOf(first)
  if (idLength + sizeLength > bytes.length) throw new Malformed(`the head of an element at ${start} is cut short`)
  let size = (first ?? 0) & (0xff >> sizeLength)
  let isOpen = size === 0xff >> sizeLength
  for (let at = 1; at < sizeLength; at++) {
    const byte = bytes[idLength + at] ?? 0
    isOpen &&= byte === 0xff
    size = size * 256 + byte
  }
  const body = start + idLength + sizeLength
  const end = isOpen ? limit : body + size
  if (end > limit) throw new Malformed(`element ${id.toString(16)} at ${start} is longer than what holds it`)
  return { id, start, body, end, isOpen }
}

/** Bytes of a number of variable length, by its first one: RFC 8794 §4.1. More than 8: none begins there. */
function lengthOf(first: number | undefined): number {
  return first === undefined ? 9 : Math.clz32(first) - 23
}

const VOID = 0xec
const LONG_HEAD = 9

/** Returns a Void element of `length` bytes in all, at least 2, with nothing but zeros in it: RFC 8794 §11.3.2. */
export function voidElement(length: number): Content[] {
  if (length < 2) throw new Error('no Void is that short')
  const isLong = length >= LONG_HEAD
  const head = new Uint8Array(isLong ? LONG_HEAD : 2)
  head[0] = VOID
  if (isLong) new DataView(head.buffer).setBigUint64(1, 0x0100_0000_0000_0000n | BigInt(length - LONG_HEAD))
  else head[1] = 0x80 | (length - 2)
  return [
    { kind: 'bytes', bytes: head },
    { kind: 'zeros', length: length - head.length },
  ]
}

/** Reads an unsigned integer of up to 8 bytes, most significant first; 0 where there is none. @throws {Malformed} when it is longer. */
export async function unsignedIn(source: Source, { body, end }: Element): Promise<number> {
  if (end - body > 8) throw new Malformed('a number of more than 8 bytes')
  let value = 0
  for (const byte of await source.read(body, end)) value = value * 256 + byte
  return value
}
