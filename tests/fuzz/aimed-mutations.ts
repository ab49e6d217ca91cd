import { deflateSync } from 'node:zlib'
import { pngChunk } from '../support/chunks'
import { LARGEST, type Mutation, together } from './mutate'
import type { Random } from './random'

/** Where four letters stand that may be the type of a chunk, a box or a tag's name. */
function typesIn(bytes: Uint8Array): number[] {
  const places: number[] = []
  let letters = 0
  for (let at = 0; at < Math.min(bytes.length, 256 * 1024); at++) {
    const byte = bytes[at] ?? 0
    const isLetter = (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a
    letters = isLetter || byte === 0x20 || byte === 0xa9 ? letters + 1 : 0
    if (letters >= 4) places.push(at - 3)
  }
  return places
}

function nearType(bytes: Uint8Array, random: Random): number {
  const places = typesIn(bytes)
  return places.length > 0 ? random.pick(places) : random.below(bytes.length)
}

/** A number of 16, 32 or 64 bits in front of or behind a type, or anywhere, becomes one that lies. */
export const lengthField: Mutation = (bytes, random) => {
  const at = random.pick([nearType(bytes, random) - 4, nearType(bytes, random) + 4, random.below(bytes.length)])
  const width = random.pick([2, 4, 4, 4, 8])
  if (at < 0 || at + width > bytes.length) return bytes
  const size = bytes.length
  const lie = random.pick([
    0,
    1,
    7,
    8,
    size - at,
    size,
    size + 1,
    2 ** 31 - 1,
    2 ** 31,
    2 ** 32 - 1,
    random.below(size),
  ])
  const view = new DataView(bytes.buffer)
  const littleEndian = random.below(2) === 1
  if (width === 2) view.setUint16(at, lie & 0xffff, littleEndian)
  else if (width === 4) view.setUint32(at, lie, littleEndian)
  else view.setBigUint64(at, (BigInt(random.pick([0, 1, 2 ** 21, 2 ** 31])) << 32n) | BigInt(lie), littleEndian)
  return bytes
}

/** A few bytes that begin at a type, or its length, come thousands of times. */
export const chunkBomb: Mutation = (bytes, random) => {
  const start = Math.max(0, nearType(bytes, random) - random.pick([0, 4]))
  const piece = bytes.subarray(start, start + random.pick([8, 12, 16, 24, 64]))
  const times = Math.min(random.pick([100, 10_000, 60_000]), Math.floor(LARGEST / piece.length))
  return together(bytes.subarray(0, start), ...Array.from({ length: times }, () => piece), bytes.subarray(start))
}

const BOXES = ['moov', 'trak', 'mdia', 'udta', 'meta', 'iprp', 'ipco', 'jumb', 'moof', 'mdat', 'free', 'uuid', 'Exif']

/** Boxes in boxes, thousands deep, or thousands of empty ones. */
export const boxBomb: Mutation = (bytes, random) => {
  const depth = random.pick([16, 200, 20_000])
  const type = random.pick(BOXES)
  const isNested = random.below(2) === 1
  const heads = Buffer.alloc(8 * depth)
  for (let level = 0; level < depth; level++) {
    heads.writeUInt32BE(isNested ? heads.length - 8 * level : 8, 8 * level)
    heads.write(type, 8 * level + 4, 'latin1')
  }
  const at = Math.max(0, nearType(bytes, random) - 4)
  return together(bytes.subarray(0, at), heads, bytes.subarray(at))
}

const ZEROS_PACKED = deflateSync(Buffer.alloc(64 * 1024 * 1024))
const BOMBS = ['zTXt', 'iTXt', 'iCCP'].map((type) => {
  const head = type === 'iTXt' ? 'Comment\0\x01\0\0\0' : 'Raw profile type exif\0\0'
  return pngChunk(type, Buffer.concat([Buffer.from(head, 'latin1'), ZEROS_PACKED]))
})

/** 64 MiB of zeros, packed into 64 KiB: in a PNG chunk behind IHDR, or anywhere. */
export const zlibBomb: Mutation = (bytes, random) => {
  const at = Math.min(bytes.length, random.pick([33, random.below(bytes.length)]))
  return together(bytes.subarray(0, at), random.pick(BOMBS), bytes.subarray(at))
}

/** Offsets of a TIFF structure, wherever one lies in the file, point back into it. */
export const ifdLoop: Mutation = (bytes, random) => {
  const text = Buffer.from(bytes.buffer)
  const start = random.pick([
    text.indexOf('II*\0', 'latin1'),
    text.indexOf('MM\0*', 'latin1'),
    text.indexOf('II+\0', 'latin1'),
  ])
  if (start < 0 || start + 8 > bytes.length) return bytes
  const littleEndian = bytes[start] === 0x49
  const view = new DataView(bytes.buffer)
  const first = start + view.getUint32(start + 4, littleEndian)
  if (first + 2 > bytes.length) return bytes
  const entries = Math.min(view.getUint16(first, littleEndian), 200)
  const behind = first + 2 + 12 * entries
  const places = [start + 4, behind, ...Array.from({ length: entries }, (_, entry) => first + 2 + 12 * entry + 8)]
  for (let left = 1 + random.below(3); left > 0; left--) {
    const place = random.pick(places)
    const target = random.pick([first - start, 0, 4, 8, behind - start, random.below(bytes.length)])
    if (place + 4 <= bytes.length) view.setUint32(place, target, littleEndian)
  }
  return bytes
}
