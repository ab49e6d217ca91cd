import { describe, expect, it } from 'vitest'
import { concat, latin1Bytes } from '../../../../src/formats/core/bytes'
import { Malformed } from '../../../../src/formats/core/malformed'
import { heif } from '../../../../src/formats/isobmff/heif'
import {
  auxC,
  boxOf,
  ftyp,
  fullBox,
  group,
  type HeifRecipe,
  heifOf,
  type ItemRecipe,
  u16be,
  userBox,
} from '../../../support/box-bytes'
import { blockText, cleanedOf, partsOf } from '../../../support/taken-apart'

const PICTURE: ItemRecipe = { id: 1, type: 'hvc1', extents: ['PICTURE'] }
const EXIF: ItemRecipe = { id: 2, type: 'Exif', extents: ['\0\0\0\x06Exif\0\0MM\0*Lina'] }
const XMP: ItemRecipe = { id: 3, type: 'mime', rest: 'application/rdf+xml\0', extents: ['<x>Lina</x>'] }

const textOf = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1')
const withItems = (items: readonly ItemRecipe[], more: Partial<HeifRecipe> = {}) =>
  heifOf({ items: [PICTURE, ...items], ...more })
/** A file, cleaned; what is left must be nothing but what may stay. */
async function cleanedText(picture: Uint8Array): Promise<string> {
  const { bytes } = await cleanedOf(heif, picture)
  expect((await cleanedOf(heif, bytes)).removed).toEqual([])
  return textOf(bytes)
}

describe('heif', () => {
  it('keeps the picture where it is, and the length of the file', async () => {
    const file = withItems([EXIF, XMP])
    const text = await cleanedText(file)
    expect(text.length).toBe(file.length)
    expect(text.indexOf('PICTURE')).toBe(textOf(file).indexOf('PICTURE'))
    expect(text).not.toContain('Lina')
  })

  it.each([0, 1, 2] as const)('reads version %i of iloc', async (iloc) => {
    const text = await cleanedText(withItems([EXIF], { iloc, gap: 'Odile' }))
    expect(text).toContain('PICTURE')
    expect(text).not.toMatch(/Lina|Odile/)
  })

  it.each([
    ['two Exif items', withItems([EXIF, { ...EXIF, id: 9 }])],
    ['an item in several extents', withItems([{ ...EXIF, extents: ['\0\0\0\0MM\0*Li', 'Lina', 'na'] }])],
    ['an item in idat', withItems([{ ...EXIF, inIdat: true }])],
    ['an item of a kind nobody knows', withItems([{ ...EXIF, type: 'mine' }])],
    ['an item without a type', withVersionOfInfe(withItems([EXIF]), 1)],
    ['a uri item', withItems([{ ...EXIF, type: 'uri ', rest: 'urn:Lina\0' }])],
    ['a thumbnail', withItems([{ id: 5, type: 'hvc1', extents: ['Lina'] }], { references: [['thmb', 5, 1]] })],
    ['another picture', withItems([{ id: 5, type: 'hvc1', extents: ['Lina'] }])],
    [
      'a depth map',
      withItems([{ id: 5, type: 'hvc1', extents: ['Lina'] }], {
        references: [['auxl', 5, 1]],
        properties: [auxC('urn:mpeg:hevc:2015:auxid:2')],
        associations: [[5, 1]],
      }),
    ],
    ['the names of items', withItems([{ ...PICTURE, id: 5, name: 'Lina' }], { groups: [group('ster', 1, 5)] })],
    ['user descriptions', withItems([], { properties: [fullBox('udes', 0, 0, 'en\0Lina\0at the lake\0\0')] })],
    ['the time of creation', withItems([], { properties: [fullBox('crtt', 0, 0, 'Lina1904')] })],
    ['a top-level uuid', withItems([], { top: [userBox('be7acfcb97a942e89c71999491e3afac', 'Lina')] })],
    ['a motion film', withItems([], { end: boxOf('mpvd', 'Lina') })],
    ['Samsung’s trailer', withItems([], { end: boxOf('sefd', 'Lina') })],
    ['a provenance manifest', withItems([], { top: [boxOf('jumb', 'Lina')] })],
    ['bytes behind the last box', withItems([], { end: 'Lina at the lake' })],
    ['gaps between items', withItems([], { gap: 'Lina' })],
  ])('blanks %s', async (_, file) => {
    expect(textOf(file)).toContain('Lina')
    const text = await cleanedText(file)
    expect(text).not.toContain('Lina')
    expect(text).toContain('PICTURE')
  })

  it('keeps bytes that an item which goes shares with the picture', async () => {
    const text = await cleanedText(withItems([{ ...EXIF, extents: [], sharesWith: 1 }]))
    expect(text).toContain('PICTURE')
    expect(text).not.toContain('Exif')
  })

  it.each([
    [
      'tiles',
      [
        { id: 1, type: 'grid', extents: ['GRID'], inIdat: true },
        { id: 4, type: 'hvc1', extents: ['STAYS'] },
      ],
      { references: [['dimg', 1, 4]] },
      [],
    ],
    [
      'an alpha channel',
      [PICTURE, { id: 4, type: 'hvc1', extents: ['STAYS'] }],
      { references: [['auxl', 4, 1]], properties: [auxC('urn:mpeg:hevc:2015:auxid:1')], associations: [[4, 1]] },
      ['transparency'],
    ],
    [
      'an Apple gain map',
      [PICTURE, { id: 4, type: 'hvc1', extents: ['STAYS'] }],
      {
        references: [['auxl', 4, 1]],
        properties: [auxC('urn:com:apple:photo:2020:aux:hdrgainmap')],
        associations: [[4, 1]],
      },
      ['hdr-gain-map'],
    ],
    [
      'an ISO gain map',
      [PICTURE, { id: 4, type: 'hvc1', extents: ['STAYS'] }, { id: 5, type: 'tmap', extents: ['NUMBERS'] }],
      { references: [['dimg', 5, 1, 4]], groups: [group('altr', 5, 1)] },
      ['hdr-gain-map'],
    ],
    [
      'the other half of a stereo pair',
      [PICTURE, { id: 4, type: 'hvc1', extents: ['STAYS'] }],
      { groups: [group('ster', 1, 4)] },
      ['stereo-picture'],
    ],
  ] as [string, ItemRecipe[], Partial<HeifRecipe>, string[]][])('keeps %s', async (_, items, more, told) => {
    const { bytes, kept } = await cleanedOf(heif, heifOf({ items, ...more }))
    expect(textOf(bytes)).toContain('STAYS')
    expect(kept).toEqual(told)
  })

  it.each([
    ['its own', [4]],
    ['the picture’s as well', [1, 4]],
  ])('keeps of an Apple gain map’s XMP the numbers alone, at the same length, when it is %s', async (_, described) => {
    const xmp =
      '<x:xmpmeta xmlns:x="adobe:ns:meta/" x:xmptk="Lina’s program">'.replace('’', "'") +
      '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:HDRGainMap="http://ns.apple.com/HDRGainMap/1.0/" ' +
      'xmlns:dc="http://purl.org/dc/elements/1.1/"><HDRGainMap:HDRGainMapVersion>65536</HDRGainMap:HDRGainMapVersion><dc:creator>Odile</dc:creator></rdf:Description></rdf:RDF></x:xmpmeta>'
    const file = heifOf({
      items: [PICTURE, { id: 4, type: 'hvc1', extents: ['GAIN'] }, { ...XMP, extents: [xmp] }],
      references: [
        ['auxl', 4, 1],
        ['cdsc', 3, ...described],
      ],
      properties: [auxC('urn:com:apple:photo:2020:aux:hdrgainmap')],
      associations: [[4, 1]],
    })
    const text = await cleanedText(file)
    expect(text.length).toBe(file.length)
    expect(text).toContain('HDRGainMapVersion="65536"')
    expect(text).toContain('application/rdf+xml')
    expect(text).not.toMatch(/Lina|Odile/)
    expect(await cleanedText(latin1Bytes(text))).toBe(text)
  })

  it('keeps of what phones write since 2024 a tone-mapped picture with its base and gain map, and nothing of what all of them share', async () => {
    const file = heifOf({
      items: [
        { id: 1, type: 'grid', extents: ['GRID'], inIdat: true },
        { id: 2, type: 'hvc1', extents: ['TILE-1'] },
        { id: 3, type: 'hvc1', extents: ['TILE-2'] },
        { id: 4, type: 'hvc1', extents: ['GAIN'] },
        { id: 5, type: 'tmap', extents: ['NUMBERS'], inIdat: true },
        { ...EXIF, id: 6 },
        { ...XMP, id: 7 },
        { id: 8, type: 'hvc1', extents: ['THUMB'] },
        { id: 9, type: 'hvc1', extents: ['DEPTH'] },
      ],
      references: [
        ['dimg', 1, 2, 3],
        ['dimg', 5, 1, 4],
        ['cdsc', 6, 1, 4, 5],
        ['cdsc', 7, 1, 4, 5, 9],
        ['thmb', 8, 1],
        ['auxl', 9, 1],
      ],
      properties: [auxC('urn:mpeg:hevc:2015:auxid:2')],
      associations: [[9, 1]],
      groups: [group('altr', 5, 1), group('mine', 8, 9)],
      end: boxOf('mpvd', 'FILM'),
      top: [boxOf('sefd', 'Lina')],
    })
    const { kept } = await cleanedOf(heif, file)
    expect(kept).toEqual(['hdr-gain-map'])
    const text = await cleanedText(file)
    for (const stays of ['GRID', 'TILE-1', 'TILE-2', 'GAIN', 'NUMBERS']) expect(text).toContain(stays)
    expect(text).not.toMatch(/Lina|THUMB|DEPTH|FILM/)
  })

  it('points at Exif behind its offset, at XMP, thumbnails and films', async () => {
    const file = withItems([EXIF, XMP, { id: 5, type: 'hvc1', extents: ['THUMB'] }], {
      references: [['thmb', 5, 1]],
      end: boxOf('mpvd', 'FILM'),
    })
    const blocks = new Map<string, string>()
    for (const part of await partsOf(heif, file))
      if (part.block) blocks.set(part.block.label ?? part.block.type, await blockText(part))
    expect(Object.fromEntries(blocks)).toEqual({
      exif: 'MM\0*Lina',
      xmp: '<x>Lina</x>',
      thumbnail: 'THUMB',
      video: 'FILM',
    })
  })

  it('points at what is hidden in a gap, not at padding', async () => {
    for (const [gap, found] of [
      ['Lina '.repeat(20), 1],
      ['\0'.repeat(100), 0],
      ['pad', 0],
    ] as const) {
      const parts = await partsOf(heif, withItems([], { gap }))
      expect(parts.filter(({ block }) => block?.label === 'unused space')).toHaveLength(found)
    }
  })

  it('puts the pieces of one Exif item together in a group', async () => {
    const parts = await partsOf(heif, withItems([{ ...EXIF, extents: ['\0\0\0\0MM', '\0*Lina'] }]))
    const pieces = parts.filter(({ block }) => block?.type === 'exif')
    expect(new Set(pieces.map(({ block }) => block?.group)).size).toBe(1)
    expect((await Promise.all(pieces.map(blockText))).join('')).toBe('MM\0*Lina')
  })

  it('blanks a property of an unknown kind that the picture can be shown without', async () => {
    const text = await cleanedText(withItems([], { properties: [boxOf('mine', 'Lina')], associations: [[1, 1]] }))
    expect(text).not.toContain('Lina')
  })

  it('blanks a description that is called essential, and says that it is not', async () => {
    const properties = [boxOf('ispe', 'SIZE'), fullBox('udes', 0, 0, 'en\0Lina\0\0\0')]
    const text = await cleanedText(
      withItems([], {
        properties,
        associations: [
          [1, 0x81],
          [1, 0x82],
        ],
      }),
    )
    expect(text).not.toContain('Lina')
    expect(text).toContain('\x02\x81\x02')
  })

  it('leaves out a gain map that nobody can show who does not know one of its properties', async () => {
    const text = await cleanedText(
      heifOf({
        items: [PICTURE, { id: 4, type: 'hvc1', extents: ['GAIN'] }],
        references: [['auxl', 4, 1]],
        properties: [auxC('urn:iso:std:iso:ts:21496:-1'), boxOf('mine', 'Lina')],
        associations: [
          [4, 1],
          [4, 0x82],
        ],
      }),
    )
    expect(text).toContain('PICTURE')
    expect(text).not.toMatch(/GAIN|Lina/)
  })

  it('blanks a group as one that counts what fits its length, because readers count on it', async () => {
    const file = withItems([EXIF, { ...EXIF, id: 7 }], { groups: [group('mine', 2, 7), group('altr', 1, 2)] })
    const text = await cleanedText(file)
    const blanked = textOf(fullBox('free', 0, 0, new Uint8Array([0, 0, 0, 0, 0, 0, 0, 2]), new Uint8Array(8)))
    expect(text).toContain(`grpl${blanked}`)
    expect(text).toContain(textOf(group('altr', 1, 2)))
  })

  it('lets no reference of the picture dangle', async () => {
    const file = withItems([{ id: 5, type: 'hvc1', extents: ['LARGER'] }], { references: [['thmb', 1, 5]] })
    const text = await cleanedText(file)
    expect(text).not.toMatch(/LARGER|thmb/)
    expect(text).toContain(`\0\0\0\x0efree\0\x01\0\x01\0\x05`)
  })

  it('leaves no reference of what goes: old readers take it for metadata of a picture that is not there', async () => {
    const depth = { id: 5, type: 'hvc1', extents: ['DEPTH'] }
    const text = await cleanedText(
      withItems([depth, { ...XMP, id: 7 }], {
        references: [
          ['auxl', 5, 1],
          ['cdsc', 7, 5],
        ],
        properties: [auxC('urn:mpeg:hevc:2015:auxid:2')],
        associations: [[5, 1]],
      }),
    )
    expect(text).not.toMatch(/DEPTH|auxl|cdsc/)
    expect(text).toContain('\0\0\0\x0efree\0\x05\0\x01\0\x01\0\0\0\x0efree\0\x07\0\x01\0\x05')
  })

  it('leaves nothing in the ids of a reference that are not those of items', async () => {
    for (const ids of [[0x4c69, 0x6e61], [1, 1], [0]] as const) {
      const file = withItems([{ ...XMP, id: 7 }], { references: [['free', 7, ...ids]] })
      const text = await cleanedText(file)
      expect(text.indexOf('iref')).toBeGreaterThan(0)
      expect(text).not.toContain('Lina')
      expect(text).not.toContain(textOf(boxOf('free', u16be(7), u16be(ids.length), ...ids.map(u16be))))
    }
  })

  it('needs no Exif block for the way up, which is in the properties', async () => {
    const text = await cleanedText(
      withItems([EXIF], { properties: [boxOf('irot', Uint8Array.of(3))], associations: [[1, 1]] }),
    )
    expect(text).toContain('irot\x03')
    expect(text).not.toContain('Exif')
  })
})

/** A picture whose second item is described as in the first versions of the format. */
function withVersionOfInfe(file: Uint8Array<ArrayBuffer>, version: number): Uint8Array<ArrayBuffer> {
  file[textOf(file).lastIndexOf('infe') + 4] = version
  return file
}

describe('heif, broken', () => {
  it.each([
    ['no picture', heifOf({ items: [EXIF], primary: 2 })],
    [
      'a primary picture in JPEG, whose own metadata nobody looks into',
      heifOf({ items: [{ id: 1, type: 'jpeg', extents: ['\xff\xd8'] }] }),
    ],
    [
      'a property of an unknown kind that the picture cannot be shown without',
      withItems([], { properties: [boxOf('mine', 'Lina')], associations: [[1, 0x81]] }),
    ],
    ['two tables of items, one of which would not be read', concat(withItems([]), withItems([EXIF]).subarray(20))],
    ['two items of one number', withItems([PICTURE])],
    [
      'extents without end that take no bytes',
      concat(
        ftyp('heic'),
        fullBox('meta', 0, 0, fullBox('iloc', 0, 0, Uint8Array.of(0, 0, 0, 1, 0, 1, 0, 0, 0xff, 0xff))),
      ),
    ],
    ['meta cut short', withItems([]).subarray(0, 60)],
    ['an item that lies in a box that goes', concat(withItems([], { end: boxOf('mpvd', 'x'.repeat(50)) }))],
  ])('refuses %s', async (what, file) => {
    if (what.startsWith('an item that lies')) {
      const text = textOf(file)
      new DataView(file.buffer).setUint32(text.indexOf('iloc') + 20, text.indexOf('mpvd') + 8)
    }
    await expect(partsOf(heif, file)).rejects.toThrow(Malformed)
  })
})
