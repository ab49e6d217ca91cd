import { concat, latin1Bytes } from '../../src/formats/core/bytes'

type Data = string | Uint8Array
const asBytes = (data: Data) => (typeof data === 'string' ? latin1Bytes(data) : data)

/** Builds an element: an id as specifications write it, a size of eight bytes, and what it holds. RFC 8794 §4. */
export function element(id: number, ...data: readonly Data[]): Uint8Array<ArrayBuffer> {
  const body = concat(...data.map(asBytes))
  const size = new Uint8Array(8)
  new DataView(size.buffer).setBigUint64(0, 0x0100_0000_0000_0000n | BigInt(body.length))
  return concat(idBytes(id), size, body)
}

/** An element of unknown size. */
export const openElement = (id: number, ...data: readonly Data[]) =>
  concat(idBytes(id), Uint8Array.of(1, 255, 255, 255, 255, 255, 255, 255), ...data.map(asBytes))

/** A number of one byte, or of as many as it needs. */
export function uint(id: number, value: number): Uint8Array<ArrayBuffer> {
  const bytes: number[] = []
  for (let rest = value; rest > 0 || bytes.length === 0; rest = Math.floor(rest / 256)) bytes.unshift(rest % 256)
  return element(id, Uint8Array.from(bytes))
}

function idBytes(id: number): Uint8Array {
  const bytes: number[] = []
  for (let rest = id; rest > 0; rest = Math.floor(rest / 256)) bytes.unshift(rest % 256)
  return Uint8Array.from(bytes)
}

/** A frame of a track at the beginning of its cluster: track, time, flags. */
export const simpleBlock = (track: number, data: Data) =>
  element(0xa3, Uint8Array.of(0x80 | track, 0, 0, 0x80), asBytes(data))

export const EBML = element(0x1a45dfa3, uint(0x4286, 1), element(0x4282, 'webm'), uint(0x4287, 4))

/** A track: its number, what it is (1 picture, 2 sound, 17 text), its codec, and what else it holds. */
export const track = (number: number, type: number, codec: string, ...more: readonly Data[]) =>
  element(0xae, uint(0xd7, number), element(0x73c5, 'RANDOM-\x01'), uint(0x83, type), element(0x86, codec), ...more)

export const VIDEO = track(1, 1, 'V_VP8', element(0xe0, uint(0xb0, 24), uint(0xba, 16)))

export const info = (...more: readonly Data[]) =>
  element(
    0x1549a966,
    uint(0x2ad7b1, 1_000_000),
    element(0x4d80, 'Muxer of Lina'),
    element(0x5741, 'App of Lina'),
    ...more,
  )

export const cluster = (...blocks: readonly Data[]) => element(0x1f43b675, uint(0xe7, 0), ...blocks)

export const tags = (...list: readonly (readonly [name: string, value: string])[]) =>
  element(
    0x1254c367,
    element(
      0x7373,
      element(0x63c0),
      ...list.map(([name, value]) => element(0x67c8, element(0x45a3, name), element(0x4487, value))),
    ),
  )

/** A film of one video track and whatever else lies in its segment. */
export const webmOf = (...inSegment: readonly Data[]) =>
  concat(EBML, element(0x18538067, info(), element(0x1654ae6b, VIDEO), ...inSegment))
