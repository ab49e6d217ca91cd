import { concat, latin1Bytes, u32be, u32le } from '../../src/formats/core/bytes'
import { type MpfImage, writeMpf } from '../../src/formats/jpeg/mpf'
import { box } from './chunks'

/** Builders for small JPEG cases. Texts are taken as ISO 8859-1. */
type Data = string | Uint8Array

const bytesOf = (data: Data) => (typeof data === 'string' ? latin1Bytes(data) : data)

/** A segment of marker, length and payload. */
export function jpegSegment(code: number, payload: Data): Uint8Array<ArrayBuffer> {
  const bytes = bytesOf(payload)
  const length = bytes.length + 2
  return concat(Uint8Array.of(0xff, code, length >> 8, length & 0xff), bytes)
}

export const exifSegment = (tiff: Uint8Array) => jpegSegment(0xe1, concat(latin1Bytes('Exif\0\0'), tiff))
export const xmpSegment = (xml: string) => jpegSegment(0xe1, `http://ns.adobe.com/xap/1.0/\0${xml}`)

/** A JPEG with segments put in behind SOI. */
export function withSegments(jpeg: Uint8Array, ...segments: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  return concat(jpeg.subarray(0, 2), ...segments, jpeg.subarray(2))
}

/** Where the markers with this code stand, found by a plain search: only for pictures whose other segments are known. */
export function markers(jpeg: Uint8Array, code: number): number[] {
  return [...jpeg.keys()].filter((at) => jpeg[at] === 0xff && jpeg[at + 1] === code)
}

/** Pictures one behind the other, the first with an MPF segment that says so; `attributes` has one entry a picture. */
export function multiPicture(pictures: readonly Uint8Array[], attributes: readonly number[]): Uint8Array<ArrayBuffer> {
  const [first = new Uint8Array(0), ...others] = pictures
  const segmentOf = (images: MpfImage[]) => jpegSegment(0xe2, writeMpf(images))
  const blank = attributes.map((attribute) => ({ attribute, size: 0, offset: 0 }))
  const firstSize = first.length + segmentOf(blank).length
  /** SOI, marker, length and 'MPF\0' stand before the byte order mark. */
  const origin = 10
  let at = firstSize
  const images = attributes.map((attribute, index) => {
    const size = index === 0 ? firstSize : (others[index - 1]?.length ?? 0)
    const image = { attribute, size, offset: index === 0 ? 0 : at - origin }
    if (index > 0) at += size
    return image
  })
  return concat(withSegments(first, segmentOf(images)), ...others)
}

/** A film as short as can be: where and when it was taken, and some data that a player would not understand. */
export function film(): Uint8Array<ArrayBuffer> {
  const mvhd = box('mvhd', concat(u32be(0), u32be(3_800_000_000), u32be(3_800_000_000), new Uint8Array(88)))
  const place = box('\xa9xyz', concat(Uint8Array.of(0, 18, 0x15, 0xc7), latin1Bytes('+45.7772+004.8552/')))
  const moov = box('moov', concat(mvhd, box('udta', place)))
  return concat(box('ftyp', 'isom\0\0\0\0isommp42'), moov, box('mdat', 'Lina laughs. '.repeat(40)))
}

/** Samsung's trailer: each entry a name and data, then the directory SEFH, its length, and SEFT. */
export function samsungTrailer(entries: readonly (readonly [type: number, name: string, data: Uint8Array])[]) {
  const blocks = entries.map(([type, name, data]) =>
    concat(Uint8Array.of(0, 0, type & 0xff, type >> 8), u32le(name.length), latin1Bytes(name), data),
  )
  const total = blocks.reduce((sum, block) => sum + block.length, 0)
  let at = 0
  const directory = entries.map(([type], index) => {
    const length = blocks[index]?.length ?? 0
    const entry = concat(Uint8Array.of(0, 0, type & 0xff, type >> 8), u32le(total - at), u32le(length))
    at += length
    return entry
  })
  const head = concat(latin1Bytes('SEFH'), u32le(101), u32le(entries.length), ...directory)
  return concat(...blocks, head, u32le(head.length), latin1Bytes('SEFT'))
}
