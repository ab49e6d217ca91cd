import { findEntry, offsetIn } from '../core/ifd'
import { Malformed } from '../core/malformed'
import { Reader } from '../core/reader'

/** One picture of a multi-picture file; CIPA DC-007 §5.2.3.3. */
export interface MpfImage {
  /** Flags, format and type as stored. */
  readonly attribute: number
  /** Bytes. */
  readonly size: number
  /** From the byte order mark of the MPF block; 0 for the first picture. */
  readonly offset: number
}

const IDENTIFIER = [0x4d, 0x50, 0x46, 0]
const TAG = { version: 0xb000, count: 0xb001, entries: 0xb002 }
const ENTRY_BYTES = 16
/** A few more than any camera writes. */
const MAX_IMAGES = 64

/** MP type, in the low 24 bits of the attribute; CIPA DC-007 table 4. */
const TYPE = 0x00ffffff
const STEREO = 0x020002
const THUMBNAILS = [0x010001, 0x010002, 0x010003, 0x010004, 0x010005]

/** Returns what a picture that MPF lists is for (CIPA DC-007 §5.2.3.3.1), or null where its type does not say. */
export function roleOf({ attribute }: MpfImage): 'stereo picture' | 'preview' | null {
  const type = attribute & TYPE
  if (type === STEREO) return 'stereo picture'
  return THUMBNAILS.includes(type) ? 'preview' : null
}

/** The pictures that an APP2 payload with identifier 'MPF\0' lists; none when it is broken. */
export function readMpf(payload: Uint8Array): MpfImage[] {
  try {
    return readEntries(new Reader(payload.subarray(IDENTIFIER.length)))
  } catch (error) {
    if (error instanceof Malformed) return []
    throw error
  }
}

function readEntries(reader: Reader): MpfImage[] {
  reader.littleEndian = reader.latin1(2) === 'II'
  const entries = findEntry(reader, reader.skip(2).u32(), TAG.entries)
  if (!entries) return []
  reader.seek(offsetIn(reader, entries))
  const count = Math.min(Math.floor(entries.count / ENTRY_BYTES), MAX_IMAGES)
  return Array.from({ length: count }, () => {
    const image = { attribute: reader.u32(), size: reader.u32(), offset: reader.u32() }
    reader.skip(4)
    return image
  })
}

/** Bytes between the start of the payload and the byte order mark from which offsets count. */
export const MPF_ORIGIN = IDENTIFIER.length

/** Returns the bytes of the APP2 payload that `writeMpf` makes for so many pictures, its identifier 'MPF\0' included. */
export function mpfLength(images: number): number {
  return IDENTIFIER.length + 50 + images * ENTRY_BYTES
}

/** An APP2 payload that lists these pictures and nothing else: big-endian, one IFD of three tags. */
export function writeMpf(images: readonly MpfImage[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(mpfLength(images.length))
  bytes.set(IDENTIFIER)
  const view = new DataView(bytes.buffer, IDENTIFIER.length)
  let at = 0
  const u16 = (value: number) => {
    view.setUint16(at, value)
    at += 2
  }
  const u32 = (value: number) => {
    view.setUint32(at, value)
    at += 4
  }
  u32(0x4d4d002a)
  u32(8)
  u16(3)
  const field = (tag: number, type: number, count: number, value: number) => {
    u16(tag)
    u16(type)
    u32(count)
    u32(value)
  }
  const UNDEFINED = 7
  const LONG = 4
  field(TAG.version, UNDEFINED, 4, 0x30313030)
  field(TAG.count, LONG, 1, images.length)
  field(TAG.entries, UNDEFINED, images.length * ENTRY_BYTES, 50)
  u32(0)
  for (const image of images) {
    u32(image.attribute)
    u32(image.size)
    u32(image.offset)
    u32(0)
  }
  return bytes
}
