import { concat, latin1Bytes, u32be, u32le } from '../../src/formats/core/bytes'
import { crc32 } from '../../src/formats/core/crc32'

/** Builders for small byte cases, one chunk or block of a container each. Texts are taken as ISO 8859-1. */
type Data = string | Uint8Array

export const bytesOf = (data: Data): Uint8Array<ArrayBuffer> =>
  typeof data === 'string' ? latin1Bytes(data) : Uint8Array.from(data)

/** A PNG chunk with length and CRC. */
export function pngChunk(type: string, data: Data): Uint8Array<ArrayBuffer> {
  const typed = concat(latin1Bytes(type), bytesOf(data))
  return concat(u32be(typed.length - 4), typed, u32be(crc32(typed)))
}

export function pngOf(...chunks: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  return concat(latin1Bytes('\x89PNG\r\n\x1a\n'), ...chunks)
}

/** A PNG with chunks put in behind IHDR. */
export function withPngChunks(png: Uint8Array, ...chunks: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const behindHead = 8 + 25
  return concat(png.subarray(0, behindHead), ...chunks, png.subarray(behindHead))
}

/** A RIFF chunk with the padding byte behind an odd payload. */
export function riffChunk(type: string, data: Data): Uint8Array<ArrayBuffer> {
  const payload = bytesOf(data)
  return concat(latin1Bytes(type), u32le(payload.length), payload, new Uint8Array(payload.length & 1))
}

export function webpOf(...chunks: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const payload = concat(latin1Bytes('WEBP'), ...chunks)
  return concat(latin1Bytes('RIFF'), u32le(payload.length), payload)
}

/** The chunks of a WebP, for building another one of them. */
export function riffChunksOf(webp: Uint8Array): { type: string; bytes: Uint8Array }[] {
  const chunks = []
  const view = new DataView(webp.buffer, webp.byteOffset, webp.byteLength)
  for (let at = 12; at < webp.length; ) {
    const length = view.getUint32(at + 4, true)
    const next = at + 8 + length + (length & 1)
    chunks.push({ type: String.fromCharCode(...webp.subarray(at, at + 4)), bytes: webp.subarray(at, next) })
    at = next
  }
  return chunks
}

/** Data in GIF sub-blocks of up to 255 bytes, closed by the empty one. */
export function subBlocks(data: Data): Uint8Array<ArrayBuffer> {
  const bytes = bytesOf(data)
  const blocks: Uint8Array[] = []
  for (let at = 0; at < bytes.length; at += 255) {
    const piece = bytes.subarray(at, at + 255)
    blocks.push(Uint8Array.of(piece.length), piece)
  }
  return concat(...blocks, Uint8Array.of(0))
}

/** A GIF extension by its label. */
export function gifExtension(label: number, ...rest: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  return concat(Uint8Array.of(0x21, label), ...rest)
}

/** An ISO base media box. */
export function box(type: string, data: Data): Uint8Array<ArrayBuffer> {
  const payload = bytesOf(data)
  return concat(u32be(payload.length + 8), latin1Bytes(type), payload)
}
