import { describe, expect, it } from 'vitest'
import { latin1Bytes } from '../../../../src/formats/core/bytes'
import { Malformed, NotThisFormat, Uncheckable } from '../../../../src/formats/core/malformed'
import { tiff } from '../../../../src/formats/tiff/tiff'
import { blockText, cleanedOf, namesOf, partsOf } from '../../../support/taken-apart'
import { PICTURE, PIXELS, PLAIN, SUB, type TagRecipe, tiffOf } from '../../../support/tiff-bytes'

const MAKE: TagRecipe = [271, 2, 'Fabrikam of Lina\0']
const ARTIST: TagRecipe = [315, 2, 'Ada']
const REDUCED: TagRecipe = [254, 4, [1]]

const textOf = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1')
/** A file, cleaned; what is left must be nothing but what may stay. */
async function cleanedText(file: Uint8Array): Promise<string> {
  const { bytes } = await cleanedOf(tiff, file)
  expect((await cleanedOf(tiff, bytes)).removed).toEqual([])
  return textOf(bytes)
}
const tagsIn = async (file: Uint8Array) =>
  (await namesOf(tiff, file)).filter((name) => /^IFD\/(?!next)/.test(name)).map((name) => name.slice(4))

describe('tiff.recognises', () => {
  it.each([
    ['little-endian', 'II*\0\x08\0\0\0', true],
    ['big-endian', 'MM\0*\0\0\0\x08', true],
    ['BigTIFF', 'II+\0\x08\0\0\0', true],
    ['Canon’s RAW', 'II*\0\x10\0\0\0CR\x02\0', false],
    ['Olympus’ RAW', 'IIRO\x08\0\0\0', false],
    ['Panasonic’s RAW', 'IIU\0\x08\0\0\0', false],
    ['nothing', '', false],
  ])('%s', (_, head, expected) => {
    expect(tiff.recognises(latin1Bytes(head))).toBe(expected)
  })
})

describe.each([
  ['little-endian', { littleEndian: true }],
  ['big-endian', { littleEndian: false }],
  ['BigTIFF', { big: true }],
  ['BigTIFF, big-endian', { big: true, littleEndian: false }],
])('tiff, %s', (_, shape) => {
  it('drops entries, blanks values, leaves directory and picture where they are', async () => {
    const file = tiffOf({ ...shape, pages: [[...PLAIN, MAKE, ARTIST, [282, 5, [72, 1]]]] })
    const { bytes, removed } = await cleanedOf(tiff, file)
    expect(textOf(bytes)).not.toMatch(/Lina|Ada/)
    expect(textOf(bytes).indexOf(PIXELS)).toBe(textOf(file).indexOf(PIXELS))
    expect(removed).toEqual(['IFD/Make', 'IFD/Artist'])
    const names = await tagsIn(bytes)
    expect(names).toContain('XResolution')
    expect(names).not.toContain('Make')
  })

  it('cleans every page and leaves out reduced copies', async () => {
    const page = (text: string, ...more: TagRecipe[]): TagRecipe[] => [...more, ...PLAIN, [270, 2, text]]
    const file = tiffOf({ ...shape, pages: [page('Lina one'), page('Lina small', REDUCED), page('Lina three')] })
    const { bytes, kept } = await cleanedOf(tiff, file)
    const names = await namesOf(tiff, bytes)
    expect(names.filter((name) => name.startsWith('IFD') && !name.includes('/'))).toEqual([
      'IFD',
      'IFD of another page',
    ])
    expect(textOf(bytes)).not.toContain('Lina')
    expect(textOf(bytes).split(PIXELS)).toHaveLength(3)
    expect(kept).toEqual(['pages'])
  })

  it('changes nothing in a file that says nothing', async () => {
    const file = tiffOf({ ...shape, pages: [PLAIN, PLAIN] })
    expect((await cleanedOf(tiff, file)).bytes).toEqual(file)
  })
})

describe('tiff', () => {
  it.each([
    ['a gap', tiffOf({ pages: [PLAIN], gap: 'Lina' })],
    ['what follows the end', tiffOf({ pages: [PLAIN], end: 'Lina' })],
    ['a private tag', tiffOf({ pages: [[...PLAIN, [65000, 2, 'Lina at the lake']]] })],
    ['GeoTIFF', tiffOf({ pages: [[...PLAIN, [34737, 2, 'Lina at the lake']]] })],
    ['a text where a number belongs', tiffOf({ pages: [[...PLAIN, [297, 2, 'Lina at the lake']]] })],
    [
      'a preview in a SubIFD',
      tiffOf({ pages: [[...PLAIN, [330, 4, [SUB]]]], sub: [REDUCED, ...PLAIN, [270, 2, 'Lina at the lake']] }),
    ],
  ])('blanks %s', async (_, file) => {
    expect(textOf(file)).toContain('Lina')
    const text = await cleanedText(file)
    expect(text).not.toContain('Lina')
    expect(text).toContain(PIXELS)
  })

  it('points at XMP, IPTC, previews, and the whole as a TIFF structure', async () => {
    const file = tiffOf({
      pages: [[...PLAIN, [330, 4, [SUB]], [700, 1, '<x>Lina</x>'], [33723, 7, '\x1c\x02\x50\0\x04Lina']]],
      sub: [REDUCED, ...PLAIN],
    })
    const blocks = []
    for (const part of await partsOf(tiff, file)) if (part.block) blocks.push([part.block.type, await blockText(part)])
    expect(blocks).toEqual([
      ['exif', textOf(file)],
      ['picture', PIXELS],
      ['xmp', '<x>Lina</x>'],
      ['iptc', '\x1c\x02\x50\0\x04Lina'],
    ])
  })

  it('keeps a value that a tag which goes shares with one that stays', async () => {
    const file = tiffOf({ pages: [[...PLAIN, [270, 2, 'x'.repeat(9)], [282, 5, [72, 1]]]] })
    const shared = textOf(file).indexOf('x'.repeat(9)) + 9
    const entry = textOf(file).indexOf('\x0e\x01\x02\0') + 8
    new DataView(file.buffer).setUint32(entry, shared - 4, true)
    const { bytes } = await cleanedOf(tiff, file)
    expect(bytes.subarray(shared, shared + 8)).toEqual(file.subarray(shared, shared + 8))
  })

  it('takes one uncompressed strip without a length', async () => {
    const file = tiffOf({ pages: [PLAIN.filter(([tag]) => tag !== 279)], end: 'Lina' })
    const text = await cleanedText(file)
    expect(text).toContain(PIXELS)
    expect(text).not.toContain('Lina')
  })

  it.each([
    ['DNG', [...PLAIN, [50706, 1, '\x01\x04\0\0']]],
    ['a colour filter array', [...PLAIN.filter(([tag]) => tag !== 262), [262, 3, [32803]]]],
    ['Sony’s compression', [...PLAIN.filter(([tag]) => tag !== 259), [259, 3, [32767]]]],
    ['Nikon’s compression', [...PLAIN.filter(([tag]) => tag !== 259), [259, 3, [34713]]]],
  ] as [string, TagRecipe[]][])('does not know RAW photos: %s', async (_, page) => {
    await expect(partsOf(tiff, tiffOf({ pages: [page] }))).rejects.toThrow(NotThisFormat)
    await expect(partsOf(tiff, tiffOf({ pages: [[...PLAIN, [330, 4, [SUB]]]], sub: page }))).rejects.toThrow(
      NotThisFormat,
    )
  })

  it('does not know a file whose picture lies in a SubIFD', async () => {
    const file = tiffOf({ pages: [[...PLAIN, [330, 4, [SUB]]]], sub: PLAIN })
    await expect(partsOf(tiff, file)).rejects.toThrow(NotThisFormat)
  })
})

describe('tiff with strips coded as JPEG', () => {
  const JPEG = (segments: string) => `\xff\xd8${segments}\xff\xda\0\x02`
  const page = (strip: string): TagRecipe[] => {
    const plain = PLAIN.filter(([tag]) => tag !== 259 && tag !== 273 && tag !== 279)
    return [...plain, [259, 3, [7]], [273, 4, [8 + 2 + 7 * 12 + 4]], [279, 4, [strip.length]]]
  }
  const file = (strip: string) => tiffOf({ pages: [page(strip)], gap: strip })

  it.each([
    ['tables alone', JPEG('\xff\xdb\0\x03t'), true],
    ['a bare Adobe segment', JPEG('\xff\xff\xee\0\x0eAdobe1234567'), true],
    ['no picture at all', JPEG('').replace('\xda', '\xd9'), true],
    ['text between segments', JPEG('Lina'), false],
    ['a segment that ends outside', JPEG('\xff\xfe\0\x99Lina'), false],
  ])('%s', async (_, strip, isTaken) => {
    const parts = partsOf(tiff, file(strip))
    if (isTaken) expect((await parts).some(({ name }) => name === 'picture')).toBe(true)
    else await expect(parts).rejects.toThrow(Malformed)
  })

  it.each([
    ['a comment', '\xff\xfe\0\x06Lina', '\xff\xfe\0\x06\0\0\0\0'],
    ['Exif', '\xff\xe1\0\x0cExif\0\0Lina', `\xff\xe1\0\x0c${'\0'.repeat(10)}`],
    ['a long Adobe segment', '\xff\xee\0\x12Adobe1234567Lina', '\xff\xee\0\x12Adobe1234567\0\0\0\0'],
    [
      'a JFIF thumbnail',
      '\xff\xe0\0\x13JFIF\0\x01\x01\0\0\x01\0\x01\x01\x01Lin',
      '\xff\xe0\0\x13JFIF\0\x01\x01\0\0\x01\0\x01\0\0\0\0\0',
    ],
  ])('blanks %s in its place', async (_, segment, blanked) => {
    const before = file(JPEG(`\xff\xdb\0\x03t${segment}`))
    const text = await cleanedText(before)
    expect(text).toContain(JPEG(`\xff\xdb\0\x03t${blanked}`))
    const part = (await partsOf(tiff, before)).find(({ name }) => name === 'metadata in a strip')
    expect(part?.block?.type).toBe(segment.includes('Exif') ? 'exif' : 'text')
  })
})

describe('tiff with JPEG as TIFF 6.0 had it', () => {
  it('keeps the tables that its tags point to', async () => {
    const tables = `${'Q'.repeat(64)}${'\x01'.repeat(16)}${'D'.repeat(16)}${'\0'.repeat(15)}\x03AAA`
    const start = 8 + 2 + 10 * 12 + 4
    const page: TagRecipe[] = [
      ...PLAIN.filter(([tag]) => tag !== 259),
      [259, 3, [6]],
      [519, 4, [start]],
      [520, 4, [start + 64]],
      [521, 4, [start + 96]],
    ]
    const text = await cleanedText(tiffOf({ pages: [page], gap: `${tables}Lina` }))
    expect(text).toContain(`${tables}\0\0\0\0${PIXELS}`)
  })
})

describe('tiff whose lengths nobody wrote down', () => {
  const rows: TagRecipe[] = [
    ...PLAIN.filter(([tag]) => tag < 257 || tag > 257).filter(([tag]) => tag !== 256 && tag !== 273 && tag !== 279),
    [256, 3, [4]],
    [257, 3, [2]],
    [278, 3, [1]],
    [279, 4, [0, 0]],
  ]
  const start = 8 + 2 + 8 * 12 + 4

  it('keeps as many bytes as an uncompressed strip has', async () => {
    const file = tiffOf({ pages: [[...rows, [273, 4, [start, start + 4]]]], end: 'Lina' })
    const text = await cleanedText(file)
    expect(text).toContain(PIXELS)
    expect(text).not.toContain('Lina')
  })

  it('is not for packed strips, nor for a page of which nothing was written', async () => {
    const packed = rows.map((tag): TagRecipe => (tag[0] === 259 ? [259, 3, [5]] : tag))
    await expect(partsOf(tiff, tiffOf({ pages: [[...packed, [273, 4, [start, start + 4]]]] }))).rejects.toThrow(
      Uncheckable,
    )
    await expect(partsOf(tiff, tiffOf({ pages: [[...rows, [273, 4, [0, 0]]]] }))).rejects.toThrow(Uncheckable)
  })
})

describe('tiff, broken', () => {
  const twoPages = tiffOf({ pages: [PLAIN, PLAIN] })
  const nextOf = 8 + 2 + PLAIN.length * 12

  it.each([
    ['no directory', latin1Bytes('II*\0\0\0\0\0')],
    ['a directory outside of the file', latin1Bytes('II*\0\xff\xff\0\0')],
    ['more tags than it has bytes', latin1Bytes('II*\0\x08\0\0\0\xff\x0f')],
    ['pages in a circle', withNumber(twoPages, nextOf, 8)],
    ['directories that overlap', withNumber(twoPages, nextOf, 8 + 12)],
    ['a strip outside of the file', tiffOf({ pages: [[...PLAIN.filter(([tag]) => tag !== 279), [279, 4, [9999]]]] })],
    ['a strip on the header', tiffOf({ pages: [[...PLAIN.filter(([tag]) => tag !== 273), [273, 4, [2]]]] })],
    [
      'fewer lengths than strips',
      tiffOf({ pages: [[...PLAIN.filter(([tag]) => tag !== 273), [273, 4, [PICTURE, PICTURE]]]] }),
    ],
    [
      'strips counted in fractions',
      tiffOf({ pages: [[...PLAIN.filter(([tag]) => tag !== 273), [273, 5, [PICTURE, 1]]]] }),
    ],
    ['a BigTIFF with offsets of four bytes', latin1Bytes('II+\0\x04\0\0\0\x10\0\0\0\0\0\0\0')],
  ])('refuses %s', async (_, file) => {
    await expect(partsOf(tiff, file)).rejects.toThrow(Malformed)
  })
})

function withNumber(file: Uint8Array<ArrayBuffer>, at: number, value: number): Uint8Array<ArrayBuffer> {
  const copy = Uint8Array.from(file)
  new DataView(copy.buffer).setUint32(at, value, true)
  return copy
}
