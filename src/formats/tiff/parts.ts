import type { ByteRanges } from '../core/byte-ranges'
import { Malformed } from '../core/malformed'
import { type Block, type BlockType, type Part, slice } from '../core/part'
import type { Source } from '../core/source'
import type { Entry, Layout } from './directory'
import type { Range } from './jpeg'
import type { Page } from './pages'
import { showsThePicture, tagName } from './tags'

/** Names of the parts that a directory's table is made of, besides its entries. */
export const TABLE = { first: 'IFD', another: 'IFD of another page', thumbnail: 'IFD (thumbnail)', next: 'IFD/next' }

/** A text under the number of a tag that should be a number is not the tag. */
const ASCII = 2

function nameOf({ tag, type }: Entry): string {
  return showsThePicture(tag) && type === ASCII ? `${tagName(tag)} as text` : tagName(tag)
}

function pathOf(page: Page, entry: Entry): string {
  return `${page.stays ? 'IFD' : TABLE.thumbnail}/${nameOf(entry)}`
}

/** Records the byte ranges of the picture of a page and of the values of its tags. */
export function addPageRanges(page: Page, ranges: ByteRanges): void {
  for (const strip of page.data) {
    const { start, end, holes = [] } = strip
    if (!page.stays) {
      ranges.discard('thumbnail', start, end, { type: 'picture', label: 'thumbnail', start, end })
      continue
    }
    for (const piece of around(holes, strip)) ranges.retain('picture', piece.start, piece.end)
    for (const hole of holes) if (hole.block) ranges.discard('metadata in a strip', hole.start, hole.end, hole.block)
  }
  for (const entry of page.directory.entries) {
    if (entry.isInline) continue
    const path = pathOf(page, entry)
    if (page.stays && showsThePicture(entry.tag) && entry.type !== ASCII)
      ranges.retain(path, entry.valueStart, entry.valueEnd)
    else ranges.discard(path, entry.valueStart, entry.valueEnd, blockOf(entry))
  }
}

/** What is left of a strip between its holes, in order. */
function around(holes: readonly Range[], { start, end }: Range): Range[] {
  const starts = [start, ...holes.map((hole) => hole.end)]
  return starts.map((from, index) => ({ start: from, end: holes[index]?.start ?? end }))
}

/** Marks the strips or tiles of a reduced copy as bytes to be removed, each readable as a 'preview' picture. */
export function addPreviewRanges({ data }: Page, ranges: ByteRanges): void {
  for (const { start, end } of data)
    ranges.discard('preview', start, end, { type: 'picture', label: 'preview', start, end })
}

/** Tags that hold a block of their own kind; the rest is read with the file, which is a TIFF structure as a whole. */
const BLOCKS: Readonly<Record<number, BlockType>> = { 700: 'xmp', 33723: 'iptc', 34377: 'photoshop', 52545: 'c2pa' }

/** Tags of which no reader of ours makes anything. */
const UNREAD: Readonly<Record<number, string>> = { 37724: 'Photoshop layers' }

function blockOf({ tag, valueStart: start, valueEnd: end }: Entry): Block | undefined {
  const type = BLOCKS[tag]
  if (type) return { type, start, end }
  const label = UNREAD[tag]
  return label === undefined ? undefined : { type: 'unknown', label, start, end }
}

/**
 * The parts of the file: its header, the tables of its directories, entry by entry, and what they refer to.
 * @throws {Malformed} when tables overlap each other or the picture.
 */
export function tileTiff(source: Source, layout: Layout, pages: readonly Page[], ranges: ByteRanges): Part[] {
  const exif: Block = { type: 'exif', start: 0, end: source.size }
  const parts = [slice('header', source, 0, layout.header, exif)]
  let at = layout.header
  const addSpans = (end: number) => {
    for (const { name, start, end: stop, block } of ranges.partition(at, end, 'gap'))
      parts.push(slice(name, source, start, stop, block))
    at = end
  }
  if (ranges.isRetained(0, layout.header)) throw new Malformed('the picture overlaps the header')
  for (const page of [...pages].sort((a, b) => a.directory.start - b.directory.start)) {
    const { start, end } = page.directory
    if (start < at || ranges.isRetained(start, end)) throw new Malformed('a directory overlaps something else')
    addSpans(start)
    parts.push(...tableParts(source, layout, page, pages))
    at = end
  }
  addSpans(source.size)
  return parts
}

function tableParts(source: Source, layout: Layout, page: Page, pages: readonly Page[]): Part[] {
  const { start, firstEntry, entries, nextAt, end, next } = page.directory
  const parts = [slice(tableName(page, pages), source, start, firstEntry)]
  for (const entry of entries) parts.push(slice(pathOf(page, entry), source, entry.start, entry.end))
  if (!page.stays) return [...parts, slice(`${TABLE.thumbnail}/next`, source, nextAt, end)]
  const following = nextStaying(page, pages)
  if (following === next) return [...parts, slice(TABLE.next, source, nextAt, end)]
  const pointer = slice(`${TABLE.next} (to a thumbnail)`, source, nextAt, end)
  const replacement = [{ kind: 'bytes', bytes: offsetBytes(following, layout) }] as const
  return [...parts, { ...pointer, canonical: TABLE.next, replacement }]
}

function tableName(page: Page, pages: readonly Page[]): string {
  if (!page.stays) return TABLE.thumbnail
  return page === pages[0] ? TABLE.first : TABLE.another
}

/** The offset of the first page after this one that stays; 0: none. */
function nextStaying(page: Page, pages: readonly Page[]): number {
  return pages.slice(pages.indexOf(page) + 1).find(({ stays }) => stays)?.directory.start ?? 0
}

function offsetBytes(offset: number, { isBig, littleEndian }: Layout): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(isBig ? 8 : 4)
  const view = new DataView(bytes.buffer)
  if (isBig) view.setBigUint64(0, BigInt(offset), littleEndian)
  else view.setUint32(0, offset, littleEndian)
  return bytes
}
