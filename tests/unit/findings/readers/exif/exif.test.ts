import { describe, expect, it } from 'vitest'
import { concat, latin1Bytes } from '../../../../../src/formats/core/bytes'
import { degrees, type ExifRecipe, exifOf, gpsTags } from '../../../../support/exif-builder'
import { findingsIn, of, xmp } from '../../../../support/findings-in'
import { PLAIN, SUB, tiffOf } from '../../../../support/tiff-bytes'

const inExif = (recipe: ExifRecipe) => findingsIn([{ type: 'exif', bytes: exifOf(recipe) }])

describe('place', () => {
  const [NORTH, EAST] = [degrees(48, 48, 48.24), degrees(2, 21, 43.92)]

  it.each([
    ['N', 'E', 48.8134, 2.3622],
    ['S', 'E', -48.8134, 2.3622],
    ['N', 'W', 48.8134, -2.3622],
    ['S', 'W', -48.8134, -2.3622],
    ['', '', 48.8134, 2.3622],
  ])('reads hemispheres %s %s', async (ref, eastRef, latitude, longitude) => {
    const [place] = of('place', await inExif({ gps: gpsTags(NORTH, ref, EAST, eastRef) }))
    expect(place).toMatchObject({ severity: 'high', source: 'Exif GPS', names: [] })
    expect(place?.position?.latitude).toBeCloseTo(latitude, 6)
    expect(place?.position?.longitude).toBeCloseTo(longitude, 6)
  })

  it('reads either byte order', async () => {
    const [place] = of('place', await inExif({ littleEndian: false, gps: gpsTags(NORTH, 'N', EAST, 'E') }))
    expect(place?.position?.latitude).toBeCloseTo(48.8134, 6)
  })

  it('reads the altitude, below the sea as well', async () => {
    const gps = [...gpsTags(NORTH, 'N', EAST, 'E'), [5, 'byte', [1]], [6, 'rational', [25, 10]]] as const
    expect(of('place', await inExif({ gps }))[0]?.altitude).toBe(-2.5)
  })

  it.each([
    ['zeros, as Android leaves them', [0, 1, 0, 1, 0, 1]],
    ['0/0', [0, 0, 0, 0, 0, 0]],
  ])('is not found in %s', async (_, zero) => {
    expect(await inExif({ gps: gpsTags(zero, 'N', zero, 'E') })).toEqual([])
  })

  it('is not found in an empty directory or in half of a position', async () => {
    expect(await inExif({ gps: [[0, 'byte', [2, 3, 0, 0]]] })).toEqual([])
    expect(
      await inExif({
        gps: [
          [1, 'ascii', 'N\0'],
          [2, 'rational', NORTH],
        ],
      }),
    ).toEqual([])
  })

  it('is on the equator, on the meridian, and not beyond the poles', async () => {
    const zero = [0, 1, 0, 1, 0, 1]
    expect(of('place', await inExif({ gps: gpsTags(zero, 'N', EAST, 'E') }))).toHaveLength(1)
    expect(of('place', await inExif({ gps: gpsTags(degrees(91, 0, 0), 'N', EAST, 'E') }))).toEqual([])
  })
})

describe('time', () => {
  it('is when the photo was taken, with the clock’s offset, and when it was changed on another day', async () => {
    const findings = await inExif({
      ifd0: [[0x0132, 'ascii', '2025:06:20 09:00:00\0']],
      exif: [
        [0x9003, 'ascii', '2025:06:14 15:42:10\0'],
        [0x9011, 'ascii', '+02:00\0'],
      ],
    })
    expect(findings).toEqual([
      {
        kind: 'time',
        severity: 'medium',
        source: 'Exif',
        local: '2025-06-14T15:42:10',
        offset: '+02:00',
        event: 'taken',
      },
      { kind: 'time', severity: 'low', source: 'Exif', local: '2025-06-20T09:00:00', event: 'changed' },
    ])
  })

  it('is one fact where it was changed on the same day', async () => {
    const findings = await inExif({
      ifd0: [[0x0132, 'ascii', '2025:06:14 19:00:00\0']],
      exif: [[0x9003, 'ascii', '2025:06:14 15:42:10\0']],
    })
    expect(findings).toMatchObject([{ local: '2025-06-14T15:42:10', event: 'taken' }])
  })

  it('is when it was changed, where nothing else is known', async () => {
    const [time] = await inExif({ ifd0: [[0x0132, 'ascii', '2025:06:20 09:00:00\0']] })
    expect(time).toMatchObject({ local: '2025-06-20T09:00:00', event: 'changed' })
  })

  it('has no seconds where a program wrote more than a minute has', async () => {
    const [time] = await inExif({ exif: [[0x9003, 'ascii', '2013:05:26 16:05:92\0']] })
    expect(time).toMatchObject({ local: '2013-05-26T16:05' })
  })

  it.each(['0000:00:00 00:00:00', '    :  :     :  :  ', '1970:01:01 00:00:00', '2025:13:40 10:00:00', 'yesterday'])(
    'is not found in %j',
    async (text) => expect(await inExif({ exif: [[0x9003, 'ascii', `${text}\0`]] })).toEqual([]),
  )
})

describe('texts', () => {
  it('stay text, whatever they hold', async () => {
    const [words] = await inExif({ ifd0: [[0x010e, 'ascii', '<img src=x onerror=alert(1)>\x07\x1b[31m Lina\0']] })
    expect(words).toMatchObject({ kind: 'words', role: 'caption', text: '<img src=x onerror=alert(1)>[31m Lina' })
  })

  it('are cut when they are longer than anybody reads', async () => {
    const [words] = of('words', await inExif({ ifd0: [[0x010e, 'ascii', `${'word '.repeat(5000)}\0`]] }))
    expect(words?.text.length).toBeLessThan(2100)
  })

  it.each([
    'OLYMPUS DIGITAL CAMERA         ',
    'SONY DSC',
    '          ',
    'default',
    'Untitled',
    '(c)',
    'unknown',
    'ASCII',
  ])('that a machine writes, like %j, are none', async (text) =>
    expect(
      await inExif({
        ifd0: [
          [0x010e, 'ascii', `${text}\0`],
          [0x8298, 'ascii', `${text}\0`],
        ],
      }),
    ).toEqual([]),
  )

  it('may be in UTF-8 or in Latin-1', async () => {
    const utf8 = concat(new TextEncoder().encode('Zoë Müller'), Uint8Array.of(0))
    expect(of('people', await inExif({ ifd0: [[0x013b, 'ascii', utf8]] }))[0]?.names).toEqual(['Zoë Müller'])
    expect(of('people', await inExif({ ifd0: [[0x013b, 'ascii', 'Zo\xeb M\xfcller\0']] }))[0]?.names).toEqual([
      'Zoë Müller',
    ])
  })

  it('of Windows are UTF-16', async () => {
    const wide = Uint8Array.from('Zoë\0', (letter) => letter.charCodeAt(0))
    const bytes = concat(...Array.from(wide, (code) => Uint8Array.of(code, 0)))
    const findings = await inExif({
      ifd0: [
        [0x9c9d, 'byte', bytes],
        [0x9c9e, 'byte', bytes],
      ],
    })
    expect(of('people', findings)[0]).toMatchObject({ names: ['Zoë'], role: 'author' })
    expect(of('words', findings)[0]).toMatchObject({ text: 'Zoë', role: 'keywords' })
  })

  it.each([
    ['ASCII\0\0\0', latin1Bytes('At the lake')],
    ['\0\0\0\0\0\0\0\0', latin1Bytes('At the lake')],
    ['UNICODE\0', concat(...Array.from('At the lake', (letter) => Uint8Array.of(letter.charCodeAt(0), 0)))],
    ['UNICODE\0', concat(...Array.from('At the lake', (letter) => Uint8Array.of(0, letter.charCodeAt(0))))],
  ])('of the user follow the name of their encoding, %j', async (charset, text) => {
    const findings = await inExif({ exif: [[0x9286, 'undefined', concat(latin1Bytes(charset), text)]] })
    expect(of('words', findings)[0]).toMatchObject({ text: 'At the lake', role: 'comment' })
  })
})

describe('devices', () => {
  it('have one name, and serial numbers of their own', async () => {
    const findings = await inExif({
      ifd0: [
        [0x010f, 'ascii', 'NIKON CORPORATION\0'],
        [0x0110, 'ascii', 'NIKON D90\0'],
      ],
      exif: [
        [0xa431, 'ascii', '2001881\0'],
        [0xa435, 'ascii', '2001881\0'],
        [0xa430, 'ascii', 'Odile Marchetti\0'],
      ],
    })
    expect(of('device', findings)).toEqual([
      { kind: 'device', severity: 'medium', source: 'Exif', model: 'NIKON D90', serials: ['2001881'] },
    ])
    expect(of('people', findings)[0]).toMatchObject({ role: 'owner', names: ['Odile Marchetti'] })
  })

  it('without a serial number are of low severity', async () => {
    const findings = await inExif({
      ifd0: [
        [0x010f, 'ascii', 'Apple\0'],
        [0x0110, 'ascii', 'iPhone 13\0'],
      ],
    })
    expect(findings).toEqual([
      { kind: 'device', severity: 'low', source: 'Exif', model: 'Apple iPhone 13', serials: [] },
    ])
  })
})

describe('programs', () => {
  it('are history', async () => {
    const [history] = await inExif({ ifd0: [[0x0131, 'ascii', 'Adobe Photoshop 25.0\0']] })
    expect(history).toEqual({
      kind: 'history',
      severity: 'low',
      source: 'Exif',
      software: ['Adobe Photoshop 25.0'],
      provenance: false,
    })
  })

  it.each(['18.7.1', 'Ver.1.00', 'v84-71', '28-1012'])('are not the firmware of a camera, like %s', async (version) => {
    expect(await inExif({ ifd0: [[0x0131, 'ascii', `${version}\0`]] })).toEqual([])
  })
})

describe('hidden pictures', () => {
  it('are not looked for at half a byte', async () => {
    const halves = [1, 2]
    const ifd1 = [
      [0x0201, 'rational', halves],
      [0x0202, 'rational', halves],
    ] as const
    expect(await inExif({ ifd1 })).toEqual([])
  })

  it('are the thumbnail, as a slice of the file', async () => {
    const thumbnail = latin1Bytes('a picture before it was cropped')
    const [found] = of('hidden-picture', await inExif({ thumbnail }))
    expect(found).toMatchObject({ role: 'thumbnail', severity: 'medium', source: 'Exif' })
    expect(await found?.picture?.text()).toBe('a picture before it was cropped')
  })

  it('of bare pixels are found, and cannot be shown', async () => {
    const ifd1 = [
      [0x0103, 'short', [1]],
      [0x0111, 'long', [8]],
      [0x0117, 'long', [12]],
    ] as const
    expect(await inExif({ ifd1 })).toEqual([
      { kind: 'hidden-picture', severity: 'medium', source: 'Exif', role: 'thumbnail' },
    ])
  })

  it('may be a JPEG in a strip', async () => {
    const ifd1 = [
      [0x0103, 'short', [6]],
      [0x0111, 'long', [0]],
      [0x0117, 'long', [2]],
    ] as const
    const [found] = of('hidden-picture', await inExif({ ifd1 }))
    expect(await found?.picture?.text()).toBe('II')
  })

  it('of which the length counts too many bytes end with the block', async () => {
    const ifd1 = [
      [0x0201, 'long', [0]],
      [0x0202, 'long', [5000]],
    ] as const
    const [found] = of('hidden-picture', await inExif({ ifd1 }))
    expect(found?.picture?.size).toBe(exifOf({ ifd1 }).length)
  })

  it('are not found where the thumbnail is said to lie outside', async () => {
    expect(
      await inExif({
        ifd1: [
          [0x0201, 'long', [5000]],
          [0x0202, 'long', [900]],
        ],
      }),
    ).toEqual([])
  })
})

describe('broken structures', () => {
  it('say what is left of them', async () => {
    const bytes = exifOf({
      ifd0: [
        [0x013b, 'ascii', 'Odile\0'],
        [0x0110, 'ascii', 'a model of a camera\0'],
      ],
    })
    // The model's value is said to lie behind the end.
    bytes.set([0xff, 0xff, 0xff, 0x7f], 8 + 2 + 12 + 8)
    const findings = await findingsIn([{ type: 'exif', bytes }])
    expect(findings).toMatchObject([{ kind: 'people', names: ['Odile'] }])
  })

  it('with a count beyond all memory cost none', async () => {
    const bytes = exifOf({
      ifd0: [
        [0x013b, 'ascii', 'Odile\0'],
        [0x0111, 'long', [1, 2, 3]],
      ],
    })
    bytes.set([0xff, 0xff, 0xff, 0x3f], 8 + 2 + 12 + 4)
    expect(await findingsIn([{ type: 'exif', bytes }])).toMatchObject([{ kind: 'people' }])
  })

  it('that lead back to themselves end', async () => {
    const bytes = exifOf({
      ifd0: [
        [0x013b, 'ascii', 'Odile\0'],
        [0x8769, 'long', [8]],
        [0x8825, 'long', [8]],
      ],
    })
    bytes.set([8, 0, 0, 0], 8 + 2 + 36)
    expect(await findingsIn([{ type: 'exif', bytes }])).toMatchObject([{ kind: 'people', names: ['Odile'] }])
  })

  it('without a byte say nothing', async () => {
    expect(await findingsIn([{ type: 'exif', bytes: '', name: 'APP1 Exif' }])).toEqual([])
  })

  it.each(['II', 'II*\0', 'II*\0\xff\xff\xff\xff', 'no structure at all'])(
    'like %j are blocks nobody could read',
    async (bytes) => {
      expect(await findingsIn([{ type: 'exif', bytes, name: 'APP1 Exif' }])).toEqual([
        { kind: 'unknown', severity: 'low', source: 'APP1 Exif', label: 'APP1 Exif', bytes: bytes.length },
      ])
    },
  )
})

it('reads where a map in degrees lies, and names one in metres as unread', async () => {
  const doubles = (...values: number[]) => {
    const view = new DataView(new ArrayBuffer(8 * values.length))
    for (const [index, value] of values.entries()) view.setFloat64(8 * index, value, true)
    return new Uint8Array(view.buffer)
  }
  const map = (model: number) =>
    inExif({
      ifd0: [
        [256, 'long', [200]],
        [257, 'long', [100]],
        [33550, 'double', doubles(0.001, 0.002, 0)],
        [33922, 'double', doubles(0, 0, 0, 4.8, 45.9, 0)],
        [34735, 'short', [1, 1, 0, 2, 1024, 0, 1, model, 1025, 0, 1, 1]],
      ],
    })
  const [place] = of('place', await map(2))
  expect(place?.position?.latitude).toBeCloseTo(45.8, 6)
  expect(place?.position?.longitude).toBeCloseTo(4.9, 6)
  expect(place?.source).toBe('GeoTIFF')
  expect(await map(1)).toMatchObject([{ kind: 'unknown', label: 'GeoTIFF' }])
  const many = await inExif({ ifd0: [[34735, 'short', Array(200).fill(2)]] })
  expect(many).toMatchObject([{ kind: 'unknown', label: 'GeoTIFF', bytes: 400 }])
})

it('reads every Exif block of a file, and says in which picture it lies', async () => {
  const first = exifOf({ ifd0: [[0x0110, 'ascii', 'iPhone 13\0']] })
  const second = exifOf({ gps: gpsTags(degrees(48, 0, 0), 'N', degrees(2, 0, 0), 'E') })
  const findings = await findingsIn([
    { type: 'exif', bytes: first },
    { type: 'exif', bytes: second, role: 'second image' },
  ])
  expect(findings.map(({ kind, source }) => [kind, source])).toEqual([
    ['place', 'Exif GPS (second image)'],
    ['device', 'Exif'],
  ])
})

it('says that it could not read directories too broken to say anything', async () => {
  const bytes = exifOf({ ifd0: [[0x0112, 'short', [6]]] })
  const entries = bytes.findIndex((byte, at) => at >= 8 && byte === 1)
  bytes[entries] = 9
  expect(await findingsIn([{ type: 'exif', bytes }])).toMatchObject([{ kind: 'unknown' }])
})

it('finds nothing in tags that are about the picture alone', async () => {
  const ifd0 = [
    [0x0112, 'short', [6]],
    [0x011a, 'rational', [72, 1]],
    [0x0128, 'short', [2]],
    [0x0213, 'short', [1]],
  ] as const
  const exif = [
    [0x829a, 'rational', [1, 250]],
    [0x8827, 'short', [100]],
    [0x9000, 'undefined', '0230'],
    [0xa001, 'short', [1]],
  ] as const
  expect(await inExif({ ifd0, exif })).toEqual([])
})

describe('blocks under a tag', () => {
  const CITY = xmp('', 'photoshop:City="Villeurbanne"')
  const DATASET = '\x1c\x02\x5a\0\x0cVilleurbanne'

  it.each([
    ['XMP', [0x02bc, 'byte', latin1Bytes(CITY)], 'XMP'],
    ['IPTC', [0x83bb, 'undefined', latin1Bytes(DATASET)], 'IPTC-IIM'],
  ] as const)('are read where the structure is no file: %s', async (_, tag, source) => {
    expect(await inExif({ ifd0: [tag] })).toMatchObject([{ kind: 'place', source, names: ['Villeurbanne'] }])
  })

  it('are read in the reduced copy of a TIFF file', async () => {
    const bytes = tiffOf({
      pages: [[...PLAIN, [330, 4, [SUB]]]],
      sub: [
        [254, 4, [1]],
        [0x02bc, 7, CITY],
      ],
    })
    expect(await findingsIn([{ type: 'exif', bytes }], { format: 'tiff' })).toMatchObject([{ kind: 'place' }])
  })

  it('are called unread where they are broken', async () => {
    const broken = [0x02bc, 'byte', latin1Bytes('<x:xmpmeta><rdf:RDF')] as const
    expect(await inExif({ ifd0: [broken] })).toMatchObject([{ kind: 'unknown' }])
  })
})

it.each([
  [0x9213, 'ascii', 'cut by Odile\0', 'words'],
  [0x000b, 'ascii', 'Contoso Darkroom\0', 'history'],
  [0xc68b, 'ascii', 'Lina at the lake.CR3\0', 'words'],
  [0xc615, 'ascii', 'Pocket 9\0', 'device'],
] as const)('tag %i of the TIFF extensions says something', async (tag, type, value, kind) => {
  expect((await inExif({ ifd0: [[tag, type, value]] })).map((finding) => finding.kind)).toEqual([kind])
})

it('says what a program wrote under a number of its own, but not which lens it was', async () => {
  expect(await inExif({ ifd0: [[0xc350, 'ascii', 'Lina at the lake\0']] })).toMatchObject([
    { kind: 'words', text: 'Lina at the lake' },
  ])
  expect(await inExif({ exif: [[0xa434, 'ascii', 'Pocket 4 mm\0']] })).toEqual([])
})

it('is read where it lies in several segments', async () => {
  const exif = exifOf({
    ifd0: [
      [0x010e, 'ascii', `Quill ${'x'.repeat(70_000)}\0`],
      [0x013b, 'ascii', 'Zoe Quill\0'],
    ],
    gps: gpsTags(degrees(45, 45, 50.55), 'N', degrees(4, 50, 8.37), 'E'),
  })
  const segment = (start: number, end?: number) =>
    ({ type: 'exif', label: 'APP1 Exif', name: 'APP1 Exif', bytes: exif.subarray(start, end) }) as const
  const findings = await findingsIn([segment(0, 65_000), segment(65_000)])
  expect(findings.map(({ kind }) => kind)).toEqual(['place', 'people', 'words'])
})

it('is read twice where there are two', async () => {
  const exif = (name: string) =>
    ({
      type: 'exif',
      label: 'APP1 Exif',
      name: 'APP1 Exif',
      bytes: exifOf({ ifd0: [[0x013b, 'ascii', name]] }),
    }) as const
  expect(await findingsIn([exif('Zoe Quill\0'), exif('Odile\0')])).toMatchObject([{ names: ['Zoe Quill', 'Odile'] }])
})

describe('a tag of a number that nobody lists', () => {
  it.each([
    ['a sentence', [0xbeef, 'ascii', 'Zoe and her brother at the lake\0'], 'words'],
    ['a mail address', [0xbeef, 'ascii', 'zoe.quill@example.com\0'], 'words'],
    ['a mail address in bytes', [0xbeef, 'undefined', latin1Bytes('\0\x01zoe.quill@example.com\0\x02')], 'words'],
    ['a place', [0xbeef, 'ascii', '45.764043,4.835659\0'], 'place'],
    ['a place in bytes', [0xbeef, 'byte', latin1Bytes('{"lat":45.764,"lon":4.8357}')], 'place'],
  ] as const)('says %s', async (_, tag, kind) => {
    expect((await inExif({ exif: [tag] })).map((finding) => finding.kind)).toEqual([kind])
  })

  it('says nothing where it is a setting', async () => {
    expect(await inExif({ exif: [[0xbeef, 'ascii', 'Standard Auto\0']] })).toEqual([])
  })
})
