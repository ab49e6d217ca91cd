import { Malformed, NotThisFormat, Uncheckable } from '../core/malformed'
import type { Source } from '../core/source'
import { type Directory, type Layout, numberIn, numbersOf, readDirectory } from './directory'
import { type Hole, holesIn, type Range } from './jpeg'

/** A picture in the chain of a TIFF file, or in a SubIFD of one. */
export interface Page {
  readonly directory: Directory
  readonly stays: boolean
  /** Byte ranges of the coded picture, and of tables that lie apart from it. */
  readonly data: readonly Strip[]
}

/** A strip, a tile, a table; `holes` are bytes inside of it that are no picture. */
interface Strip extends Range {
  readonly holes?: readonly Hole[]
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
  rows: 278,
  stripByteCounts: 279,
  planes: 284,
  tileOffsets: 324,
  tileByteCounts: 325,
  subIfds: 330,
  jpeg: 513,
  jpegLength: 514,
  jpegQTables: 519,
  jpegDcTables: 520,
  jpegAcTables: 521,
  leaf: 34310,
  dngVersion: 50706,
}

/** Colour filter arrays and what is made of them: TIFF/EP §6.2.4.8, DNG 1.7 "PhotometricInterpretation". */
const RAW_PHOTOMETRIC = new Set([32803, 34892])

/** Compressions of cameras: Sony, Epson and Samsung, Nikon, Kodak, Pentax. */
const RAW_COMPRESSION = new Set([32767, 32769, 32770, 32772, 34713, 65000, 65535])

/** TIFF 6.0 §22, and its technical note 2, which replaced it. */
const OLD_JPEG = 6
const JPEG = 7

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
    if (seen.size >= MAX_PAGES) throw new Uncheckable(`more than ${MAX_PAGES} pages`)
    seen.add(at)
    const directory = await readDirectory(source, layout, at)
    await refuseRaw(source, layout, directory)
    const stays = pages.length === 0 || !(await isReduced(source, layout, directory))
    const data = await dataOf(source, layout, directory)
    strips += data.length
    if (strips > MAX_STRIPS) throw new Uncheckable('too many strips')
    if (stays && saysWhere(directory) && data.every(({ start, end }) => end <= start))
      throw new Uncheckable('a picture of which nothing was written')
    const compression = await numberIn(source, layout, directory, TAG.compression)
    const isJpeg = compression === OLD_JPEG || compression === JPEG
    const tables = compression === OLD_JPEG ? await tablesOf(source, layout, directory) : []
    const pieces: Strip[] = []
    for (const strip of data) pieces.push(stays && isJpeg ? { ...strip, holes: await holesIn(source, strip) } : strip)
    pages.push({ directory, stays, data: [...pieces, ...tables] })
    at = directory.next
  }
  if (pages.length === 0) throw new Malformed('a TIFF without a directory')
  return pages
}

/** Whether a page says where its picture lies; some hold metadata alone. */
function saysWhere({ entries }: Directory): boolean {
  const offsets: readonly number[] = [TAG.stripOffsets, TAG.tileOffsets, TAG.jpeg]
  return entries.some(({ tag, count }) => offsets.includes(tag) && count > 0)
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

async function dataOf(source: Source, layout: Layout, directory: Directory): Promise<Range[]> {
  const entryOf = (tag: number) => directory.entries.find((entry) => entry.tag === tag)
  const data: Range[] = []
  for (const [offsetTag, countTag] of [
    [TAG.stripOffsets, TAG.stripByteCounts],
    [TAG.tileOffsets, TAG.tileByteCounts],
    [TAG.jpeg, TAG.jpegLength],
  ] as const) {
    const [offsetEntry, countEntry] = [entryOf(offsetTag), entryOf(countTag)]
    if (!offsetEntry) continue
    if (offsetEntry.count > MAX_STRIPS || (countEntry?.count ?? 0) > MAX_STRIPS)
      throw new Uncheckable('too many strips')
    const offsets = await numbersOf(source, layout, offsetEntry)
    const counts = countEntry ? await numbersOf(source, layout, countEntry) : offsets.map(() => 0)
    if (counts.length < offsets.length) throw new Malformed(`${offsets.length} strips, ${counts.length} lengths`)
    const lengthOf = await plainLengths(source, layout, directory, offsetTag === TAG.stripOffsets)
    for (const [index, start] of offsets.entries()) {
      const count = counts[index] ?? 0
      // A strip at no place with no length is one that was never written, and shows as black.
      if (start > 0) data.push({ start, end: start + (count > 0 ? count : lengthOf(index)) })
    }
  }
  for (const { start, end } of data) {
    if (end > start && end > source.size) throw new Malformed('a strip ends after the file')
  }
  return data
}

const UNCOMPRESSED = 1
const SEPARATE_PLANES = 2
const YCBCR = 6

/**
 * How many bytes a strip has whose length nobody wrote down, or wrote as 0: old scanners do so, and libtiff reckons like this.
 * Asked for a strip whose length cannot be reckoned, it throws {@link Uncheckable}.
 */
async function plainLengths(
  source: Source,
  layout: Layout,
  directory: Directory,
  areStrips: boolean,
): Promise<(strip: number) => number> {
  const number = async (tag: number, otherwise: number) => (await numberIn(source, layout, directory, tag)) ?? otherwise
  const compression = await number(TAG.compression, UNCOMPRESSED)
  if (!areStrips || compression !== UNCOMPRESSED || (await number(TAG.photometric, 0)) === YCBCR) {
    return () => {
      throw new Uncheckable('compressed strips without lengths')
    }
  }
  const planes = (await number(TAG.planes, 1)) === SEPARATE_PLANES ? 1 : await number(TAG.samples, 1)
  const row = Math.ceil(((await number(TAG.width, 0)) * (await number(TAG.bits, 1)) * planes) / 8)
  const height = await number(TAG.length, 0)
  const rows = Math.max(1, Math.min(await number(TAG.rows, height), height))
  const inPlane = Math.ceil(height / rows)
  return (strip) => row * Math.min(rows, height - (strip % inPlane) * rows)
}

/** The number of codes of each length in front of a Huffman table, and the bytes of a quantization table: ITU-T T.81 §B.2.4. */
const CODE_LENGTHS = 16
const QUANTIZATION_BYTES = 64

/** The tables of JPEG as TIFF 6.0 §22 has it, which lie apart from the picture: quantization, DC and AC. */
async function tablesOf(source: Source, layout: Layout, directory: Directory): Promise<Range[]> {
  const tables: Range[] = []
  for (const tag of [TAG.jpegQTables, TAG.jpegDcTables, TAG.jpegAcTables]) {
    const entry = directory.entries.find((candidate) => candidate.tag === tag)
    if (!entry) continue
    if (entry.count > MAX_STRIPS) throw new Uncheckable('too many tables')
    for (const start of await numbersOf(source, layout, entry)) {
      const codes = tag === TAG.jpegQTables ? null : await source.read(start, start + CODE_LENGTHS)
      const length = codes ? codes.reduce((sum, count) => sum + count, CODE_LENGTHS) : QUANTIZATION_BYTES
      if (start + length > source.size) throw new Malformed('a table ends after the file')
      tables.push({ start, end: start + length })
    }
  }
  return tables
}
