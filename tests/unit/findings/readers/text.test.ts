import { brotliCompressSync, constants, deflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { concat, latin1Bytes, u32be } from '../../../../src/formats/core/bytes'
import { degrees, exifOf, gpsTags } from '../../../support/exif-builder'
import { findingsIn, of, xmp } from '../../../support/findings-in'

const text = (label: string, bytes: string) => findingsIn([{ type: 'text', label, encoding: 'latin1', bytes }])

describe('texts with a keyword', () => {
  it.each([
    ['Author', { kind: 'people', role: 'author', names: ['Lina'] }],
    ['Description', { kind: 'words', role: 'caption', text: 'Lina' }],
    ['Copyright', { kind: 'words', role: 'rights', text: 'Lina' }],
    ['Comment', { kind: 'words', role: 'comment', text: 'Lina' }],
    ['parameters', { kind: 'words', role: 'prompt', text: 'Lina' }],
    ['workflow', { kind: 'words', role: 'prompt', text: 'Lina' }],
    ['Software', { kind: 'history', software: ['Lina'], provenance: false }],
    ['exif:Artist', { kind: 'people', role: 'author', names: ['Lina'] }],
    ['Disclaimer', { kind: 'words', role: 'rights', text: 'Lina' }],
    ['Thumb::URI', { kind: 'words', role: 'comment', text: 'Lina' }],
  ])('%s', async (label, finding) => {
    expect(await text(label, 'Lina')).toEqual([
      {
        severity: finding.kind === 'people' ? 'high' : finding.kind === 'history' ? 'low' : 'medium',
        source: label,
        ...finding,
      },
    ])
  })

  it.each([
    ['a sentence', 'Lina at the lake', { kind: 'words', role: 'comment', text: 'Lina at the lake' }],
    ['a mail address', 'lina@example.com', { kind: 'words', role: 'comment', text: 'lina@example.com' }],
    ['a telephone number', '+33 6 12 34 56 78', { kind: 'words', role: 'comment', text: '+33 6 12 34 56 78' }],
    ['a place', '45.764043,4.835659', { kind: 'place', names: [] }],
    ['a date', '2025-06-14 15:42:10', { kind: 'time', local: '2025-06-14T15:42:10' }],
    ['a path', 'C:\\Users\\lina\\a.png', { kind: 'words', text: 'C:\\Users\\lina\\a.png' }],
  ])('of nobody’s list are judged by their value: %s', async (_, value, finding) => {
    expect(await text('Pageant', value)).toMatchObject([finding])
  })

  it('of nobody’s list are judged by the words they end with', async () => {
    expect(await text('photo_author', 'Lina')).toMatchObject([{ kind: 'people', names: ['Lina'] }])
  })

  it('of nobody’s list say nothing where neither tells of a person', async () => {
    expect(await text('Pageant', 'Auto 3')).toEqual([])
  })

  it('are in UTF-8 where they should be in Latin-1', async () => {
    const bytes = Buffer.from('Zoë by the lake').toString('latin1')
    expect(await text('Comment', bytes)).toMatchObject([{ text: 'Zoë by the lake' }])
    expect(await text('Comment', 'Zo\xeb by the lake')).toMatchObject([{ text: 'Zoë by the lake' }])
  })

  it('that say when', async () => {
    expect(await text('Creation Time', 'Sat, 14 Jun 2025 15:42:10 +0200')).toMatchObject([
      { kind: 'time', local: '2025-06-14T15:42:10', offset: '+02:00', event: 'taken' },
    ])
  })

  it.each(['png:IHDR.bit-depth-orig', 'exif:FNumber', 'Thumb::Mimetype'])(
    'about the encoding, like %s, say nothing',
    async (label) => {
      expect(await text(label, '8')).toEqual([])
    },
  )
})

it('where ImageMagick repeats Exif tell the place, the day and the device', async () => {
  expect(await text('exif:GPSLatitude', '45/1, 46/1, 3800/100')).toMatchObject([
    { kind: 'place', names: ['45° 46′ 38″'] },
  ])
  expect(await text('exif:DateTimeOriginal', '2025:06:14 15:42:10')).toMatchObject([{ kind: 'time', event: 'taken' }])
  expect(await text('exif:BodySerialNumber', 'SN-7731-AB')).toMatchObject([{ kind: 'device', serials: ['SN-7731-AB'] }])
  expect(await text('Thumb::MTime', '1749915730')).toMatchObject([{ kind: 'time', local: '2025-06-14T15:42:10' }])
})

describe('comments', () => {
  it.each([
    ['behind a NUL', latin1Bytes('\0Lina at the lake\0')],
    ['in UTF-16 with a mark', Uint8Array.from(Buffer.from('\ufeffLina at the lake', 'utf16le'))],
    ['in UTF-16 without one', Uint8Array.from(Buffer.from('Lina at the lake', 'utf16le').swap16())],
  ])('are read %s', async (_, bytes) => {
    expect(await findingsIn([{ type: 'text', bytes }])).toMatchObject([{ kind: 'words', text: 'Lina at the lake' }])
  })

  it('are words', async () => {
    const [words] = await findingsIn([{ type: 'text', bytes: 'Lina <script>at</script> the lake' }])
    expect(words).toMatchObject({
      kind: 'words',
      role: 'comment',
      source: 'comment',
      text: 'Lina <script>at</script> the lake',
    })
  })

  it('by which a program signs are history', async () => {
    const [history] = await findingsIn([
      { type: 'text', bytes: 'CREATOR: gd-jpeg v1.0 (using IJG JPEG v62), quality = 90' },
    ])
    expect(history).toMatchObject({ kind: 'history', severity: 'low' })
  })
})

describe('packed blocks', () => {
  it('are unpacked', async () => {
    const bytes = Uint8Array.from(deflateSync('Lina at the lake'))
    const findings = await findingsIn([
      { type: 'text', label: 'Comment', encoding: 'latin1', packing: 'deflate', bytes },
    ])
    expect(findings).toMatchObject([{ kind: 'words', text: 'Lina at the lake' }])
  })

  it('that unpack to more than any block are not read to their end', async () => {
    const bytes = Uint8Array.from(deflateSync(Buffer.alloc(200 * 1024 * 1024, 'a'), { level: 1 }))
    const before = process.memoryUsage().arrayBuffers
    const findings = await findingsIn([{ type: 'text', label: 'Comment', packing: 'deflate', bytes, name: 'zTXt' }])
    expect(findings).toMatchObject([{ kind: 'unknown', label: 'Comment', bytes: bytes.length }])
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(100 * 1024 * 1024)
  })

  it('that are no zlib stream, or packed with Brotli, are blocks nobody could read', async () => {
    expect(
      await findingsIn([{ type: 'text', label: 'Comment', packing: 'deflate', bytes: 'nothing packed' }]),
    ).toMatchObject([{ kind: 'unknown' }])
    expect(await findingsIn([{ type: 'xmp', label: 'brob', packing: 'brotli', bytes: 'packed' }])).toMatchObject([
      { kind: 'unknown', label: 'brob' },
    ])
  })

  it('packed with Brotli are read, and a bomb is not', async () => {
    const packed = (bytes: Uint8Array | string) => Uint8Array.from(brotliCompressSync(bytes))
    const exif = concat(u32be(0), exifOf({ gps: gpsTags(degrees(48, 6, 0), 'N', degrees(11, 34, 30), 'E') }))
    const found = await findingsIn([{ type: 'exif', label: 'brob Exif', packing: 'brotli', bytes: packed(exif) }])
    expect(of('place', found)[0]?.position?.latitude).toBeCloseTo(48.1)
    const words = xmp('<dc:creator><rdf:Seq><rdf:li>Odile Marchetti</rdf:li></rdf:Seq></dc:creator>')
    const people = await findingsIn([{ type: 'xmp', label: 'brob xml ', packing: 'brotli', bytes: packed(words) }])
    expect(people).toMatchObject([{ kind: 'people', names: ['Odile Marchetti'] }])
    const bomb = packed(new Uint8Array(9 * 1024 * 1024))
    expect(await findingsIn([{ type: 'xmp', label: 'bomb', packing: 'brotli', bytes: bomb }])).toMatchObject([
      { kind: 'unknown', label: 'bomb' },
    ])
    const wide = brotliCompressSync(words, { params: { [constants.BROTLI_PARAM_LGWIN]: 24 } })
    expect(
      await findingsIn([{ type: 'xmp', label: 'wide', packing: 'brotli', bytes: Uint8Array.from(wide) }]),
    ).toMatchObject([{ kind: 'unknown', label: 'wide' }])
  })

  it('in hexadecimal are Exif, as ImageMagick writes it', async () => {
    const exif = concat(
      latin1Bytes('Exif\0\0'),
      exifOf({ gps: gpsTags(degrees(48, 6, 0), 'N', degrees(11, 34, 30), 'E') }),
    )
    const digits = Buffer.from(exif)
      .toString('hex')
      .replace(/(.{72})/g, '$1\n')
    const profile = `\nexif\n    ${exif.length}\n${digits}\n`
    const plain = await findingsIn([
      { type: 'exif', label: 'Raw profile type exif', packing: 'raw-profile', bytes: profile },
    ])
    const packed = await findingsIn([
      {
        type: 'exif',
        label: 'Raw profile type exif',
        packing: 'raw-profile-deflate',
        bytes: Uint8Array.from(deflateSync(profile)),
      },
    ])
    expect(of('place', plain)[0]?.position?.latitude).toBeCloseTo(48.1)
    expect(packed).toEqual(plain)
    // Readers take a digit that became something else for a digit, and so lose no place behind it.
    const scratched = profile.replace('457869', '\x1457869')
    expect(
      await findingsIn([{ type: 'exif', label: 'Raw profile type exif', packing: 'raw-profile', bytes: scratched }]),
    ).toEqual(plain)
  })
})
