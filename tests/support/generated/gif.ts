import { concat, latin1Bytes } from '../../../src/formats/core/bytes'
import { gifExtension, subBlocks } from '../chunks'
import type { Recipe } from '../generated'
import { tagged } from '../tagged'
import { ANIMATED, animation, bytesOf, still } from './frames'

const TAGS = [
  '-Comment=Lina at the lake, by Odile Marchetti',
  '-XMP:City=Villeurbanne',
  '-XMP:Creator=Odile Marchetti',
  '-XMP-exif:GPSLatitude=45.7772',
  '-XMP-exif:GPSLongitude=4.8552',
]

const animated = () => bytesOf(animation().gif(ANIMATED))

/** One of every extension that says something, behind the header, and bytes behind the trailer. */
async function withExtensions(): Promise<Uint8Array<ArrayBuffer>> {
  const gif = await animated()
  const behindHeader = 13 + ((gif[10] ?? 0) & 0x80 ? 3 * 2 ** (((gif[10] ?? 0) & 7) + 1) : 0)
  const application = (name: string, data: string) =>
    gifExtension(0xff, Uint8Array.of(11), latin1Bytes(name), subBlocks(data))
  const grid = Uint8Array.of(12, 0, 0, 0, 0, 24, 0, 16, 0, 8, 8, 1, 0)
  return concat(
    gif.subarray(0, behindHeader),
    gifExtension(0xfe, subBlocks(`${'Lina at the lake. '.repeat(40)}Odile Marchetti`)),
    gifExtension(0x01, grid, subBlocks('Villeurbanne, 14 June')),
    application('C2PA_GIF\x01\0\0', 'a manifest of Odile Marchetti'),
    application('MGKIPTC0000', 'IPTC of Odile Marchetti'),
    application('FABRIKAM1.0', 'serial SN-7731-AB'),
    gifExtension(0x77, subBlocks('Odile Marchetti')),
    gif.subarray(behindHeader),
    latin1Bytes('behind: Villeurbanne'),
  )
}

export const GIF: readonly Recipe[] = [
  {
    name: 'gif with a comment and XMP',
    format: 'gif',
    make: async () => tagged(await bytesOf(still().gif()), 'gif', TAGS),
  },
  {
    name: 'gif, animated, with a comment and XMP',
    format: 'gif',
    make: async () => tagged(await animated(), 'gif', TAGS),
  },
  { name: 'gif, animated, with every extension', format: 'gif', make: withExtensions },
]
