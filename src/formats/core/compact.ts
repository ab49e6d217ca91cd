import { concat } from './bytes'
import { lengthOf, type Part } from './part'

/** Up to this many pieces a Blob is made of slices alone. */
const MAX_SLICES = 2048

/** Slices below this many bytes are copied, when there are many. */
const SMALL_SLICE_BYTES = 1024

/** Copied pieces are put together up to this many bytes. */
const MAX_COPY_BYTES = 256 * 1024

/**
 * The same bytes in fewer pieces: small neighbours are copied together. Whoever reads a Blob pays for each of its pieces,
 * so a file in which thousands of small parts went would take seconds to prove. Ordinary files are left as they are.
 */
export async function compact(parts: readonly Part[]): Promise<readonly Part[]> {
  if (parts.length <= MAX_SLICES) return parts
  const out: Part[] = []
  let copies: Uint8Array[] = []
  let length = 0
  const flush = () => {
    if (copies.length > 0) out.push({ name: 'copied', content: { kind: 'bytes', bytes: concat(...copies) } })
    copies = []
    length = 0
  }
  for (const part of parts) {
    if (part.content.kind === 'zeros' || lengthOf(part) > SMALL_SLICE_BYTES) {
      flush()
      out.push(part)
      continue
    }
    const bytes = await bytesOf(part)
    copies.push(bytes)
    length += bytes.length
    if (length >= MAX_COPY_BYTES) flush()
  }
  flush()
  return out
}

async function bytesOf({ content }: Part): Promise<Uint8Array> {
  if (content.kind === 'slice') return (await content.source.read(content.start, content.end)).slice()
  return content.kind === 'bytes' ? content.bytes : new Uint8Array(content.length)
}
