import { deflateSync } from 'node:zlib'
import { concat, latin1Bytes, u32be } from '../../../src/formats/core/bytes'
import { pngChunk, pngOf, withPngChunks } from '../chunks'
import type { Recipe } from '../generated'
import { PERSONAL, tagged } from '../tagged'
import { bytesOf, SIZE, samples, still } from './frames'

const plain = () => bytesOf(still().png())

/** What ImageMagick writes: a line feed, name and length, then hexadecimal digits. */
function rawProfile(name: string, payload: Uint8Array): string {
  const digits = Buffer.from(payload).toString('hex').replace(/.{72}/g, '$&\n')
  return `\n${name}\n${String(payload.length).padStart(8)}\n${digits}\n`
}

async function withRawProfile(): Promise<Uint8Array<ArrayBuffer>> {
  const exif = await exifBlock()
  const text = concat(latin1Bytes('Raw profile type exif\0\0'), deflateSync(rawProfile('exif', exif)))
  return withPngChunks(await plain(), pngChunk('zTXt', text))
}

/** The eXIf payload that ExifTool writes. */
async function exifBlock(): Promise<Uint8Array> {
  const png = await tagged(await plain(), 'png')
  const at = Buffer.from(png).indexOf('eXIf')
  const length = new DataView(png.buffer).getUint32(at - 4)
  return png.subarray(at + 4, at + 4 + length)
}

async function withTexts(): Promise<Uint8Array<ArrayBuffer>> {
  const prompt = deflateSync('{"prompt": "Lina on the beach of Villeurbanne"}')
  return withPngChunks(
    await plain(),
    pngChunk('tEXt', 'parameters\0portrait of Lina, Steps: 20'),
    pngChunk('iTXt', 'workflow\0\0\0en\0Arbeitsablauf\0{"nodes": ["Odile Marchetti"]}'),
    pngChunk('iTXt', concat(latin1Bytes('prompt\0\x01\0\0\0'), prompt)),
    pngChunk('zTXt', concat(latin1Bytes('Comment\0\0'), deflateSync('Lina at the lake'))),
    pngChunk('tIME', Uint8Array.of(0x07, 0xe9, 6, 14, 15, 42, 10)),
    pngChunk('prVt', 'a block nobody knows, of Odile Marchetti'),
  )
}

async function withNamedProfile(): Promise<Uint8Array<ArrayBuffer>> {
  const png = await bytesOf(still().withIccProfile('p3').png())
  const at = Buffer.from(png).indexOf('iCCP')
  const length = new DataView(png.buffer).getUint32(at - 4)
  const profile = png.subarray(png.indexOf(0, at + 4), at + 4 + length)
  const named = pngChunk('iCCP', concat(latin1Bytes('Marchetti iMac 7731'), profile))
  return concat(png.subarray(0, at - 4), named, png.subarray(at + 8 + length))
}

function animated(): Uint8Array<ArrayBuffer> {
  const { width, height } = SIZE
  const frame = (seed: number) => {
    const rows = Array.from({ length: height }, (_, y) => {
      const row = samples(3, seed).subarray(y * width * 3, (y + 1) * width * 3)
      return concat(Uint8Array.of(0), row)
    })
    return deflateSync(concat(...rows))
  }
  const control = (sequence: number) =>
    pngChunk(
      'fcTL',
      concat(u32be(sequence), u32be(width), u32be(height), u32be(0), u32be(0), Uint8Array.of(0, 1, 0, 10, 0, 0)),
    )
  return pngOf(
    pngChunk('IHDR', concat(u32be(width), u32be(height), Uint8Array.of(8, 2, 0, 0, 0))),
    pngChunk('acTL', concat(u32be(2), u32be(0))),
    control(0),
    pngChunk('IDAT', frame(0)),
    pngChunk('tEXt', 'Author\0Odile Marchetti'),
    control(1),
    pngChunk('fdAT', concat(u32be(2), frame(1))),
    pngChunk('IEND', ''),
  )
}

export const PNG: readonly Recipe[] = [
  { name: 'png with everything, turned', format: 'png', make: async () => tagged(await plain(), 'png', turned(6)) },
  ...[2, 3, 4, 5, 7, 8].map(
    (way): Recipe => ({
      name: `png, way up ${way}`,
      format: 'png',
      make: async () =>
        tagged(await plain(), 'png', [`-n`, `-EXIF:Orientation=${way}`, '-EXIF:Artist=Odile Marchetti']),
    }),
  ),
  { name: 'png with an Exif block as hexadecimal text', format: 'png', make: withRawProfile },
  { name: 'png with texts and a private chunk', format: 'png', make: withTexts },
  { name: 'png with a colour profile that has a name', format: 'png', make: withNamedProfile },
  { name: 'apng with a text between its frames', format: 'png', make: async () => tagged(animated(), 'png') },
  {
    name: 'png with the rest of a longer one behind its end',
    format: 'png',
    make: async () => concat(await plain(), (await tagged(await plain(), 'png')).subarray(60)),
  },
]

function turned(way: number): string[] {
  return ['-n', ...PERSONAL, `-EXIF:Orientation=${way}`]
}
