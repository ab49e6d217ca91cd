import { concat, latin1Bytes, u32le } from '../../../src/formats/core/bytes'
import { riffChunk, riffChunksOf, webpOf } from '../chunks'
import type { Recipe } from '../generated'
import { PERSONAL, tagged } from '../tagged'
import { ANIMATED, animation, bytesOf, still } from './frames'

const lossy = () => bytesOf(still().webp({ quality: 80 }))
const animated = () => bytesOf(animation().webp({ ...ANIMATED, lossless: true }))

/** Chunks that no specification knows, in the file and in a frame, and bytes behind the RIFF. */
async function withUnknownChunks(): Promise<Uint8Array<ArrayBuffer>> {
  const chunks = riffChunksOf(await animated()).map(({ type, bytes }) => {
    if (type !== 'ANMF') return bytes
    const payload = concat(bytes.subarray(8), riffChunk('note', 'Lina, frame by frame'))
    return concat(latin1Bytes('ANMF'), u32le(payload.length), payload)
  })
  const psai = riffChunk('PSAI', 'edited by Odile Marchetti')
  const xmp = riffChunk('XMP\0', '<x:xmpmeta xmlns:x="adobe:ns:meta/">Odile Marchetti</x:xmpmeta>')
  return concat(webpOf(...chunks, psai, xmp, riffChunk('RIFF', 'Villeurbanne')), latin1Bytes('behind: Villeurbanne'))
}

/** Exif in the simple file format, where no flag says that it is there. */
async function withoutVp8x(): Promise<Uint8Array<ArrayBuffer>> {
  const extended = riffChunksOf(await tagged(await lossy(), 'webp'))
  return webpOf(...extended.filter(({ type }) => type !== 'VP8X').map(({ bytes }) => bytes))
}

export const WEBP: readonly Recipe[] = [
  {
    name: 'webp with everything, turned, with a colour profile',
    format: 'webp',
    make: async () =>
      tagged(await bytesOf(still().withIccProfile('p3').webp()), 'webp', ['-n', ...PERSONAL, '-EXIF:Orientation=6']),
  },
  ...[2, 3, 4, 5, 7, 8].map(
    (way): Recipe => ({
      name: `webp, way up ${way}`,
      format: 'webp',
      make: async () =>
        tagged(await lossy(), 'webp', ['-n', `-EXIF:Orientation=${way}`, '-EXIF:Artist=Odile Marchetti']),
    }),
  ),
  {
    name: 'webp without loss, see-through, with everything',
    format: 'webp',
    make: async () => tagged(await bytesOf(still(4).webp({ lossless: true })), 'webp'),
  },
  { name: 'webp, animated, with everything', format: 'webp', make: async () => tagged(await animated(), 'webp') },
  { name: 'webp with unknown chunks, also in its frames', format: 'webp', make: withUnknownChunks },
  { name: 'webp in the simple format with Exif', format: 'webp', make: withoutVp8x },
]
