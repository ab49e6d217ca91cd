import { concat, u32be } from '../../src/formats/core/bytes'
import { bytesOf as asBytes, box } from './chunks'

/** Builders for small ISO base media files. Numbers are big-endian; texts are ISO 8859-1. */
type Data = string | Uint8Array

export const u16be = (value: number): Uint8Array<ArrayBuffer> => Uint8Array.of(value >>> 8, value)
export const u64be = (value: number): Uint8Array<ArrayBuffer> =>
  concat(u32be(Math.floor(value / 2 ** 32)), u32be(value))

/** Numbers of four or eight bytes each, as many as there are. */
export function numbers(values: readonly number[], bytes: 4 | 8): Uint8Array<ArrayBuffer> {
  const view = new DataView(new ArrayBuffer(values.length * bytes))
  for (const [index, value] of values.entries()) {
    if (bytes === 8) view.setBigUint64(index * 8, BigInt(value))
    else view.setUint32(index * 4, value)
  }
  return new Uint8Array(view.buffer)
}

export function boxOf(type: string, ...children: readonly Data[]): Uint8Array<ArrayBuffer> {
  return box(type, concat(...children.map(asBytes)))
}

/** A box that begins with version and flags. */
export function fullBox(
  type: string,
  version: number,
  flags: number,
  ...rest: readonly Data[]
): Uint8Array<ArrayBuffer> {
  return boxOf(type, Uint8Array.of(version, flags >>> 16, flags >>> 8, flags), ...rest)
}

export function userBox(userType: string, data: Data): Uint8Array<ArrayBuffer> {
  return boxOf('uuid', Uint8Array.from(Buffer.from(userType, 'hex')), data)
}

export const ftyp = (major: string, ...compatible: string[]) => boxOf('ftyp', major, u32be(0), ...compatible)

/** Seconds since 1904 of 14 June 2025, 15:42:10 UTC. */
export const A_TIME = 3_832_761_730

/** One track: its samples, one chunk each, and what is odd about it. */
export interface TrackRecipe {
  readonly handler: string
  readonly codec: string
  readonly samples: readonly Data[]
  readonly flags?: number
  readonly alternateGroup?: number
  readonly references?: readonly Uint8Array[]
  /** Boxes in the sample entry, and in trak behind its own. */
  readonly inEntry?: readonly Uint8Array[]
  readonly inTrak?: readonly Uint8Array[]
  /** Boxes in stbl behind its own. */
  readonly inTable?: readonly Uint8Array[]
  /** Samples in a chunk, one behind the other; 1 when absent. */
  readonly inChunk?: number
  /** Bytes of the sample entry before its boxes, without the eight that all have. */
  readonly entryFields?: Uint8Array
  /** Takes the place of stsz. */
  readonly sizes?: Uint8Array
  readonly wideOffsets?: boolean
}

export interface FilmRecipe {
  readonly brand?: string
  readonly tracks: readonly TrackRecipe[]
  /** Bytes in mdat that belong to no track, in front of and behind the samples. */
  readonly before?: Data
  readonly behind?: Data
  readonly inMoov?: readonly Uint8Array[]
  /** Boxes between ftyp and mdat, and what follows the last box. */
  readonly top?: readonly Uint8Array[]
  readonly end?: Data
}

/** A film: ftyp, other boxes, mdat with the samples of all tracks in turn, moov. */
export function filmOf(recipe: FilmRecipe): Uint8Array<ArrayBuffer> {
  const head = concat(recipe.brand === '' ? new Uint8Array() : ftyp(recipe.brand ?? 'isom'), ...(recipe.top ?? []))
  const before = asBytes(recipe.before ?? '')
  let at = head.length + 8 + before.length
  const pieces: Uint8Array[] = []
  const offsets = recipe.tracks.map((track) =>
    track.samples.map((sample) => {
      const start = at
      pieces.push(asBytes(sample))
      at += asBytes(sample).length
      return start
    }),
  )
  const mdat = boxOf('mdat', before, ...pieces, asBytes(recipe.behind ?? ''))
  const traks = recipe.tracks.map((track, index) => trak(track, index + 1, offsets[index] ?? []))
  const moov = boxOf('moov', mvhd(), ...traks, ...(recipe.inMoov ?? []))
  return concat(head, mdat, moov, asBytes(recipe.end ?? ''))
}

/** An edit list: for each edit how long it lasts in the film, and where in the media it begins; both in thousandths of a second here. */
export const edits = (...list: readonly (readonly [duration: number, mediaTime: number])[]) =>
  boxOf(
    'edts',
    fullBox(
      'elst',
      0,
      0,
      u32be(list.length),
      ...list.map(([duration, time]) => concat(u32be(duration), u32be(time >>> 0), u32be(0x10000))),
    ),
  )

/** The numbers, from 1, of the samples that need no other. */
export const syncs = (...samples: readonly number[]) =>
  fullBox('stss', 0, 0, u32be(samples.length), numbers(samples, 4))

const MATRIX = concat(...[65536, 0, 0, 0, 65536, 0, 0, 0, 1073741824].map(u32be))

export function mvhd(time = A_TIME): Uint8Array<ArrayBuffer> {
  const times = concat(u32be(time), u32be(time), u32be(1000), u32be(1000))
  return fullBox(
    'mvhd',
    0,
    0,
    times,
    u32be(65536),
    u16be(256),
    new Uint8Array(10),
    MATRIX,
    new Uint8Array(24),
    u32be(9),
  )
}

export function trak(track: TrackRecipe, id: number, offsets: readonly number[]): Uint8Array<ArrayBuffer> {
  const times = concat(u32be(A_TIME), u32be(A_TIME))
  const group = u16be(track.alternateGroup ?? 0)
  const tkhd = fullBox(
    'tkhd',
    0,
    track.flags ?? 3,
    times,
    u32be(id),
    u32be(0),
    u32be(1000),
    new Uint8Array(8),
    u16be(0),
    group,
    u32be(0),
    MATRIX,
    u32be(0),
    u32be(0),
  )
  const mdhd = fullBox('mdhd', 0, 0, times, u32be(1000), u32be(1000), u16be(0x55c4), u16be(0))
  const hdlr = fullBox('hdlr', 0, 0, u32be(0), track.handler, 'Mine', u32be(0), u32be(0), "Lina's camera\0")
  const fields = track.entryFields ?? new Uint8Array(track.handler === 'soun' ? 20 : 70)
  const entry = boxOf(track.codec, new Uint8Array(6), u16be(1), fields, ...(track.inEntry ?? []))
  const sizes = track.samples.map((sample) => u32be(asBytes(sample).length))
  const stsz = track.sizes ?? fullBox('stsz', 0, 0, u32be(0), u32be(sizes.length), ...sizes)
  const inChunk = track.inChunk ?? 1
  const chunks = offsets.filter((_, index) => index % inChunk === 0)
  const places = track.wideOffsets
    ? fullBox('co64', 0, 0, u32be(chunks.length), numbers(chunks, 8))
    : fullBox('stco', 0, 0, u32be(chunks.length), numbers(chunks, 4))
  const stts = fullBox('stts', 0, 0, u32be(1), u32be(offsets.length), u32be(40))
  const stsc = fullBox('stsc', 0, 0, u32be(1), u32be(1), u32be(inChunk), u32be(1))
  const table = track.inTable ?? []
  const stbl = boxOf('stbl', fullBox('stsd', 0, 0, u32be(1), entry), stts, stsc, stsz, places, ...table)
  const dref = fullBox('dref', 0, 0, u32be(1), fullBox('url ', 0, 1))
  const media = track.handler === 'soun' ? fullBox('smhd', 0, 0, u32be(0)) : fullBox('vmhd', 0, 1, new Uint8Array(8))
  const minf = boxOf('minf', media, boxOf('dinf', dref), stbl)
  const tref = track.references ? [boxOf('tref', ...track.references)] : []
  return boxOf('trak', tkhd, ...tref, boxOf('mdia', mdhd, hdlr, minf), ...(track.inTrak ?? []))
}

/** One item of a picture file. */
export interface ItemRecipe {
  readonly id: number
  readonly type: string
  readonly name?: string
  /** What follows the name in infe: a media type, a URI. */
  readonly rest?: string
  /** Its extents, each in mdat, unless the item lies in idat. */
  readonly extents: readonly Data[]
  readonly inIdat?: boolean
  /** Takes the place of its own extents: those of another item. */
  readonly sharesWith?: number
}

export interface HeifRecipe {
  readonly brand?: string
  readonly items: readonly ItemRecipe[]
  readonly primary?: number
  /** type, from, to… */
  readonly references?: readonly (readonly [string, number, ...number[]])[]
  readonly properties?: readonly Uint8Array[]
  /** item, property (from 1). */
  readonly associations?: readonly (readonly [number, number])[]
  readonly groups?: readonly Uint8Array[]
  readonly iloc?: 0 | 1 | 2
  readonly gap?: Data
  readonly top?: readonly Uint8Array[]
  readonly end?: Data
}

/** A picture: ftyp, meta, other boxes, mdat with the extents and a gap behind each. */
export function heifOf(recipe: HeifRecipe): Uint8Array<ArrayBuffer> {
  const head = ftyp(recipe.brand ?? 'heic', 'mif1')
  const gap = asBytes(recipe.gap ?? '')
  const build = (mdatBody: number) => {
    let [at, inIdat] = [mdatBody, 0]
    const [mdat, idat]: [Uint8Array[], Uint8Array[]] = [[], []]
    const places = new Map<number, { start: number; length: number }[]>()
    for (const item of recipe.items) {
      const extents = item.extents.map((data) => {
        const bytes = asBytes(data)
        const start = item.inIdat ? inIdat : at
        if (item.inIdat) {
          idat.push(bytes)
          inIdat += bytes.length
        } else {
          mdat.push(bytes, gap)
          at += bytes.length + gap.length
        }
        return { start, length: bytes.length }
      })
      places.set(item.id, item.sharesWith === undefined ? extents : (places.get(item.sharesWith) ?? []))
    }
    return { meta: metaOf(recipe, places, concat(...idat)), mdat: concat(...mdat) }
  }
  const top = concat(...(recipe.top ?? []))
  const { meta, mdat } = build(head.length + build(0).meta.length + top.length + 8)
  return concat(head, meta, top, boxOf('mdat', mdat), asBytes(recipe.end ?? ''))
}

type Places = ReadonlyMap<number, readonly { readonly start: number; readonly length: number }[]>

function metaOf(recipe: HeifRecipe, places: Places, idat: Uint8Array): Uint8Array<ArrayBuffer> {
  const hdlr = fullBox('hdlr', 0, 0, u32be(0), 'pict', new Uint8Array(12), 'by Odile\0')
  const infes = recipe.items.map(({ id, type, name = '', rest = '' }) =>
    fullBox('infe', 2, 0, u16be(id), u16be(0), type, `${name}\0`, rest),
  )
  const references = (recipe.references ?? []).map(([type, from, ...to]) =>
    boxOf(type, u16be(from), u16be(to.length), ...to.map(u16be)),
  )
  const properties = new Map<number, number[]>()
  for (const [item, property] of recipe.associations ?? [])
    properties.set(item, [...(properties.get(item) ?? []), property])
  const owners = [...properties].map(([item, list]) => concat(u16be(item), Uint8Array.of(list.length, ...list)))
  const ipma = fullBox('ipma', 0, 0, u32be(owners.length), ...owners)
  return fullBox(
    'meta',
    0,
    0,
    hdlr,
    fullBox('pitm', 0, 0, u16be(recipe.primary ?? 1)),
    ilocOf(recipe, places),
    fullBox('iinf', 0, 0, u16be(infes.length), ...infes),
    ...(references.length > 0 ? [fullBox('iref', 0, 0, ...references)] : []),
    boxOf('iprp', boxOf('ipco', ...(recipe.properties ?? [])), ipma),
    ...(recipe.groups ? [boxOf('grpl', ...recipe.groups)] : []),
    ...(idat.length > 0 ? [boxOf('idat', idat)] : []),
  )
}

function ilocOf({ items, iloc = 1 }: HeifRecipe, places: Places): Uint8Array<ArrayBuffer> {
  const number = iloc < 2 ? u16be : u32be
  const entries = items.map(({ id, inIdat, sharesWith }) => {
    const method = iloc === 0 ? [] : [u16be(inIdat || items.find((item) => item.id === sharesWith)?.inIdat ? 1 : 0)]
    const extents = (places.get(id) ?? []).map(({ start, length }) => concat(u32be(start), u32be(length)))
    return concat(number(id), ...method, u16be(0), u16be(extents.length), ...extents)
  })
  return fullBox('iloc', iloc, 0, Uint8Array.of(0x44, 0), number(items.length), ...entries)
}

/** The property that says what an auxiliary picture is for. */
export const auxC = (urn: string) => fullBox('auxC', 0, 0, `${urn}\0`)

/** An entity group: 'ster', 'altr'. */
export const group = (type: string, ...ids: number[]) =>
  fullBox(type, 0, 0, u32be(1), u32be(ids.length), ...ids.map(u32be))
