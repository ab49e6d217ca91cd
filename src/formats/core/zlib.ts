import { concat } from './bytes'
import { Malformed } from './malformed'

/**
 * Undoes zlib compression (RFC 1950). Of a stream that is cut short, or followed by garbage, what came out before counts.
 * @param limit bytes of output at which it stops, so that a bomb costs no memory
 * @throws {Malformed} when nothing comes out, or more than `limit` bytes
 */
export async function inflate(packed: Uint8Array<ArrayBuffer>, limit: number): Promise<Uint8Array<ArrayBuffer>> {
  const { bytes, fault } = await drain(
    new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate')),
    limit,
  )
  if (fault !== null && bytes.length === 0) throw new Malformed(`not a zlib stream: ${fault}`)
  return bytes
}

/** Compresses into a zlib stream. */
export async function deflate(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const packed = new Blob([bytes]).stream().pipeThrough(new CompressionStream('deflate'))
  return (await drain(packed, Number.POSITIVE_INFINITY)).bytes
}

/** All bytes of a stream up to its end or to where it breaks. @throws {Malformed} when they are more than `limit`. */
async function drain(
  stream: ReadableStream<Uint8Array>,
  limit: number,
): Promise<{ bytes: Uint8Array<ArrayBuffer>; fault: string | null }> {
  const reader = stream.getReader()
  const chunks: Uint8Array[] = []
  let length = 0
  for (;;) {
    const next = await reader.read().catch((error: unknown) => String(error))
    if (typeof next === 'string') return { bytes: concat(...chunks), fault: next }
    if (next.done) return { bytes: concat(...chunks), fault: null }
    length += next.value.length
    chunks.push(next.value)
    if (length <= limit) continue
    await reader.cancel()
    throw new Malformed(`unpacks to more than ${limit} bytes`)
  }
}
