import sharp from 'sharp'
import type { Decode } from '../../src/clean/prove'
import type { FormatName } from '../../src/formats/format-facts'

/** What the libvips that comes with sharp can show; the rest it was built without. */
const SHOWN: ReadonlySet<FormatName> = new Set<FormatName>(['jpeg', 'png', 'webp', 'gif', 'avif', 'tiff', 'svg'])

/** Shows a picture from its first row to its last, in Node. */
export const decodeWithSharp: Decode = async (file, format) => {
  if (!SHOWN.has(format)) return 'cannot-tell'
  try {
    const bytes = new Uint8Array(await file.blob.arrayBuffer())
    const picture = sharp(bytes, { failOn: 'error', sequentialRead: true, limitInputPixels: false })
    await picture.resize({ width: 16, fastShrinkOnLoad: false }).raw().toBuffer()
    return 'decoded'
  } catch {
    return 'not-decodable'
  }
}
