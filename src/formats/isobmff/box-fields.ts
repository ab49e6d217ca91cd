import { Malformed } from '../core/malformed'
import type { Block } from '../core/part'
import { Reader } from '../core/reader'
import type { Source } from '../core/source'
import { type Box, bodyOf, versionAndFlags } from './boxes'

/** A field in a box of the structure that says more than the structure needs; it is blanked when it is not zero already. */
export interface Field {
  readonly name: string
  readonly start: number
  readonly end: number
  readonly block?: Block
}

/** The fields of a box that are blanked, in order; none for most boxes. */
export async function fieldsOf(source: Source, box: Box): Promise<readonly Field[]> {
  if (box.type === 'mvhd' || box.type === 'tkhd' || box.type === 'mdhd') return times(source, box)
  if (box.type === 'hdlr') return handlerName(box)
  if (box.type === 'damr' || box.type === 'd263') {
    return [{ name: 'vendor', start: box.body, end: Math.min(box.body + 5, box.end) }]
  }
  // The program that made a film all-round: Spherical Video V2, "Spherical Video Header".
  if (box.type === 'svhd') return [{ name: 'metadata_source', start: Math.min(box.body + 4, box.end), end: box.end }]
  if (DATA_ENTRIES.has(box.type)) return [{ name: 'location', start: Math.min(box.body + 4, box.end), end: box.end }]
  return []
}

/** Where the media data lies: in this file, as far as we are concerned. ISO/IEC 14496-12 §8.7.2; 'alis' and 'rsrc' are QuickTime's. */
const DATA_ENTRIES = new Set(['url ', 'urn ', 'alis', 'rsrc'])

/** Creation and modification time, in seconds since 1904: ISO/IEC 14496-12 §8.2.2, §8.3.2, §8.4.2. */
async function times(source: Source, box: Box): Promise<Field[]> {
  const { version } = versionAndFlags(new Reader(await source.read(box.body, Math.min(box.body + 4, box.end))))
  const size = version === 1 ? 8 : 4
  const start = box.body + 4
  if (start + 2 * size > box.end) throw new Malformed(`${box.type} is too short for its times`)
  return ['creation_time', 'modification_time'].map((name, index) => {
    const range = { start: start + index * size, end: start + (index + 1) * size }
    return { name, ...range, block: { type: 'time-1904', label: name, ...range } }
  })
}

/** The maker and the name of a handler: ISO/IEC 14496-12 §8.4.3; the reserved bytes are QuickTime's manufacturer and flags. */
function handlerName(box: Box): Field[] {
  const handlerType = box.body + 8
  if (handlerType + 16 > box.end) throw new Malformed('hdlr is too short')
  return [
    { name: 'manufacturer', start: handlerType + 4, end: handlerType + 16 },
    { name: 'name', start: handlerType + 16, end: box.end },
  ]
}

/** The fields of a sample entry that name the encoder, and where its boxes begin: ISO/IEC 14496-12 §12.1.3 and §12.2.3. */
export async function sampleEntry(
  source: Source,
  entry: Box,
  isVisual: boolean,
): Promise<{ fields: Field[]; boxes: number }> {
  const reader = await bodyOf(source, entry)
  const vendor = { name: 'vendor', start: entry.body + 12, end: entry.body + 16 }
  if (!isVisual) return { fields: [vendor], boxes: entry.body + soundEntryLength(reader) }
  const compressor = { name: 'compressorname', start: entry.body + 42, end: entry.body + 74 }
  return { fields: [vendor, compressor], boxes: entry.body + visualEntryLength(reader) }
}

function visualEntryLength(reader: Reader): number {
  const fixed = 78
  const depth = reader.seek(74).u16() & 0x1f
  const colourTable = reader.u16()
  if (colourTable !== 0 || depth > 8 || depth === 0) return fixed
  // QuickTime File Format, "Color Table Atoms": a table that belongs to the sample entry itself.
  return reader.skip(6).remaining >= 2 ? fixed + 8 + (reader.u16() + 1) * 8 : fixed
}

function soundEntryLength(reader: Reader): number {
  const version = reader.seek(8).u16()
  reader.seek(28)
  if (version === 0) return 28
  return version === 1 ? 44 : 64
}
