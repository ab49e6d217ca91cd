import type { ByteRanges } from '../core/byte-ranges'
import { Uncheckable } from '../core/malformed'
import type { Block } from '../core/part'
import { equalBytes, Reader, startsWith } from '../core/reader'
import { type Source, WINDOW } from '../core/source'
import { gainMapNumbersOnly } from '../metadata/gain-map-numbers'
import type { Box } from './boxes'
import { type Item, type Items, readItems } from './heif-items'
import { primaryOf, type Role, rolesOf } from './heif-roles'

/** What the tables of a picture file say about the boxes that lie elsewhere. */
export interface PictureItems {
  /** By the offset of its infe box. */
  readonly infos: ReadonlyMap<number, { readonly item: Item; readonly role: Role }>
  /** Bytes that are rewritten rather than blanked, by where they begin in the file. */
  readonly rewritten: ReadonlyMap<number, Uint8Array<ArrayBuffer>>
  /** References from an item that goes, or to none that stays, by where their box begins: readers refuse to follow them. */
  readonly dangling: ReadonlySet<number>
  /** Of all items. */
  readonly ids: ReadonlySet<number>
  readonly loosened: Items['loosened']
}

/**
 * Records the byte ranges of every item of a picture file: those of the picture are retained.
 * @throws {Malformed} when a table contradicts itself or no picture can be found.
 */
export async function addItemRanges(
  source: Source,
  meta: Box,
  ranges: ByteRanges,
  isSequence: boolean,
): Promise<PictureItems> {
  const all = await readItems(source, meta)
  const roles = new Map(rolesOf(all))
  const primary = roles.get(primaryOf(all) ?? -1)
  if (!primary?.stays && !isSequence) throw new Uncheckable('no picture of a known kind')
  const rewritten = new Map<number, Uint8Array<ArrayBuffer>>()
  const infos = new Map<number, { item: Item; role: Role }>()
  for (const [id, item] of all.items) {
    if (roles.get(id)?.stays && all.beyondUs.has(id))
      throw new Uncheckable('a picture with an essential property of an unknown kind')
    let role = roles.get(id) ?? { stays: false, name: 'XMP' }
    if (role.stays && role.name === 'gain map numbers') role = await retainNumbers(source, item, ranges, rewritten)
    else if (role.stays) for (const { start, end } of item.extents) ranges.retain(role.name, start, end)
    if (!role.stays) await discardItem(source, item, role.name, ranges)
    infos.set(item.infe.start, { item, role })
  }
  const stays = new Set([...infos.values()].flatMap(({ item, role }) => (role.stays ? [item.id] : [])))
  const dangling = all.references.filter(({ from, to }) => !stays.has(from) || !to.some((id) => stays.has(id)))
  return {
    infos,
    rewritten,
    dangling: new Set(dangling.map(({ box }) => box.start)),
    ids: new Set(all.items.keys()),
    loosened: all.loosened,
  }
}

const MAX_XMP_BYTES = 64 * 1024

/** The XMP of an Apple gain map: its numbers stay when they can take the place of the whole. */
async function retainNumbers(
  source: Source,
  { extents }: Item,
  ranges: ByteRanges,
  rewritten: Map<number, Uint8Array<ArrayBuffer>>,
): Promise<Role> {
  const [extent] = extents
  const going: Role = { stays: false, name: 'XMP' }
  if (!extent || extents.length > 1 || extent.end > source.size || extent.end - extent.start > MAX_XMP_BYTES)
    return going
  const bytes = await source.read(extent.start, extent.end)
  const numbers = gainMapNumbersOnly(bytes)
  if (!numbers) return going
  if (equalBytes(bytes, numbers)) ranges.retain('gain map numbers', extent.start, extent.end)
  else {
    ranges.discard('gain map XMP', extent.start, extent.end, { type: 'xmp', ...extent })
    rewritten.set(extent.start, numbers)
  }
  return { stays: true, name: 'gain map numbers' }
}

async function discardItem(source: Source, item: Item, name: string, ranges: ByteRanges): Promise<void> {
  // What cleaning renamed has no bytes any more; should there be some, they go as gaps.
  if (item.type === BLANKED_TYPE) return
  const skipped = item.type === 'Exif' ? await exifHead(source, item) : 0
  for (const [index, { start, end }] of item.extents.entries()) {
    const from = index === 0 ? Math.min(start + skipped, end) : start
    const group = item.extents.length > 1 ? { group: `item ${item.id}` } : {}
    // An item without a type cannot be renamed; that its bytes are zeros is all that can be told after cleaning.
    ranges.discard(item.type === '' ? 'gap' : name, start, end, { ...blockOf(item, name, from, end), ...group })
  }
}

/** The type that an item is given when it goes; no reader knows an item of this type. */
export const BLANKED_TYPE = 'free'

/** An Exif item begins with the distance from there to its TIFF header: ISO/IEC 23008-12 Annex A.2.1. */
async function exifHead(source: Source, { extents: [extent] }: Item): Promise<number> {
  if (!extent || extent.end - extent.start < 4 || extent.end > source.size) return 0
  // Whoever reads its tags asks for all of it next: one reading serves both.
  const head = await source.read(extent.start, Math.min(extent.end, extent.start + WINDOW.most))
  const leavesItOut = startsWith(head, 'II*\0') || startsWith(head, 'MM\0*')
  return leavesItOut ? 0 : 4 + new Reader(head).u32()
}

function blockOf(item: Item, name: string, start: number, end: number): Block {
  const range = { start, end }
  if (item.type === 'Exif') return { type: 'exif', ...range }
  if (name === 'XMP' && item.contentEncoding === '') return { type: 'xmp', ...range }
  if (name === 'XMP' && item.contentEncoding === 'deflate') return { type: 'xmp', packing: 'deflate', ...range }
  if (name === 'XMP' && item.contentEncoding === 'br') return { type: 'xmp', packing: 'brotli', ...range }
  if (/c2pa|jumb/i.test(name)) return { type: 'c2pa', ...range }
  if (PICTURE_WORDS.has(name)) return { type: 'picture', label: name, ...range }
  return { type: 'unknown', label: name, ...range }
}

const PICTURE_WORDS = new Set(['thumbnail', 'depth', 'second image', 'auxiliary picture', 'jpeg'])
