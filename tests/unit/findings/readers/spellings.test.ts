import { describe, expect, it } from 'vitest'
import { concat, latin1Bytes, u32be } from '../../../../src/formats/core/bytes'
import { box } from '../../../support/chunks'
import { type ExifRecipe, exifOf } from '../../../support/exif-builder'
import { findingsIn, of, xmp } from '../../../support/findings-in'

const inExif = (recipe: ExifRecipe) => findingsIn([{ type: 'exif', bytes: exifOf(recipe) }])
const LYON = { latitude: 45.764, longitude: 4.8357 }

/** Fails unless there is one place, in Lyon. */
function expectLyon(findings: Awaited<ReturnType<typeof findingsIn>>): void {
  const [place, ...others] = of('place', findings)
  expect(others).toEqual([])
  expect(place?.position?.latitude).toBeCloseTo(LYON.latitude, 3)
  expect(place?.position?.longitude).toBeCloseTo(LYON.longitude, 3)
}

describe('a place is read', () => {
  it.each([
    ['in GPS tags of text', '45,76400', '4,83570'],
    ['in GPS tags of text with minutes and seconds', '45/1,45/1,5040/100', '4/1,50/1,852/100'],
    ['in GPS tags of text in degrees', '45 deg 45\' 50.40"', '4 deg 50\' 8.52"'],
  ])('%s', async (_, north, east) => {
    expectLyon(
      await inExif({
        gps: [
          [1, 'ascii', 'N\0'],
          [2, 'ascii', `${north}\0`],
          [3, 'ascii', 'E\0'],
          [4, 'ascii', `${east}\0`],
        ],
      }),
    )
  })

  it('in GPS tags of bytes that hold a text', async () => {
    expectLyon(
      await inExif({
        gps: [
          [1, 'ascii', 'N\0'],
          [2, 'undefined', latin1Bytes('45.764000')],
          [3, 'ascii', 'E\0'],
          [4, 'undefined', latin1Bytes('4.835700')],
        ],
      }),
    )
  })

  it.each([
    'xmlns:geo="http://www.w3.org/2003/01/geo/wgs84_pos#" geo:lat="45.764043" geo:long="4.835659"',
    'xmlns:a="urn:a" a:CameraLat="45.764043" a:CameraLon="4.835659"',
    'xmlns:a="urn:a" a:Pos="45.764043,4.835659"',
    'xmlns:a="urn:a" a:Foo="{&quot;lat&quot;:45.764,&quot;lng&quot;:4.8357}"',
    'xmlns:dc="http://purl.org/dc/elements/1.1/" dc:source="https://maps.google.com/?q=45.764,4.8357"',
  ])('in XMP: %s', async (attributes) => {
    expectLyon(await findingsIn([{ type: 'xmp', bytes: xmp('', attributes) }]))
  })

  it.each(['+45.7640+4.8357+000.000/', '45.7640 4.8357', '45.7640,4.8357', '45,7640 4,8357', '+45.7640 +4.8357/'])(
    'in a film: %s',
    async (text) => {
      const atom = box('\xa9xyz', concat(Uint8Array.of(0, text.length, 0x15, 0xc7), latin1Bytes(text)))
      expectLyon(await findingsIn([{ type: 'quicktime', bytes: box('udta', atom) }], { format: 'mp4' }))
      const item = box('\xa9xyz', box('data', concat(u32be(1), u32be(0), latin1Bytes(text))))
      const meta = box('meta', concat(u32be(0), box('ilst', item)))
      expectLyon(await findingsIn([{ type: 'quicktime', bytes: box('udta', meta) }], { format: 'mp4' }))
    },
  )

  it('in the comment of a photo', async () => {
    expectLyon(await inExif({ ifd0: [[0x010e, 'ascii', 'GPS: 45.764043N 4.835659E, 173 m\0']] }))
  })
})

describe('what a program notes for itself', () => {
  it('in JSON under a key of its own says where and who', async () => {
    const keys = box('keys', concat(u32be(0), u32be(1), box('mdta', latin1Bytes('com.quill.json'))))
    const value = box('data', concat(u32be(1), u32be(0), latin1Bytes('{"lat":45.764,"name":"Zoe Quill"}')))
    const item = box('\0\0\0\x01', value)
    const bytes = box('meta', concat(box('hdlr', new Uint8Array(24)), keys, box('ilst', item)))
    expect(await findingsIn([{ type: 'quicktime', bytes }], { format: 'mp4' })).toMatchObject([
      { kind: 'place', names: ['45.764°'] },
      { kind: 'words', text: 'Zoe Quill' },
    ])
  })

  it('in JSON in a comment says nothing when it is settings', async () => {
    const json = '{"Version":"1.0.0","BeautyInfo":{"IsSharpen":true},"FilterInfo":{"FilterValueList":"[0.6]"}}'
    expect(await inExif({ exif: [[0x9286, 'undefined', latin1Bytes(`ASCII\0\0\0${json}`)]] })).toEqual([])
  })

  it('in XMP is told where its value is a mail address, a telephone number, a date or a sentence', async () => {
    const attributes =
      'xmlns:q="urn:q" q:Foo="zoe.quill@example.com" q:Bar="+33 6 12 34 56 78" q:Baz="2024-05-06T07:08:09" q:Qux="Zoe and her brother at the lake"'
    expect(await findingsIn([{ type: 'xmp', bytes: xmp('', attributes) }])).toMatchObject([
      { kind: 'time', local: '2024-05-06T07:08:09' },
      { kind: 'words', text: 'zoe.quill@example.com' },
      { kind: 'words', text: '+33 6 12 34 56 78' },
      { kind: 'words', text: 'Zoe and her brother at the lake' },
    ])
  })

  it('in XMP is not told where it is a setting', async () => {
    const attributes =
      'xmlns:q="urn:q" q:Look="Adobe Standard" q:White="0.3127, 0.3290" q:Curve="0, 0, 255, 255" q:Version="16.2.1" q:On="True"'
    expect(await findingsIn([{ type: 'xmp', bytes: xmp('', attributes) }])).toEqual([])
  })

  it('about a generated picture is what was typed, in the tags of the maker too', async () => {
    const findings = await inExif({
      ifd0: [
        [0x010f, 'ascii', 'prompt:{"text":"Zoe Quill by the pool"}\0'],
        [0x0110, 'ascii', 'workflow:{"path":"C:/Users/zoe.quill"}\0'],
      ],
    })
    expect(findings).toMatchObject([
      { kind: 'words', role: 'prompt', text: '{"text":"Zoe Quill by the pool"}' },
      { kind: 'words', role: 'prompt', text: '{"path":"C:/Users/zoe.quill"}' },
    ])
  })
})

it.each([
  ['06.05.2024 07:08', '2024-05-06T07:08'],
  ['2024: 5: 6  7: 8: 9', '2024-05-06T07:08:09'],
])('a date is read as %s', async (text, local) => {
  expect(await inExif({ exif: [[0x9003, 'ascii', `${text}\0`]] })).toMatchObject([{ kind: 'time', local }])
})

it('a program that calls itself an editor is named once', async () => {
  expect(await inExif({ ifd0: [[0x0131, 'ascii', 'Edited with Facetune\0']] })).toMatchObject([
    { kind: 'history', software: ['Facetune'] },
  ])
})
