import { describe, expect, it } from 'vitest'
import { concat, latin1Bytes, u32be } from '../../../../../src/formats/core/bytes'
import { findingsIn, of } from '../../../../support/findings-in'

const unknown = (label: string, bytes: Uint8Array | string) => findingsIn([{ type: 'unknown', label, bytes }])
const at = (length: number, ...texts: readonly (readonly [offset: number, text: string])[]) => {
  const out = new Uint8Array(length)
  for (const [offset, text] of texts) out.set(latin1Bytes(text), offset)
  return out
}

it('FLIR keeps place and numbers in an FFF file, which may go on in the next segment', async () => {
  const camera = at(0x1c0, [0xd4, 'FLIR i7'], [0x104, '470023842'])
  const gps = new Uint8Array(0x30)
  const view = new DataView(gps.buffer)
  view.setUint32(0, 1)
  view.setFloat64(0x10, 45.7772)
  view.setFloat64(0x18, -4.8552)
  const record = (kind: number, start: number, length: number) =>
    concat(Uint8Array.of(kind >> 8, kind), new Uint8Array(10), u32be(start), u32be(length), new Uint8Array(12))
  const start = 0x40 + 64
  const head = concat(latin1Bytes('FFF\0'), new Uint8Array(16), u32be(100), u32be(0x40), u32be(2), new Uint8Array(0x20))
  const file = concat(
    head,
    record(0x20, start, camera.length),
    record(0x2b, start + camera.length, gps.length),
    camera,
    gps,
  )
  const segment = (index: number, bytes: Uint8Array) =>
    ({ type: 'unknown', label: 'APP1 FLIR', bytes: concat(Uint8Array.of(1, index, 1), bytes) }) as const
  const findings = await findingsIn([segment(0, file.subarray(0, 300)), segment(1, file.subarray(300))])
  expect(of('place', findings)[0]?.position).toEqual({ latitude: 45.7772, longitude: -4.8552 })
  expect(of('device', findings)).toMatchObject([{ model: 'FLIR i7', serials: ['470023842'] }])
})

it('AFCP trailers hold IPTC datasets', async () => {
  const iptc = concat(Uint8Array.of(0x1c, 2, 80, 0, 5), latin1Bytes('Odile'))
  const start = 700
  const trailer = concat(
    latin1Bytes('AXS!'),
    Uint8Array.of(0, 1, 0, 1),
    u32be(0),
    latin1Bytes('IPTC'),
    u32be(iptc.length),
    u32be(start + 24),
    iptc,
    latin1Bytes('AXS!'),
    u32be(start),
    u32be(0),
  )
  expect(await unknown('AFCP trailer', trailer)).toMatchObject([
    { kind: 'people', names: ['Odile'], source: 'IPTC-IIM' },
  ])
})

it('Media Jukebox keeps what its user typed', async () => {
  const bytes =
    '\0\x01\0<MJMD>\r\n<People>Lina</People>\r\n<Places>Villeurbanne</Places>\r\n<Name>Summer &amp; sun</Name>\r\n</MJMD>\r\n\0'
  const findings = await findingsIn([{ type: 'text', label: 'APP9 Media Jukebox', bytes }])
  expect(findings.map(({ kind }) => kind)).toEqual(['place', 'people', 'words'])
  expect(of('words', findings)[0]?.text).toBe('Summer & sun')
})

it('cameras of the nineties describe a picture in lines', async () => {
  const findings = await findingsIn([
    {
      type: 'text',
      label: 'Picture Info',
      bytes:
        'Agfa\0 721\r\n[picture info]\r\nTimeDate=915117440\r\n[camera info]\r\nID=AGFA ePhoto\r\nSerial#=#00000417\r\n',
    },
  ])
  expect(of('device', findings)).toMatchObject([{ model: 'AGFA ePhoto', serials: ['00000417'] }])
  expect(of('time', findings)).toMatchObject([{ local: '1998-12-31T15:17:20' }])
})

it('“Save for Web” keeps a comment and a copyright', async () => {
  const wide = (text: string) =>
    concat(u32be(text.length), ...Array.from(text, (letter) => Uint8Array.of(0, letter.charCodeAt(0))))
  const field = (kind: number, data: Uint8Array) =>
    concat(Uint8Array.of(0, kind, data.length >> 8, data.length & 0xff), data)
  const findings = await unknown(
    'APP12 Ducky',
    concat(field(1, u32be(80)), field(3, wide('© Odile Marchetti')), Uint8Array.of(0, 0)),
  )
  expect(findings).toMatchObject([{ kind: 'words', role: 'rights', text: '© Odile Marchetti' }])
})

it('JFIF may hold a small picture of bare pixels, and bytes that are none', async () => {
  const jfif = (pixels: number, rest: string) =>
    unknown(
      'APP0 JFIF with more',
      concat(
        Uint8Array.of(1, 2, 1, 0, 72, 0, 72, pixels, pixels),
        new Uint8Array(3 * pixels * pixels),
        latin1Bytes(rest),
      ),
    )
  expect(await jfif(2, '')).toEqual([{ kind: 'hidden-picture', severity: 'medium', source: 'JFIF', role: 'thumbnail' }])
  expect(await jfif(0, 'Odile')).toMatchObject([{ kind: 'unknown', bytes: 5 }])
})

it('a GoPro’s description of its file begins with its number', async () => {
  const record = at(300, [0, 'GPRO'], [0x17, 'LAE6101112400243'], [0x57, 'C3161325750003'])
  expect(of('device', await unknown('fdsc', record))).toMatchObject([
    { serials: ['LAE6101112400243', 'C3161325750003'] },
  ])
})

it('blocks about the encoding say nothing, others are named with their size', async () => {
  expect(await unknown('APP2 MPF', 'MM\0*')).toEqual([])
  expect(await unknown('APP7 HUAWEI', 'a diary')).toEqual([
    { kind: 'unknown', severity: 'low', source: 'APP7 HUAWEI', label: 'APP7 HUAWEI', bytes: 7 },
  ])
})

it('Ricoh’s surveying cameras keep typed fields', async () => {
  const section = (type: number, text: string) => concat(Uint8Array.of(0, type, 0, text.length + 2), latin1Bytes(text))
  const head = concat(latin1Bytes('RMETA\0MM'), new Uint8Array(6), Uint8Array.of(0, 10, 0, 2), new Uint8Array(8))
  const record = (names: string, texts: string) => concat(head, section(1, names), section(2, texts), new Uint8Array(4))
  const findings = await unknown('APP5 RMETA', record('Location\0Lit\0', 'Roundabout\0Yes\0'))
  expect(of('place', findings)).toMatchObject([{ names: ['Roundabout'] }])
  expect(of('words', findings)).toMatchObject([{ role: 'comment', text: 'Lit: Yes' }])
  expect(await unknown('APP5 RMETA', record('Location\0', '\0'))).toEqual([])
  expect(await unknown('APP5 RMETA', record('Location\0', 'Roundabout\0').subarray(0, 30))).toMatchObject([
    { kind: 'unknown' },
  ])
})

it('a Casio of 1998 wrote the time into a segment of its own', async () => {
  const findings = await unknown('APP1 QVCI', at(130, [0, 'QVCI'], [0x4d, '1998.10.24.12.08.30']))
  expect(of('time', findings)).toMatchObject([{ local: '1998-10-24T12:08:30' }])
})

it('a trailer that can be read among others is read, and the rest is called unread', async () => {
  const iptc = concat(Uint8Array.of(0x1c, 2, 80, 0, 5), latin1Bytes('Odile'))
  const start = 20
  const entry = concat(latin1Bytes('IPTC'), u32be(iptc.length), u32be(start + 12 + 12))
  const afcp = concat(
    latin1Bytes('AXS!'),
    Uint8Array.of(1, 0, 0, 1),
    u32be(0),
    entry,
    iptc,
    latin1Bytes('AXS!'),
    u32be(start),
    u32be(0),
  )
  const findings = await unknown('after the end', concat(latin1Bytes('first'), afcp, latin1Bytes('last')))
  expect(of('people', findings)).toMatchObject([{ names: ['Odile'] }])
  expect(of('unknown', findings)).toMatchObject([{ bytes: 9 + afcp.length }])
})

describe('telemetry of cameras that film all round', () => {
  const packet = (type: number, ...values: readonly (readonly ['f64' | 'i32' | 'f32', number])[]) => {
    const bytes = Buffer.alloc(4 + values.reduce((sum, [kind]) => sum + (kind === 'f64' ? 8 : 4), 0))
    bytes.writeUInt16LE(type, 2)
    let at = 4
    for (const [kind, value] of values) {
      if (kind === 'f64') at = bytes.writeDoubleLE(value, at)
      else if (kind === 'f32') at = bytes.writeFloatLE(value, at)
      else at = bytes.writeInt32LE(value, at)
    }
    return Uint8Array.from(bytes)
  }
  const turn = packet(0, ['f32', 0.1], ['f32', 0.2], ['f32', 0.3])
  const gps = (fix: number) =>
    packet(6, ['f64', 1.4e9], ['i32', fix], ['f64', 45.764], ['f64', 4.8357], ...Array(7).fill(['f32', 1] as const))

  it.each([
    ['a position', packet(5, ['f64', 45.764], ['f64', 4.8357], ['f64', 173])],
    ['a position with its precision', gps(3)],
  ])('says where, by %s', async (_, bytes) => {
    const found = await findingsIn([{ type: 'unknown', label: 'camm', bytes: Uint8Array.from([...turn, ...bytes]) }])
    expect(found).toMatchObject([{ kind: 'place', source: 'camm', position: { latitude: 45.764, longitude: 4.8357 } }])
  })

  it('says nothing without a fix', async () => {
    expect(
      await findingsIn([{ type: 'unknown', label: 'camm', bytes: Uint8Array.from([...turn, ...gps(0)]) }]),
    ).toEqual([])
  })
})

describe('the trailer of Insta360', () => {
  const record = (kind: number, bytes: Uint8Array, length = bytes.length) => {
    const foot = Buffer.alloc(6)
    foot.writeUInt16LE(kind)
    foot.writeUInt32LE(length, 2)
    return concat(bytes, foot)
  }
  const trailer = (...records: readonly Uint8Array[]) => labelled('Insta360 trailer', ...records)
  const labelled = (label: string, ...records: readonly Uint8Array[]) =>
    unknown(label, concat(...records, new Uint8Array(40), latin1Bytes('8db42d694ccc418790edff439fe026bf')))
  const fix = (valid: string, north: string, east: string) => {
    const bytes = Buffer.alloc(53)
    bytes.writeUInt32LE(1_749_915_730)
    bytes.write(`${valid}`, 10)
    bytes.writeDoubleLE(45.764, 11)
    bytes.write(north, 19)
    bytes.writeDoubleLE(4.8357, 20)
    bytes.write(east, 28)
    return Uint8Array.from(bytes)
  }

  it('says which camera it was, and where and when it had its first fix', async () => {
    const camera = latin1Bytes('\x0a\x0aIXSE42A7Z1\x12\x0bInsta360 X4')
    const way = concat(fix('V', '\0', '\0'), fix('A', 'S', 'O'), fix('A', 'N', 'E'))
    const findings = await trailer(record(0x101, camera), record(0x300, new Uint8Array(40)), record(0x700, way))
    expect(of('place', findings)).toMatchObject([{ position: { latitude: -45.764, longitude: -4.8357 } }])
    expect(of('device', findings)).toMatchObject([{ model: 'Insta360 X4', serials: ['IXSE42A7Z1'] }])
    expect(of('time', findings)).toHaveLength(1)
  })

  it('is read behind a photo as well', async () => {
    const findings = await labelled('after the end', record(0x700, fix('A', 'N', 'E')))
    expect(of('place', findings)).toMatchObject([{ position: { latitude: 45.764, longitude: 4.8357 } }])
  })

  it.each([
    ['no record', new Uint8Array(0)],
    ['records of no length without end', concat(...Array(200).fill(record(0, new Uint8Array(0))))],
    ['a record longer than the trailer', record(0x700, fix('A', 'N', 'E'), 1e9)],
    ['a fix cut short', record(0x700, fix('A', 'N', 'E').subarray(1))],
  ])('is said to be unread with %s', async (_, bytes) => {
    expect(await trailer(bytes)).toMatchObject([{ kind: 'unknown' }])
  })
})
