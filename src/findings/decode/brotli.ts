import { Malformed } from '../../formats/core/malformed'

/**
 * Unpacks a Brotli stream of one meta-block, as encoders write for blocks of metadata. The decoder brings a dictionary
 * of 60 kB and is loaded for the few files that need it; not every DecompressionStream knows Brotli. It has no bound
 * of its own, so only a stream that says at its beginning how long it gets is given to it: RFC 7932 §9.
 * @throws {Malformed} on a broken stream, on one of several meta-blocks, and on more than `limit` bytes.
 */
export async function unpackBrotli(packed: Uint8Array, limit: number): Promise<Uint8Array<ArrayBuffer>> {
  const length = lengthOfOnlyBlock(packed)
  if (length === null || length > limit) throw new Malformed('a Brotli stream of several blocks or too many bytes')
  const { decompress } = await import('brotli/decompress')
  try {
    return decompress(packed, length).slice()
  } catch (error) {
    throw new Malformed(`not a Brotli stream: ${error}`)
  }
}

/** The decoder takes a window as large as the stream asks for; encoders ask for this one unless they are told otherwise. */
const MAX_WINDOW_BITS = 22

/** RFC 7932 §9.1: one bit, four or seven. */
function windowBits(bits: (count: number) => number): number {
  if (bits(1) === 0) return 16
  const first = bits(3)
  if (first !== 0) return 17 + first
  const second = bits(3)
  return second === 0 ? 17 : 8 + second
}

/** Bytes that the first meta-block unpacks to, if it is the last one: RFC 7932 §9.1 and §9.2. */
function lengthOfOnlyBlock(packed: Uint8Array): number | null {
  let at = 0
  const bits = (count: number) => {
    let value = 0
    for (let bit = 0; bit < count; bit++, at++) value |= (((packed[at >> 3] ?? 0) >> (at & 7)) & 1) << bit
    return value
  }
  if (windowBits(bits) > MAX_WINDOW_BITS) return null
  const isLast = bits(1) === 1
  if (!isLast) return null
  const isEmpty = bits(1) === 1
  if (isEmpty) return 0
  const nibbles = bits(2)
  return nibbles === 3 ? null : bits(4 * (4 + nibbles)) + 1
}
