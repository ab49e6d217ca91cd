import { Malformed, NotThisFormat } from '../core/malformed'
import type { Source } from '../core/source'
import { type Directory, type Layout, numberIn, numbersOf, readDirectory } from './directory'
import { refuseJpegMetadata } from './jpeg'

/** A picture in the chain of a TIFF file, or in a SubIFD of one. */
export interface Page {
  readonly directory: Directory
  readonly stays: boolean
  /** Byte ranges of the coded picture. */
  readonly data: readonly { readonly start: number; readonly end: number }[]
}

const TAG = {
  newSubfileType: 254,
  subfileType: 255,
  width: 256,
  length: 257,
  bits: 258,
  compression: 259,
  photometric: 262,
  stripOffsets: 273,
  samples: 277,
  stripByteCounts: 279,
  tileOffsets: 324,
  tileByteCounts: 325,
  subIfds: 330,
  jpeg: 513,
  jpegLength: 514,
  leaf: 34310,
  dngVersion: 50706,
}

/** Colour filter arrays and what is made of them: TIFF/EP §6.2.4.8, DNG 1.7 "PhotometricInterpretation". */
const RAW_PHOTOMETRIC = new Set([32803, 34892])

/** Compressions of cameras: Sony, Epson and Samsung, Nikon, Kodak, Pentax. */
const RAW_COMPRESSION = new Set([32767, 32769, 32770, 32772, 34713, 65000, 65535])

/** TIFF 6.0 §22 and its technical note 2. */
const JPEG_COMPRESSION = new Set([6, 7])

const MAX_PAGES = 4096

/** In one page, and in all together: a page of a gigapixel in tiles of 64 pixels has 244,000. */
const MAX_STRIPS = 256 * 1024

/**
 * The pages of a file, in the order of the chain. All stay but reduced copies of another one, which are thumbnails.
 * @throws {NotThisFormat} for RAW photos, which are TIFF inside. @throws {Malformed} when the chain has a loop.
 */
export async function readPages(source: Source, layout: Layout): Promise<Page[]> {
  const pages: Page[] = []
  const seen = new Set<number>()
  let strips = 0
  for (let at = layout.firstDirectory; at !== 0; ) {
    if (seen.has(at)) throw new Malformed('the pages go round in a circle')
    if (seen.size >= MAX_PAGES) throw new Malformed(`more than ${MAX_PAGES} pages`)
    seen.add(at)
    const directory = await readDirectory(source, layout, at)
    await refuseRaw(source, layout, directory)
    const stays = pages.length === 0 || !(await isReduced(source, layout, directory))
    const data = await dataOf(source, layout, directory)
    strips += data.length
    if (strips > MAX_STRIPS) throw new Malformed('too many strips')
    if (stays && JPEG_COMPRESSION.has((await numberIn(source, layout, directory, TAG.compression)) ?? 0)) {
      await refuseJpegMetadata(source, data)
    }
    pages.push({ directory, stays, data })
    at = directory.next
  }
  if (pages.length === 0) throw new Malformed('a TIFF without a directory')
  return pages
}

/** The previews in SubIFDs; a picture that is only there belongs to a RAW photo. */
export async function readPreviews(source: Source, layout: Layout, pages: readonly Page[]): Promise<Page[]> {
  const previews: Page[] = []
  for (const { directory } of pages) {
    const entry = directory.entries.find(({ tag }) => tag === TAG.subIfds)
    if (!entry || entry.count > 64) continue
    for (const at of await numbersOf(source, layout, entry)) {
      const preview = await readDirectory(source, layout, at)
      await refuseRaw(source, layout, preview)
      if (!(await isReduced(source, layout, preview))) throw new NotThisFormat('the picture lies in a SubIFD')
      previews.push({ directory: preview, stays: false, data: await dataOf(source, layout, preview) })
    }
  }
  return previews
}

async function refuseRaw(source: Source, layout: Layout, directory: Directory): Promise<void> {
  const has = (tag: number) => directory.entries.some((entry) => entry.tag === tag)
  const number = (tag: number) => numberIn(source, layout, directory, tag)
  const isRaw =
    has(TAG.dngVersion) ||
    has(TAG.leaf) ||
    RAW_PHOTOMETRIC.has((await number(TAG.photometric)) ?? 0) ||
    RAW_COMPRESSION.has((await number(TAG.compression)) ?? 0)
  if (isRaw) throw new NotThisFormat('a RAW photo')
}

/** TIFF 6.0 §8, NewSubfileType bit 0, and its forerunner. */
async function isReduced(source: Source, layout: Layout, directory: Directory): Promise<boolean> {
  const flags = (await numberIn(source, layout, directory, TAG.newSubfileType)) ?? 0
  return (flags & 1) === 1 || (await numberIn(source, layout, directory, TAG.subfileType)) === 2
}

async function dataOf(source: Source, layout: Layout, directory: Directory): Promise<Page['data']> {
  const entryOf = (tag: number) => directory.entries.find((entry) => entry.tag === tag)
  const data: { start: number; end: number }[] = []
  for (const [offsetTag, countTag] of [
    [TAG.stripOffsets, TAG.stripByteCounts],
    [TAG.tileOffsets, TAG.tileByteCounts],
    [TAG.jpeg, TAG.jpegLength],
  ] as const) {
    const [offsetEntry, countEntry] = [entryOf(offsetTag), entryOf(countTag)]
    if (!offsetEntry) continue
    if (offsetEntry.count > MAX_STRIPS || (countEntry?.count ?? 0) > MAX_STRIPS) throw new Malformed('too many strips')
    const offsets = await numbersOf(source, layout, offsetEntry)
    const counts = countEntry
      ? await numbersOf(source, layout, countEntry)
      : [await plainLength(source, layout, directory)]
    if (counts.length < offsets.length) throw new Malformed(`${offsets.length} strips, ${counts.length} lengths`)
    for (const [index, start] of offsets.entries()) data.push({ start, end: start + (counts[index] ?? 0) })
  }
  for (const { start, end } of data) {
    if (end > start && end > source.size) throw new Malformed('a strip ends after the file')
  }
  return data
}

/** The bytes of a picture in one uncompressed strip whose length nobody wrote down, as old scanners do not. */
async function plainLength(source: Source, layout: Layout, directory: Directory): Promise<number> {
  const number = async (tag: number, otherwise: number) => (await numberIn(source, layout, directory, tag)) ?? otherwise
  if ((await number(TAG.compression, 1)) !== 1) throw new Malformed('compressed strips without lengths')
  const bits = (await number(TAG.bits, 1)) * (await number(TAG.samples, 1))
  return Math.ceil(((await number(TAG.width, 0)) * bits) / 8) * (await number(TAG.length, 0))
}
