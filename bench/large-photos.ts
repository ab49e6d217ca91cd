import { existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import sharp from 'sharp'
import type { FormatName } from '../src/formats/format-facts'
import { PHOTOS } from '../tests/support/corpus'
import { runExifTool } from '../tests/support/exiftool'

export interface LargePhoto {
  readonly format: FormatName
  readonly name: string
  readonly path: string
}

const MEGABYTE = 1_000_000
const [WIDTH, HEIGHT] = [4000, 3000]
/** What ExifTool writes into the made photos. */
const TAGS = [
  '-GPSLatitude=48.8134',
  '-GPSLatitudeRef=N',
  '-GPSLongitude=2.3622',
  '-GPSLongitudeRef=E',
  '-Artist=Nobody',
  '-Make=Camera',
]

/**
 * Files over one megabyte: those of the corpus, and one of twelve megapixels made in each format that sharp can write; of JPEG two smaller ones
 * as well, which show what does not depend on the size.
 */
export async function largePhotos(folder: string): Promise<LargePhoto[]> {
  mkdirSync(folder, { recursive: true })
  const real = PHOTOS.filter(({ path }) => path && statSync(path).size > MEGABYTE)
  const made: LargePhoto[] = []
  const picture = () => sharp(grain(), { raw: { width: WIDTH, height: HEIGHT, channels: 3 } })
  const jpegOf = (width: number) => () => picture().resize(width).jpeg({ quality: 92 }).toBuffer()
  const makers: Readonly<Record<string, () => Promise<Buffer>>> = {
    'made.jpeg': () => picture().jpeg({ quality: 92 }).toBuffer(),
    'made, 3 megapixels.jpeg': jpegOf(2048),
    'made, 1 megapixel.jpeg': jpegOf(1200),
    'made.png': () => picture().png({ compressionLevel: 1 }).toBuffer(),
    'made.webp': () => picture().webp({ quality: 90, effort: 0 }).toBuffer(),
    'made.tiff': () => picture().tiff({ compression: 'none' }).toBuffer(),
    'made.gif': () => picture().resize(1600, 1200).gif({ effort: 1, dither: 0 }).toBuffer(),
    'made.avif': () => picture().avif({ quality: 80, effort: 0 }).toBuffer(),
  }
  for (const [name, make] of Object.entries(makers)) {
    const path = join(folder, name)
    if (!existsSync(path)) writeFileSync(path, await make())
    await runExifTool(['-overwrite_original', ...TAGS, path])
    made.push({ format: name.slice(name.lastIndexOf('.') + 1) as FormatName, name, path })
  }
  return [...real.map(({ format, path = '' }) => ({ format, name: basename(path), path })), ...made]
}

/** A gradient with noise, so that it compresses as a photo does. The noise is the same in every run. */
function grain(): Buffer {
  const pixels = Buffer.alloc(WIDTH * HEIGHT * 3)
  let seed = 1
  for (let at = 0; at < pixels.length; at++) {
    seed = (seed * 1103515245 + 12345) & 0x7fffffff
    pixels[at] = ((at / 3 / WIDTH / HEIGHT) * 200 + ((seed >> 16) & 31)) & 255
  }
  return pixels
}
