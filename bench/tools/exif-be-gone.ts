import { Readable, type Transform } from 'node:stream'
import { peer, type Tool } from '../tool'

const { default: ExifTransformer } = await peer<{ default: { default?: new () => Transform } & (new () => Transform) }>(
  'exif-be-gone',
)
const Transformer = ExifTransformer.default ?? ExifTransformer

export const exifBeGone: Tool = {
  name: 'exif-be-gone 1.5.1',
  formats: ['jpeg', 'png', 'webp', 'tiff'],
  async clean(bytes) {
    const chunks: Buffer[] = []
    for await (const chunk of Readable.from([Buffer.from(bytes)]).pipe(new Transformer())) chunks.push(chunk as Buffer)
    return Buffer.concat(chunks)
  },
}
