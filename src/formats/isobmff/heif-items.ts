import { Malformed, Uncheckable } from '../core/malformed'
import type { Reader } from '../core/reader'
import type { Source } from '../core/source'
import { type Box, bodyOf, boxesIn, cString, only, versionAndFlags } from './boxes'
import { type Properties, readProperties } from './heif-properties'

/** A run of an item's bytes, from the start of the file. */
interface Extent {
  readonly start: number
  readonly end: number
}

/** One item of a picture file: ISO/IEC 14496-12 §8.11. */
export interface Item {
  readonly id: number
  /** Four characters: 'hvc1', 'Exif', 'mime'; '' in the first two versions of infe, which know none. */
  readonly type: string
  /** The media type of a 'mime' item. */
  readonly contentType: string
  /** How a 'mime' item is packed: 'deflate', 'br', or '' for not at all. */
  readonly contentEncoding: string
  readonly infe: Box
  /** Where the item's type begins in the file, or, without one, its name. */
  readonly typeAt: number
  readonly extents: readonly Extent[]
}

interface Reference {
  readonly box: Box
  readonly type: string
  readonly from: number
  readonly to: readonly number[]
}

export interface Items extends Properties {
  readonly items: ReadonlyMap<number, Item>
  readonly references: readonly Reference[]
  /** Entity groups: which entities belong together, and as what ('altr', 'ster'). */
  readonly groups: readonly { readonly type: string; readonly ids: readonly number[] }[]
  readonly primary: number | undefined
}

/** Reads the tables of a file-level 'meta' box. @throws {Malformed} when one contradicts itself. */
export async function readItems(source: Source, meta: Box): Promise<Items> {
  const { boxes } = await boxesIn(source, meta.body + 4, meta.end)
  const locations = await readLocations(source, boxes)
  const [iinf, iref, pitm, grpl, iprp] = ['iinf', 'iref', 'pitm', 'grpl', 'iprp'].map((type) => only(boxes, type))
  return {
    items: iinf ? await readInfos(source, iinf, locations) : new Map(),
    references: iref ? await readReferences(source, iref) : [],
    groups: grpl ? await readGroups(source, grpl) : [],
    primary: pitm && readPrimary(await bodyOf(source, pitm)),
    ...(await readProperties(source, iprp)),
  }
}

function readPrimary(pitm: Reader): number {
  return versionAndFlags(pitm).version === 0 ? pitm.u16() : pitm.u32()
}

/** Where the entries of iinf begin: ISO/IEC 14496-12 §8.11.6. */
export async function infosOf(source: Source, iinf: Box): Promise<number> {
  return iinf.body + ((await bodyOf(source, iinf)).u8() === 0 ? 6 : 8)
}

async function readInfos(
  source: Source,
  iinf: Box,
  locations: ReadonlyMap<number, readonly Extent[]>,
): Promise<ReadonlyMap<number, Item>> {
  const items = new Map<number, Item>()
  for (const infe of (await boxesIn(source, await infosOf(source, iinf), iinf.end)).boxes) {
    if (infe.type !== 'infe') continue
    const item = await readInfo(source, infe)
    if (items.has(item.id)) throw new Malformed(`two items are called ${item.id}`)
    items.set(item.id, { ...item, extents: locations.get(item.id) ?? [] })
  }
  return items
}

async function readInfo(source: Source, infe: Box): Promise<Omit<Item, 'extents'>> {
  const reader = await bodyOf(source, infe)
  const { version } = versionAndFlags(reader)
  const id = version < 3 ? reader.u16() : reader.u32()
  reader.skip(2)
  const typeAt = infe.body + reader.position
  const type = version < 2 ? '' : reader.latin1(4)
  cString(reader)
  const [contentType, contentEncoding] = type === 'mime' ? [cString(reader), cString(reader)] : ['', '']
  return { id, type, contentType, contentEncoding, infe, typeAt }
}

/** iloc: ISO/IEC 14496-12 §8.11.3. Item id → its extents. Extents inside other items have no place of their own. */
async function readLocations(source: Source, boxes: readonly Box[]): Promise<ReadonlyMap<number, readonly Extent[]>> {
  const locations = new Map<number, Extent[]>()
  const iloc = only(boxes, 'iloc')
  if (!iloc) return locations
  const idat = only(boxes, 'idat')
  const reader = await bodyOf(source, iloc)
  const { version } = versionAndFlags(reader)
  const sizes = reader.u16()
  const [offsetSize, lengthSize, baseSize] = [sizes >> 12, (sizes >> 8) & 15, (sizes >> 4) & 15]
  const indexSize = version === 0 ? 0 : sizes & 15
  let total = 0
  for (let left = version < 2 ? reader.u16() : reader.u32(); left > 0; left--) {
    const id = version < 2 ? reader.u16() : reader.u32()
    const method = version === 0 ? 0 : reader.u16() & 15
    reader.skip(2)
    const base = sized(reader, baseSize)
    const extents: Extent[] = []
    const count = reader.u16()
    if (count > 1 && offsetSize + lengthSize + indexSize === 0)
      throw new Malformed(`item ${id} has extents of no length`)
    total += count
    if (total > MAX_EXTENTS) throw new Uncheckable(`more than ${MAX_EXTENTS} extents`)
    const origin = method === 0 ? 0 : method === 1 ? idat?.body : undefined
    for (let more = count; more > 0; more--) {
      sized(reader, indexSize)
      const offset = base + sized(reader, offsetSize)
      const length = sized(reader, lengthSize)
      if (origin === undefined) continue
      const end = length > 0 ? origin + offset + length : method === 1 ? (idat?.end ?? 0) : source.size
      extents.push({ start: origin + offset, end })
    }
    locations.set(id, extents)
  }
  return locations
}

/** A picture of 100 megapixels in tiles of 512 pixels has 400. */
const MAX_EXTENTS = 64 * 1024

/** A number of 0, 4 or 8 bytes. */
function sized(reader: Reader, size: number): number {
  if (size === 0) return 0
  if (size === 4) return reader.u32()
  if (size === 8) return reader.u64()
  throw new Uncheckable(`iloc has numbers of ${size} bytes`)
}

/** iref: ISO/IEC 14496-12 §8.11.12. */
async function readReferences(source: Source, iref: Box): Promise<Reference[]> {
  const wide = (await source.read(iref.body, iref.end))[0] !== 0
  const references: Reference[] = []
  for (const box of (await boxesIn(source, iref.body + 4, iref.end)).boxes) {
    const reader = await bodyOf(source, box)
    const next = () => (wide ? reader.u32() : reader.u16())
    const from = next()
    references.push({ box, type: box.type, from, to: Array.from({ length: reader.u16() }, next) })
  }
  return references
}

/** grpl: ISO/IEC 14496-12 §8.18.3. */
async function readGroups(source: Source, grpl: Box): Promise<Items['groups']> {
  const groups: { type: string; ids: number[] }[] = []
  for (const box of (await boxesIn(source, grpl.body, grpl.end)).boxes) {
    const reader = await bodyOf(source, box)
    const count = reader.skip(8).u32()
    if (count * 4 > reader.remaining) throw new Malformed(`a group of ${count} in ${reader.remaining} bytes`)
    groups.push({ type: box.type, ids: Array.from({ length: count }, () => reader.u32()) })
  }
  return groups
}
