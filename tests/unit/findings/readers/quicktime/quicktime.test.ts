import { describe, expect, it } from 'vitest'
import { iso6709 } from '../../../../../src/findings/values/iso-6709'
import { concat, latin1Bytes, u32be } from '../../../../../src/formats/core/bytes'
import { box } from '../../../../support/chunks'
import { findingsIn, of } from '../../../../support/findings-in'

const inBoxes = (...boxes: Uint8Array[]) =>
  findingsIn([{ type: 'quicktime', bytes: concat(...boxes) }], { format: 'mp4' })
const utf8 = (text: string) => new TextEncoder().encode(text)
/** A text of user data: length, language, text. */
const atom = (type: string, text: Uint8Array) =>
  box(type, concat(Uint8Array.of(text.length >> 8, text.length & 0xff, 0x15, 0xc7), text))
const data = (value: Uint8Array, kind = 1) => box('data', concat(u32be(kind), u32be(0), value))
const hdlr = box('hdlr', concat(u32be(0), u32be(0), latin1Bytes('mdta'), new Uint8Array(12)))

describe('user data', () => {
  it('says where, when, who and with what', async () => {
    const findings = await inBoxes(
      box(
        'udta',
        concat(
          atom('\xa9xyz', utf8('+45.7772+004.8552+173.5/')),
          atom('\xa9day', utf8('2025-06-14T15:42:10+0200')),
          atom('\xa9ART', utf8('Zoë')),
          atom('\xa9mak', utf8('Apple')),
          atom('\xa9mod', utf8('iPhone 13')),
          atom('\xa9swr', utf8('iMovie 10.4')),
        ),
      ),
    )
    expect(findings).toEqual([
      {
        kind: 'place',
        severity: 'high',
        source: 'QuickTime',
        position: { latitude: 45.7772, longitude: 4.8552 },
        altitude: 173.5,
        names: [],
      },
      { kind: 'people', severity: 'high', source: 'QuickTime', names: ['Zoë'], role: 'author' },
      {
        kind: 'time',
        severity: 'medium',
        source: 'QuickTime',
        local: '2025-06-14T15:42:10',
        offset: '+02:00',
        event: 'taken',
      },
      { kind: 'device', severity: 'low', source: 'QuickTime', model: 'Apple iPhone 13', serials: [] },
      { kind: 'history', severity: 'low', source: 'QuickTime', software: ['iMovie 10.4'], provenance: false },
    ])
  })

  it('of old Macs is in Mac Roman', async () => {
    expect(await inBoxes(box('udta', atom('\xa9nam', Uint8Array.of(0x4c, 0x69, 0x6e, 0x8e))))).toMatchObject([
      { text: 'Liné' },
    ])
  })

  it('of 3GPP has a place in fixed point', async () => {
    const fixed = (value: number) => u32be(Math.round(value * 65536) >>> 0)
    const loci = concat(
      u32be(0),
      Uint8Array.of(0x15, 0xc7),
      latin1Bytes('Villeurbanne\0'),
      Uint8Array.of(0),
      fixed(-4.8552),
      fixed(-45.7772),
      fixed(12),
      latin1Bytes('earth\0\0'),
    )
    const [place] = of('place', await inBoxes(box('udta', box('loci', loci))))
    expect(place?.names).toEqual(['Villeurbanne'])
    expect(place?.position?.latitude).toBeCloseTo(-45.7772, 4)
    expect(place?.position?.longitude).toBeCloseTo(-4.8552, 4)
  })

  it('of 3GPP has texts behind a version and a language', async () => {
    const titl = concat(u32be(0), Uint8Array.of(0x15, 0xc7), utf8('Lina at the lake\0'))
    expect(await inBoxes(box('udta', box('titl', titl)))).toMatchObject([{ kind: 'words', text: 'Lina at the lake' }])
  })
})

describe('keys and items', () => {
  const key = (name: string) => box('mdta', latin1Bytes(name))
  /** An item whose type is the number of its key. */
  const numbered = (number: number, value: Uint8Array) => {
    const item = box('\0\0\0\0', data(value))
    item.set(u32be(number), 4)
    return item
  }

  it.each([
    ['QuickTime', new Uint8Array(0)],
    ['MP4', u32be(0)],
  ])('of Apple in %s', async (_, version) => {
    const keys = box(
      'keys',
      concat(u32be(0), u32be(2), key('com.apple.quicktime.location.ISO6709'), key('com.apple.quicktime.creationdate')),
    )
    const list = box(
      'ilst',
      concat(numbered(1, utf8('+45.7772+004.8552/')), numbered(2, utf8('2025-06-14T15:42:10+0200'))),
    )
    const findings = await inBoxes(box('meta', concat(version, hdlr, keys, list)))
    expect(findings.map(({ kind }) => kind)).toEqual(['place', 'time'])
  })

  it('of iTunes, with a cover', async () => {
    const list = box(
      'ilst',
      concat(
        box('\xa9nam', data(utf8('Lina at the lake'))),
        box('covr', data(latin1Bytes('a picture'), 13)),
        box('trkn', data(new Uint8Array(8), 0)),
      ),
    )
    const findings = await inBoxes(box('udta', box('meta', concat(u32be(0), hdlr, list))))
    expect(findings.map(({ kind }) => kind)).toEqual(['words', 'hidden-picture'])
    expect(await of('hidden-picture', findings)[0]?.picture?.text()).toBe('a picture')
  })
})

it.each([
  ['+48.8134+002.3622/', 48.8134, 2.3622],
  ['-4848.804-00221.732/', -48.8134, -2.3622],
  ['+484848.24+0022143.92+035.0/', 48.8134, 2.3622],
])('ISO 6709 %s', (text, latitude, longitude) => {
  const [point] = iso6709(text)
  expect(point?.type).toBe('position')
  if (point?.type !== 'position') return
  expect(point.latitude).toBeCloseTo(latitude, 6)
  expect(point.longitude).toBeCloseTo(longitude, 6)
})

it.each([
  [u32be(3_832_757_530), '2025-06-14T14:52:10'],
  [concat(u32be(0), u32be(3_832_757_530)), '2025-06-14T14:52:10'],
])('a time in seconds since 1904', async (bytes, local) => {
  const findings = await findingsIn([{ type: 'time-1904', label: 'creation_time', bytes }], { format: 'mp4' })
  expect(findings).toEqual([{ kind: 'time', severity: 'medium', source: 'creation_time', local, offset: 'Z' }])
})

it.each([u32be(0), new Uint8Array(8)])('a time of zero says nothing', async (bytes) => {
  expect(await findingsIn([{ type: 'time-1904', bytes }], { format: 'mp4' })).toEqual([])
})

it('boxes longer than what holds them end the row', async () => {
  const broken = concat(atom('\xa9nam', utf8('Lina')), u32be(9999), latin1Bytes('\xa9ART'))
  expect(await inBoxes(box('udta', broken))).toMatchObject([{ kind: 'words', text: 'Lina' }])
})

describe('what makers and programs add', () => {
  it.each([
    ['slno', 'SN-7731-AB', 'device'],
    ['fsid', '/home/odile/lina.mov', 'words'],
    ['\xa9src', 'Odile Marchetti by the lake', 'words'],
    ['\xa9src', 'zoe.quill@example.com', 'words'],
    ['TAGS', 'FABRIKAM', 'unknown'],
    ['thmb', '\xff\xd8\xff', 'hidden-picture'],
  ])('%s is told', async (type, text, kind) => {
    const content = type.startsWith('\xa9') ? atom(type, latin1Bytes(text)) : box(type, latin1Bytes(text))
    expect((await inBoxes(box('udta', content))).map((finding) => finding.kind)).toEqual([kind])
  })

  it('is a list of chapters with titles', async () => {
    const chapter = (title: string) => concat(new Uint8Array(8), Uint8Array.of(title.length), latin1Bytes(title))
    const list = concat(
      new Uint8Array(8),
      Uint8Array.of(3),
      chapter('Chapter 1'),
      chapter('Zoe Quill'),
      chapter('Cake'),
    )
    expect(await inBoxes(box('udta', box('chpl', list)))).toMatchObject([{ kind: 'words', text: 'Zoe Quill\nCake' }])
  })

  it('how it is played is not', async () => {
    expect(await inBoxes(box('udta', concat(box('LOOP', u32be(1)), box('WLOC', u32be(7)))))).toEqual([])
  })

  it("is Windows' property by property", async () => {
    const text = Uint8Array.from(Buffer.from('Odile\0', 'utf16le'))
    const value = concat(u32be(1), u32be(text.length + 6), Uint8Array.of(0, 8), text)
    const entry = (name: string) =>
      concat(u32be(8 + name.length + value.length), u32be(name.length), latin1Bytes(name), value)
    const findings = await inBoxes(box('udta', box('Xtra', concat(entry('WM/Director'), entry('WM/Mood')))))
    expect(findings).toMatchObject([{ kind: 'people', names: ['Odile'] }])
  })

  it('is the XML of a camcorder', async () => {
    const xml = `<NonRealTimeMeta><CreationDate value="2025-06-14T15:42:10+02:00"/><Device manufacturer="Sony"
      modelName="ILCE-7S" serialNo="1234567"/><Group name="ExifGPS"><Item name="LatitudeRef" value="N"/>
      <Item name="Latitude" value="45:46:37.920"/><Item name="LongitudeRef" value="E"/>
      <Item name="Longitude" value="4:51:18.720"/></Group></NonRealTimeMeta>`
    const findings = await inBoxes(box('meta', concat(u32be(0), hdlr, box('xml ', concat(u32be(0), latin1Bytes(xml))))))
    expect(findings).toMatchObject([
      { kind: 'place', position: { latitude: 45.7772, longitude: 4.8552 } },
      { kind: 'time', local: '2025-06-14T15:42:10' },
      { kind: 'device', model: 'Sony ILCE-7S', serials: ['1234567'] },
    ])
  })

  it('has keys that are judged by their names', async () => {
    const key = 'com.example.city'
    const keys = box('keys', concat(u32be(0), u32be(1), box('mdta', latin1Bytes(key))))
    const item = box(latin1Of(u32be(1)), data(utf8('Villeurbanne')))
    expect(await inBoxes(box('meta', concat(hdlr, keys, box('ilst', item))))).toMatchObject([
      { kind: 'place', names: ['Villeurbanne'] },
    ])
  })
})

const latin1Of = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1')
