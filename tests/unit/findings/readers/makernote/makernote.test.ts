import { describe, expect, it } from 'vitest'
import { concat, latin1Bytes, u32le } from '../../../../../src/formats/core/bytes'
import { exifOf } from '../../../../support/exif-builder'
import { findingsIn, of } from '../../../../support/findings-in'

/** A directory in little-endian order whose values follow it; offsets count from `base` bytes in front of it. */
function directory(base: number, ...tags: readonly (readonly [tag: number, type: number, value: Uint8Array])[]) {
  let valuesAt = base + 2 + 12 * tags.length + 4
  const values: Uint8Array[] = []
  const entries = tags.map(([tag, type, value]) => {
    const width = type === 4 ? 4 : 1
    const head = concat(u32le(tag | (type << 16)), u32le(value.length / width))
    if (value.length <= 4) return concat(head, value, new Uint8Array(4 - value.length))
    values.push(value)
    valuesAt += value.length
    return concat(head, u32le(valuesAt - value.length))
  })
  return concat(Uint8Array.of(tags.length, 0), ...entries, u32le(0), ...values)
}

/** Where the note lies in an Exif block of this maker: IFD0 has make and pointer, the Exif directory only the note. */
const noteAt = (make: string) => 8 + (2 + 2 * 12 + 4) + (make.length + 1) + (2 + 12 + 4)

async function inNote(make: string, noteFrom: (start: number) => Uint8Array) {
  const note = noteFrom(noteAt(make))
  const bytes = exifOf({ ifd0: [[0x010f, 'ascii', `${make}\0`]], exif: [[0x927c, 'undefined', note]] })
  expect(latin1Bytes('').length + bytes.length).toBe(noteAt(make) + note.length)
  return findingsIn([{ type: 'exif', bytes }])
}

const ascii = (text: string) => latin1Bytes(`${text}\0`)

describe('Canon', () => {
  const tags = [
    [0x0009, 2, ascii('Odile Marchetti')],
    [0x000c, 4, u32le(730267814)],
    [0x0096, 2, latin1Bytes('L0709447UU\xff\xff')],
  ] as const

  it('counts offsets from the Exif block', async () => {
    const findings = await inNote('Canon', (start) => directory(start, ...tags))
    expect(of('people', findings)).toMatchObject([{ role: 'owner', names: ['Odile Marchetti'], source: 'MakerNote' }])
    expect(of('device', findings)).toMatchObject([{ serials: ['730267814', 'L0709447UU'], severity: 'medium' }])
  })

  it('is read where an editor moved the note without its offsets', async () => {
    const findings = await inNote('Canon', (start) => directory(start + 5000, ...tags))
    expect(of('device', findings)).toMatchObject([{ serials: ['730267814', 'L0709447UU'] }])
  })
})

describe('Sony', () => {
  /** The cube modulo 249, which is how Sony enciphers. */
  const enciphered = (bytes: readonly number[]) =>
    Uint8Array.from(bytes, (byte) => (byte >= 2 && byte <= 247 ? byte ** 3 % 249 : byte))

  it.each([
    ['ILCE-6000', 0x7c, [0xfe, 0xfe, 0xf8, 0x0c], 'fefef80c'],
    ['ILCE-7M3', 0x88, [0, 0, 0x01, 0x50, 0x72, 0xa8], '0000015072a8'],
    ['SLT-A99V', 0xf0, [1, 2, 3, 4, 5], '0102030405'],
  ])('%s keeps its number in an enciphered block', async (model, at, number, expected) => {
    const block = new Uint8Array(300)
    block.set(enciphered(number), at)
    const ifd0 = [
      [0x010f, 'ascii', 'SONY\0'],
      [0x0110, 'ascii', `${model}\0`],
    ] as const
    const noteAt = exifOf({ ifd0, exif: [[0x927c, 'undefined', new Uint8Array(8)]] }).length - 8
    const note = concat(latin1Bytes('SONY DSC \0\0\0'), directory(noteAt + 12, [0x9050, 7, block]))
    const bytes = exifOf({ ifd0, exif: [[0x927c, 'undefined', note]] })
    expect(of('device', await findingsIn([{ type: 'exif', bytes }]))).toMatchObject([{ serials: [expected] }])
    const other = exifOf({ ifd0: [ifd0[0], [0x0110, 'ascii', 'DSC-RX100\0']], exif: [[0x927c, 'undefined', note]] })
    expect(of('device', await findingsIn([{ type: 'exif', bytes: other }]))).toMatchObject([{ serials: [] }])
  })
})

it('Nikon has a TIFF header of its own', async () => {
  const findings = await inNote('NIKON CORPORATION', () =>
    concat(latin1Bytes('Nikon\0\x02\x10\0\0II*\0'), u32le(8), directory(8, [0x001d, 2, ascii('3001006')])),
  )
  expect(of('device', findings)).toMatchObject([{ serials: ['3001006'] }])
})

it('Olympus has its numbers in a directory inside of the note', async () => {
  const findings = await inNote('OLYMPUS', () => {
    const inner = 12 + 2 + 12 + 4
    return concat(
      latin1Bytes('OLYMPUS\0II\x03\0'),
      directory(12, [0x2010, 4, u32le(inner)]),
      directory(inner, [0x0101, 2, ascii('B9U505495')], [0x0202, 2, ascii('AC1205545')]),
    )
  })
  expect(of('device', findings)).toMatchObject([{ serials: ['B9U505495', 'AC1205545'] }])
})

it('Panasonic knows the baby, the faces it was taught and the place', async () => {
  const face = concat(
    latin1Bytes('Lina'),
    new Uint8Array(16),
    new Uint8Array(8),
    latin1Bytes('3 years'),
    new Uint8Array(13),
  )
  const findings = await inNote('Panasonic', (start) =>
    concat(
      latin1Bytes('Panasonic\0\0\0'),
      directory(
        start + 12,
        [0x0061, 7, concat(Uint8Array.of(1, 0, 0, 0), face)],
        [0x0066, 7, latin1Bytes('Milo\0\0\0\0')],
        [0x006d, 7, latin1Bytes('Villeurbanne\0\0')],
        [0x0069, 7, latin1Bytes('France\0\0')],
      ),
    ),
  )
  expect(of('people', findings).map(({ role, names }) => [role, names])).toEqual([
    ['face', ['Lina']],
    ['shown', ['Milo']],
  ])
  expect(of('place', findings)).toMatchObject([{ names: ['Villeurbanne', 'France'] }])
})

it('a note that nobody can read says nothing', async () => {
  expect(of('device', await inNote('Canon', () => latin1Bytes('\xff\xff\xff\xffno directory')))).toMatchObject([
    { serials: [] },
  ])
})

describe('a preview inside of the note', () => {
  const JPEG = Uint8Array.of(0xff, 0xd8, 0xff, 0xdb, 0, 2, 0xff, 0xd9, 0, 0, 0, 0)
  const bytesOf = async (blob: Blob | undefined) => new Uint8Array((await blob?.arrayBuffer()) ?? new ArrayBuffer(0))
  const previewsOf = (findings: Awaited<ReturnType<typeof inNote>>) => of('hidden-picture', findings)

  it('of Casio is found by its offset in the Exif block', async () => {
    const findings = await inNote('CASIO', (start) => {
      const tags = (at: number) =>
        [
          [0x0003, 4, u32le(JPEG.length)],
          [0x0004, 4, u32le(at)],
        ] as const
      const length = 6 + directory(0, ...tags(0)).length
      return concat(latin1Bytes('QVC\0\0\0'), directory(start + 6, ...tags(start + length)), JPEG)
    })
    expect(previewsOf(findings)).toMatchObject([{ role: 'preview', source: 'MakerNote' }])
    expect(await bytesOf(previewsOf(findings)[0]?.picture)).toEqual(JPEG)
  })

  it('of Olympus is found in its directory of settings', async () => {
    const findings = await inNote('OLYMPUS', () => {
      const inner = (base: number, at: number) =>
        directory(base, [0x0101, 4, u32le(at)], [0x0102, 4, u32le(JPEG.length)])
      const outerLength = directory(0, [0x2020, 4, u32le(0)]).length
      const innerAt = 12 + outerLength
      const at = innerAt + inner(0, 0).length
      const outer = directory(12, [0x2020, 4, u32le(innerAt)])
      return concat(latin1Bytes('OLYMPUS\0II\x03\0'), outer, inner(innerAt, at), JPEG)
    })
    expect(previewsOf(findings)).toMatchObject([{ role: 'preview' }])
  })

  it('of Nikon is found behind the pointer to its directory', async () => {
    const findings = await inNote('NIKON CORPORATION', () => {
      const inner = (base: number, at: number) =>
        directory(base, [0x0201, 4, u32le(at)], [0x0202, 4, u32le(JPEG.length)])
      const innerAt = 8 + directory(8, [0x0011, 4, u32le(0)]).length
      const at = innerAt + inner(0, 0).length
      const tiff = concat(latin1Bytes('II*\0'), u32le(8), directory(8, [0x0011, 4, u32le(innerAt)]))
      return concat(latin1Bytes('Nikon\0\x02\x10\0\0'), tiff, inner(innerAt, at), JPEG)
    })
    expect(previewsOf(findings)).toMatchObject([{ role: 'preview' }])
  })

  it('of Sony begins behind a head whose first byte of JPEG is empty', async () => {
    const shown = concat(new Uint8Array(32), Uint8Array.of(0), JPEG.subarray(1))
    const findings = await inNote('SONY', (start) => directory(start, [0x2001, 1, shown]))
    expect(await bytesOf(previewsOf(findings)[0]?.picture)).toEqual(JPEG)
  })

  it('that is no JPEG, or lies elsewhere, is none', async () => {
    const tags = [
      [0x0003, 4, u32le(5000)],
      [0x0004, 4, u32le(40)],
    ] as const
    const findings = await inNote('CASIO', (start) => concat(latin1Bytes('QVC\0\0\0'), directory(start + 6, ...tags)))
    expect(previewsOf(findings)).toEqual([])
  })
})

it.each([
  ['a place', '..position lat=45.7640&lon=4.8357..', 'place'],
  ['a mail address', '\x01\x02owner zoe.quill@example.com\x03', 'words'],
  ['a moment', '\x01\x022024:05:06 07:08:09\x03', 'time'],
])('a note in no known layout says %s in plain text', async (_, text, kind) => {
  expect((await inNote('Acme', () => latin1Bytes(text))).filter((one) => one.kind !== 'device')).toMatchObject([
    { kind },
  ])
})
