import type { TiffOptions } from 'sharp'
import { concat, latin1Bytes } from '../../../src/formats/core/bytes'
import type { Recipe } from '../generated'
import { PERSONAL, tagged } from '../tagged'
import { animation, bytesOf, still } from './frames'
import { xmpOf } from './metadata-blocks'

/** More than `PERSONAL`: what scanners and the programs of printers and agencies write into a TIFF. */
const EVERYTHING = [
  ...PERSONAL,
  '-IFD0:Artist=Odile Marchetti',
  '-IFD0:HostComputer=Odile’s laptop',
  '-IFD0:DocumentName=Lina, first day at school',
  '-IFD0:PageName=Villeurbanne',
  '-IFD0:XPKeywords=swimming lesson',
  '-IPTC:By-line=Odile Marchetti',
  '-IPTC:City=Villeurbanne',
]

const tiff = (name: string, options: TiffOptions): Recipe => ({
  name: `tiff, ${name}, with everything`,
  format: 'tiff',
  make: async () => tagged(await bytesOf(still().tiff(options)), 'tif', EVERYTHING),
})

export const TIFF: readonly Recipe[] = [
  tiff('plain', { compression: 'none' }),
  tiff('LZW', { compression: 'lzw', predictor: 'horizontal' }),
  tiff('Deflate', { compression: 'deflate' }),
  tiff('JPEG inside', { compression: 'jpeg', quality: 95 }),
  tiff('in tiles', { compression: 'none', tile: true, tileWidth: 16, tileHeight: 16 }),
  {
    name: 'tiff, BigTIFF, with XMP',
    format: 'tiff',
    make: async () =>
      bytesOf(
        still()
          .withXmp(Buffer.from(await xmpOf()).toString())
          .tiff({ compression: 'none', bigtiff: true }),
      ),
  },
  tiff('with reduced copies', { compression: 'none', pyramid: true, tile: true, tileWidth: 16, tileHeight: 16 }),
  {
    name: 'tiff of four pages with everything',
    format: 'tiff',
    make: async () => tagged(await bytesOf(animation().tiff({ compression: 'lzw' })), 'tif', EVERYTHING),
  },
  {
    name: 'tiff, turned, with a colour profile and everything',
    format: 'tiff',
    make: async () =>
      tagged(await bytesOf(still().withIccProfile('p3').tiff({ compression: 'lzw' })), 'tif', [
        '-n',
        ...EVERYTHING,
        '-IFD0:Orientation=6',
      ]),
  },
  {
    name: 'tiff in CMYK with everything',
    format: 'tiff',
    make: async () =>
      tagged(await bytesOf(still().toColourspace('cmyk').tiff({ compression: 'lzw' })), 'tif', EVERYTHING),
  },
  {
    name: 'tiff with text behind it',
    format: 'tiff',
    make: async () =>
      concat(await bytesOf(still().tiff({ compression: 'lzw' })), latin1Bytes('behind: Odile Marchetti')),
  },
]
