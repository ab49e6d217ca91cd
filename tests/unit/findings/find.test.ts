import { describe, expect, it } from 'vitest'
import { findIn } from '../../../src/findings/find'
import { fresh } from '../../../src/formats/core/part'
import { degrees, exifOf, gpsTags } from '../../support/exif-builder'
import { findingsIn, of, xmp } from '../../support/findings-in'

describe('second pictures and videos', () => {
  it.each([
    ['thumbnail', 'thumbnail'],
    ['preview', 'preview'],
    ['depth', 'depth'],
    ['something else', 'second-image'],
  ])('labelled %s are %s', async (label, role) => {
    const [found] = of(
      'hidden-picture',
      await findingsIn([{ type: 'picture', label, name: 'second image', bytes: 'picture' }]),
    )
    expect(found).toMatchObject({ role, severity: 'medium', source: 'second image' })
    expect(await found?.picture?.text()).toBe('picture')
  })

  it.each(['gain map', 'stereo'])('that belong to the picture on show, like a %s, are none', async (label) => {
    expect(await findingsIn([{ type: 'picture', label, bytes: 'picture' }])).toEqual([])
  })

  it('of a motion photo are a hidden video', async () => {
    const [found] = of('hidden-video', await findingsIn([{ type: 'video', name: 'motion video', bytes: 'film' }]))
    expect(found).toMatchObject({ severity: 'medium', source: 'motion video' })
    expect(await found?.video?.text()).toBe('film')
  })
})

it('a provenance manifest is history', async () => {
  expect(await findingsIn([{ type: 'c2pa', bytes: 'JP' }])).toEqual([
    { kind: 'history', severity: 'low', source: 'C2PA', software: [], provenance: true },
  ])
})

it('the most telling comes first', async () => {
  const exif = exifOf({
    ifd0: [
      [0x0110, 'ascii', 'iPhone 13\0'],
      [0x010e, 'ascii', 'Lina at the lake\0'],
      [0x013b, 'ascii', 'Odile\0'],
      [0x0131, 'ascii', 'Photos 9.0\0'],
    ],
    exif: [[0x9003, 'ascii', '2025:06:14 15:42:10\0']],
    gps: gpsTags(degrees(48, 6, 0), 'N', degrees(11, 34, 30), 'E'),
    thumbnail: Uint8Array.of(0xff, 0xd8),
  })
  const findings = await findingsIn(
    [
      { type: 'unknown', label: 'APP7', bytes: 'x' },
      { type: 'video', bytes: 'film' },
      { type: 'exif', bytes: exif },
    ],
    { name: 'IMG_20250614_154210.jpg' },
  )
  expect(findings.map(({ kind }) => kind)).toEqual([
    'place',
    'people',
    'time',
    'words',
    'hidden-picture',
    'hidden-video',
    'device',
    'history',
    'file-name',
    'unknown',
  ])
})

it('one fact in several blocks is one finding that names them all', async () => {
  const exif = exifOf({
    ifd0: [
      [0x013b, 'ascii', 'Odile\0'],
      [0x010e, 'ascii', 'Lina at the  lake\0'],
    ],
  })
  const packet = xmp('<dc:creator>odile</dc:creator><dc:description>Lina at the lake</dc:description>')
  expect(
    await findingsIn([
      { type: 'exif', bytes: exif },
      { type: 'xmp', bytes: packet },
    ]),
  ).toEqual([
    { kind: 'people', severity: 'high', source: 'Exif, XMP', names: ['Odile'], role: 'author' },
    { kind: 'words', severity: 'medium', source: 'Exif, XMP', text: 'Lina at the  lake', role: 'caption' },
  ])
})

it('blocks of a name that nobody reads are counted together', async () => {
  const findings = await findingsIn([
    { type: 'unknown', label: 'mebx', bytes: '12345' },
    { type: 'unknown', label: 'mebx', bytes: '678' },
  ])
  expect(findings).toMatchObject([{ kind: 'unknown', label: 'mebx', bytes: 8 }])
})

it('parts without a block, and bytes that cleaning wrote, say nothing', async () => {
  expect(await findIn([fresh('APP1 Exif orientation', Uint8Array.of(1))], new File([], 'photo.jpg'), 'jpeg')).toEqual(
    [],
  )
})

it('a file that is gone is no finding', async () => {
  const gone = {
    size: 4,
    blob: new Blob(['abcd']),
    read: () => Promise.reject(new DOMException('gone', 'NotFoundError')),
  }
  const part = {
    name: 'APP1 XMP',
    content: { kind: 'slice', source: gone, start: 0, end: 4 },
    block: { type: 'xmp', start: 0, end: 4 },
  } as const
  await expect(findIn([part], new File([], 'photo.jpg'), 'jpeg')).rejects.toThrow('gone')
})

it('a block with more to say than anybody reads is told in part', async () => {
  const datasets = Array.from({ length: 200_000 }, (_, index) => `\x1c\x02\x50\0\x06${String(index).padStart(6, 'n')}`)
  const findings = await findingsIn([{ type: 'iptc', bytes: datasets.join('') }])
  expect(of('people', findings)[0]?.names).toHaveLength(100)
})
