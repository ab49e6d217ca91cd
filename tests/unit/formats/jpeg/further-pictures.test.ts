import { describe, expect, it } from 'vitest'
import { concat, latin1Bytes, u32be } from '../../../../src/formats/core/bytes'
import { appleHeadroom } from '../../../../src/formats/jpeg/apple-headroom'
import { canonicalName } from '../../../../src/formats/jpeg/canonical'
import { gainMapOf, gainMapXmp, hdrContainerXmp, lengthInContainer } from '../../../../src/formats/jpeg/hdr-xmp'
import { ISO_21496, isoGainMap } from '../../../../src/formats/jpeg/iso-21496'
import { mpfLength, readMpf, roleOf, writeMpf } from '../../../../src/formats/jpeg/mpf'

const HDRGM = 'xmlns:hdrgm="http://ns.adobe.com/hdr-gain-map/1.0/"'
const xmp = (attributes: string, inside = '') =>
  latin1Bytes(`<rdf:Description ${attributes}>${inside}</rdf:Description>`)

describe('the list of pictures in a file', () => {
  const images = [
    { attribute: 0x30000, size: 1000, offset: 0 },
    { attribute: 0x20002, size: 500, offset: 990 },
  ]

  it('is read back as it was written, and only that may stay', () => {
    const payload = writeMpf(images)
    expect(payload).toHaveLength(mpfLength(2))
    expect(readMpf(payload)).toEqual(images)
    expect(canonicalName('APP2 MPF', payload, true)).toBe('APP2 MPF offsets')
    expect(canonicalName('APP2 MPF', concat(payload, latin1Bytes('Lina')), true)).toBeNull()
  })

  it('is empty when it is cut anywhere', () => {
    const payload = writeMpf(images)
    for (let end = 0; end < payload.length - 16; end++) expect(readMpf(payload.subarray(0, end))).toEqual([])
  })

  it('tells previews and halves of stereo pairs', () => {
    expect(roleOf({ attribute: 0x20020002, size: 1, offset: 1 })).toBe('stereo picture')
    expect(roleOf({ attribute: 0x00010002, size: 1, offset: 1 })).toBe('preview')
    expect(roleOf({ attribute: 0, size: 1, offset: 1 })).toBeNull()
  })
})

describe('the numbers of a gain map', () => {
  it('are found as attributes, elements and lists, under any prefix', () => {
    const list = '<rdf:Seq><rdf:li>1.5</rdf:li><rdf:li>-2</rdf:li> <rdf:li>1e-3</rdf:li></rdf:Seq>'
    const found = gainMapOf(
      xmp(
        `${HDRGM.replace('hdrgm=', 'g=')} g:Version="1.0"`,
        `<g:Gamma>0.5</g:Gamma><g:GainMapMax>${list}</g:GainMapMax><g:BaseRenditionIsHDR>False</g:BaseRenditionIsHDR>`,
      ),
    )
    expect(found?.fields).toEqual([
      ['Version', ['1.0']],
      ['BaseRenditionIsHDR', ['False']],
      ['GainMapMax', ['1.5', '-2', '1e-3']],
      ['Gamma', ['0.5']],
    ])
  })

  it('are numbers: a word in their place is left out', () => {
    const found = gainMapOf(xmp(`${HDRGM} hdrgm:Version="1.0" hdrgm:Gamma="Lina" hdrgm:OffsetSDR="12 rue X"`))
    expect(found?.fields).toEqual([['Version', ['1.0']]])
  })

  it('may stay when nothing else is with them', () => {
    const numbers = { kind: 'hdrgm', fields: [['Version', ['1.0']] as const] } as const
    const payload = gainMapXmp(numbers)
    expect(canonicalName('APP1 XMP', payload, true)).toBe('APP1 XMP gain map numbers')
    const more = latin1Bytes(Buffer.from(payload).toString('latin1').replace('</rdf:RDF>', '<a>Lina</a></rdf:RDF>'))
    expect(canonicalName('APP1 XMP', more, true)).toBeNull()
    expect(canonicalName('APP1 XMP', payload, false)).toBeNull()
  })

  it('are announced by a directory that says how long the gain map is', () => {
    expect(lengthInContainer(hdrContainerXmp(52_666))).toBe(52_666)
    expect(canonicalName('APP1 XMP', hdrContainerXmp(7), true)).toBe('APP1 XMP HDR container')
  })

  it('of ISO 21496-1 have exactly the length of their channels', () => {
    const payload = (...content: number[]) => concat(latin1Bytes(ISO_21496), Uint8Array.from(content))
    const bytes = (count: number) => Array.from({ length: count }, () => 0)
    expect(isoGainMap(payload(0, 0, 0, 0))).toBe('version')
    expect(isoGainMap(payload(0, 0, 0, 0, 0, ...bytes(56)))).toBe('numbers')
    expect(isoGainMap(payload(0, 0, 0, 0, 0x80, ...bytes(136)))).toBe('numbers')
    expect(isoGainMap(payload(0, 0, 0, 0, 0x08, ...bytes(32)))).toBe('numbers')
    expect(isoGainMap(payload(0, 0, 0, 0, 0, ...bytes(57)))).toBeNull()
    expect(isoGainMap(payload(0, 0, 0))).toBeNull()
  })
})

describe('the headroom of an older iPhone', () => {
  const entry = (tag: number, type: number, count: number, value: number) =>
    concat(Uint8Array.of(tag >> 8, tag & 0xff, 0, type), u32be(count), u32be(value))
  const ifd = (...entries: readonly Uint8Array[]) => concat(Uint8Array.of(0, entries.length), ...entries, u32be(0))
  const rational = (value: number) => concat(u32be(Math.round(value * 10_000)), u32be(10_000))

  function exif(headroom: number, gain: number): Uint8Array {
    const values = 14 + 2 + 2 * 12 + 4
    const directory = ifd(entry(0x21, 10, 1, values), entry(0x30, 10, 1, values + 8))
    const note = concat(latin1Bytes('Apple iOS\0\0\x01MM'), directory, rational(headroom), rational(gain))
    const first = ifd(entry(0x8769, 4, 1, 26))
    return concat(latin1Bytes('MM\0*'), u32be(8), first, ifd(entry(0x927c, 7, note.length, 44)), note)
  }

  it.each([
    [0.5, 0, 2 ** 1.8],
    [0.5, 1, 2 ** 1.5],
    [1.5, 0, 8],
    [1.5, 1, 4],
  ])('of %f and gain %f is %f', (headroom, gain, expected) => {
    expect(appleHeadroom(exif(headroom, gain))).toBeCloseTo(expected, 3)
  })

  it('is unknown when the block is cut or of another maker', () => {
    const whole = exif(1, 0)
    for (let end = 0; end < whole.length - 8; end++) expect(appleHeadroom(whole.subarray(0, end))).toBeNull()
    expect(appleHeadroom(latin1Bytes('MM\0*\0\0\0\x08\0\0'))).toBeNull()
  })
})
