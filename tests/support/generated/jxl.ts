import { brotliCompressSync } from 'node:zlib'
import { concat, latin1Bytes } from '../../../src/formats/core/bytes'
import { box } from '../chunks'
import type { Recipe } from '../generated'
import { encodeJxl } from '../jxl-codec'
import { PERSONAL, tagged } from '../tagged'
import { SIZE, samples } from './frames'

const codestream = () => encodeJxl({ ...SIZE, data: Uint8ClampedArray.from(samples(4)) })

/** Boxes around a codestream in two pieces, and bytes behind the last box that are none. */
async function withEveryBox(): Promise<Uint8Array<ArrayBuffer>> {
  const picture = await codestream()
  const half = picture.length >> 1
  const xmp = '<x:xmpmeta xmlns:x="adobe:ns:meta/">Odile Marchetti, Villeurbanne</x:xmpmeta>'
  return concat(
    box('JXL ', '\r\n\x87\n'),
    box('ftyp', 'jxl \0\0\0\0jxl '),
    box('jxll', Uint8Array.of(5)),
    box('brob', concat(latin1Bytes('xml '), brotliCompressSync(xmp))),
    box('jxlp', concat(Uint8Array.of(0, 0, 0, 0), picture.subarray(0, half))),
    box('jbrd', 'how to make a JPEG of Odile Marchetti again'),
    box('jxlp', concat(Uint8Array.of(0x80, 0, 0, 1), picture.subarray(half))),
    box('xml ', xmp),
    box('jumb', 'a manifest of Odile Marchetti'),
    box('uuid', 'sixteen bytes...and Villeurbanne'),
    latin1Bytes('behind'),
  )
}

export const JXL: readonly Recipe[] = [
  { name: 'jxl, a bare codestream', format: 'jxl', make: codestream },
  { name: 'jxl with everything', format: 'jxl', make: async () => tagged(await codestream(), 'jxl') },
  {
    name: 'jxl with an orientation in Exif that nothing heeds',
    format: 'jxl',
    make: async () => tagged(await codestream(), 'jxl', ['-n', ...PERSONAL, '-EXIF:Orientation=6']),
  },
  { name: 'jxl in two pieces with every box', format: 'jxl', make: withEveryBox },
]
