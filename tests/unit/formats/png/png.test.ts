import { deflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { concat, latin1Bytes, u32be } from '../../../../src/formats/core/bytes'
import { Malformed } from '../../../../src/formats/core/malformed'
import { sourceOf } from '../../../../src/formats/core/source'
import { oneTagExif } from '../../../../src/formats/metadata/exif-block'
import { png } from '../../../../src/formats/png/png'
import { pngChunk, pngOf } from '../../../support/chunks'
import { CountingBlob } from '../../../support/counting-blob'
import { blockText, cleanedOf, namesOf, partsOf } from '../../../support/taken-apart'

const HEAD = pngChunk('IHDR', Uint8Array.of(0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0))
const PICTURE = pngChunk('IDAT', deflateSync(Uint8Array.of(0, 127)))
const END = pngChunk('IEND', '')
const picture = (...chunks: Uint8Array[]) => pngOf(HEAD, ...chunks, PICTURE, END)

/** As `oneTagExif`, but with a second tag, Artist. */
const EXIF = concat(
  latin1Bytes('MM\0*\0\0\0\x08\0\x02'),
  latin1Bytes('\x01\x12\0\x03\0\0\0\x01\0\x06\0\0'),
  latin1Bytes('\x01\x3b\0\x02\0\0\0\x04Ada\0'),
  latin1Bytes('\0\0\0\0'),
)

async function only(chunk: Uint8Array) {
  const part = (await partsOf(png, picture(chunk)))[2]
  if (!part) throw new Error('no part')
  return part
}

describe('png.split', () => {
  it('names the parts by their chunks, runs of IDAT as one, and what follows IEND', async () => {
    const file = concat(pngOf(HEAD, PICTURE, PICTURE, END), latin1Bytes('more'))
    expect(await namesOf(png, file)).toEqual(['signature', 'IHDR', 'IDAT', 'IEND', 'after the end'])
  })

  it.each([
    ['tEXt', 'Title\0Lac', 'Lac', { type: 'text', label: 'Title', encoding: 'latin1' }],
    ['zTXt', 'Comment\0\0zip', 'zip', { type: 'text', label: 'Comment', encoding: 'latin1', packing: 'deflate' }],
    ['iTXt', 'prompt\0\0\0en\0Bild\0Lac', 'Lac', { type: 'text', label: 'prompt', encoding: 'utf-8' }],
    ['iTXt', 'prompt\0\x01\0\0\0zip', 'zip', { type: 'text', label: 'prompt', packing: 'deflate' }],
    ['iTXt', 'XML:com.adobe.xmp\0\0\0\0\0<x>', '<x>', { type: 'xmp' }],
    ['tEXt', 'Raw profile type exif\0\nexif\n', '\nexif\n', { type: 'exif', packing: 'raw-profile' }],
    ['zTXt', 'Raw profile type iptc\0\0zip', 'zip', { type: 'photoshop', packing: 'raw-profile-deflate' }],
    ['zTXt', 'Raw profile type icc\0\0zip', 'zip', { type: 'unknown', packing: 'raw-profile-deflate' }],
    ['eXIf', 'MM\0*', 'MM\0*', { type: 'exif' }],
    ['eXIf', 'Exif\0\0MM\0*', 'MM\0*', { type: 'exif' }],
    ['caBX', 'jumb', 'jumb', { type: 'c2pa' }],
    ['tIME', '\x07\xe9\x06\x0e\x0f\x2a\x0a', '\x07\xe9\x06\x0e\x0f\x2a\x0a', { type: 'png-time' }],
    ['prVt', '1234', '1234', { type: 'unknown', label: 'prVt' }],
    ['gAMA', '12345', '12345', { type: 'unknown', label: 'gAMA' }],
    ['tEXt', 'no NUL', 'no NUL', { type: 'unknown' }],
    ['iTXt', 'cut\0\0\0en', 'cut\0\0\0en', { type: 'unknown' }],
    ['zTXt', 'cut\0', 'cut\0', { type: 'unknown' }],
  ])('points at what %s %j says', async (type, data, text, block) => {
    const part = await only(pngChunk(type, data))
    expect(part.block).toMatchObject(block)
    expect(await blockText(part)).toBe(text)
  })

  it('says nothing about chunks that say nothing about a person', async () => {
    expect((await only(pngChunk('iDOT', '1234'))).block).toBeUndefined()
  })

  it.each([
    ['an unknown critical chunk', picture(pngChunk('ABCD', ''))],
    ['a critical chunk of the wrong size', pngOf(pngChunk('IHDR', '12'), PICTURE, END)],
    ['a second header', picture(HEAD)],
    ['no header', pngOf(PICTURE, END)],
    ['no end', pngOf(HEAD, PICTURE)],
    ['IDAT chunks apart', picture(PICTURE, pngChunk('tEXt', 'a\0b'))],
    ['a type that is none', picture(pngChunk('tE\0t', ''))],
    ['a length that lies', pngOf(HEAD, concat(Uint8Array.of(0xff, 0xff, 0xff, 0xf0), latin1Bytes('IDAT')), END)],
  ])('refuses %s', async (_, file) => {
    await expect(partsOf(png, file)).rejects.toBeInstanceOf(Malformed)
  })

  it.each([
    ['tEXt', 'a\0', 40_000],
    ['IDAT', '', 2 ** 18],
  ])('refuses tiny %s chunks without end', async (type, data, count) => {
    const chunk = pngChunk(type, data)
    const many = new Uint8Array(chunk.length * count)
    for (let i = 0; i < count; i++) many.set(chunk, i * chunk.length)
    await expect(partsOf(png, pngOf(HEAD, many))).rejects.toThrow(/more than/)
  })

  it('reads less than 5 % of a picture in chunks of 8 KiB, and so does cleaning', async () => {
    const big = pngChunk('IDAT', new Uint8Array(8192))
    const rows = Array.from({ length: 256 }, () => big)
    const blob = new CountingBlob([pngOf(HEAD, pngChunk('eXIf', EXIF), ...rows, END)])
    const parts = await png.split(sourceOf(blob))
    await png.rebuild(parts, ({ name }) => name !== 'eXIf')
    expect(blob.bytesRead).toBeLessThan(blob.size * 0.05)
  })
})

describe('cleaning a PNG', () => {
  it('leaves a picture with nothing else as it is', async () => {
    const file = picture(pngChunk('gAMA', u32be(45_455)))
    expect((await cleanedOf(png, file)).bytes).toEqual(file)
  })

  it('takes texts and what follows the end out and leaves the other chunks untouched, in their order', async () => {
    const gamma = pngChunk('gAMA', u32be(45_455))
    const file = concat(picture(pngChunk('tEXt', 'Author\0Ada'), gamma, pngChunk('prVt', '')), latin1Bytes('more'))
    const { bytes, removed } = await cleanedOf(png, file)
    expect(bytes).toEqual(picture(gamma))
    expect(removed).toEqual(['tEXt', 'prVt', 'after the end'])
  })

  it('keeps which way up, as the only tag', async () => {
    const { bytes, kept } = await cleanedOf(png, picture(pngChunk('eXIf', EXIF)))
    expect(bytes).toEqual(picture(pngChunk('eXIf', oneTagExif(6))))
    expect(kept).toEqual(['orientation'])
  })

  it('gives a colour profile a name that says nothing', async () => {
    const named = (name: string) => picture(pngChunk('iCCP', `${name}\0\0zip`))
    expect((await cleanedOf(png, named('Ada’s screen'.replace('’', '\x92')))).bytes).toEqual(named('ICC profile'))
    expect((await cleanedOf(png, named('sRGB'))).bytes).toEqual(named('sRGB'))
  })

  it('leaves a wrong CRC wrong, for decoders would start to heed the chunk', async () => {
    const fault = (chunk: Uint8Array) =>
      concat(
        chunk.subarray(0, -1),
        chunk.subarray(-1).map((byte) => byte ^ 1),
      )
    const profile = await cleanedOf(png, picture(fault(pngChunk('iCCP', 'Ada\0\0zip'))))
    expect(profile.bytes).toEqual(picture(fault(pngChunk('iCCP', 'ICC profile\0\0zip'))))
    const exif = await cleanedOf(png, picture(fault(pngChunk('eXIf', EXIF))))
    expect(exif.bytes).toEqual(picture(fault(pngChunk('eXIf', oneTagExif(6)))))
  })

  it('keeps the first of chunks that may stand only once', async () => {
    const file = picture(pngChunk('iCCP', 'icc\0\0one'), pngChunk('iCCP', 'icc\0\0two'), pngChunk('sRGB', '\0'))
    expect((await cleanedOf(png, file)).bytes).toEqual(picture(pngChunk('iCCP', 'icc\0\0one'), pngChunk('sRGB', '\0')))
  })
})

describe('which way up, in a profile of hexadecimal text', () => {
  const profile = (exif: Uint8Array) =>
    `\nexif\n${String(exif.length).padStart(8)}\n${Buffer.from(exif).toString('hex')}\n`
  const keyword = 'Raw profile type exif\0'

  it.each([
    ['tEXt', latin1Bytes(`${keyword}${profile(EXIF)}`)],
    ['zTXt', concat(latin1Bytes(`${keyword}\0`), deflateSync(profile(EXIF)))],
  ])('stays where %s says it, and nothing else', async (type, data) => {
    const { bytes, kept } = await cleanedOf(png, picture(pngChunk(type, data)))
    const expected = pngChunk('tEXt', `${keyword}${profile(oneTagExif(6))}`)
    expect(bytes).toEqual(picture(expected))
    expect(kept).toEqual(['orientation'])
    expect((await cleanedOf(png, bytes)).bytes).toEqual(bytes)
  })

  it('goes where the picture is not turned, or the text is longer than it needs to be', async () => {
    const straight = pngChunk('tEXt', `${keyword}${profile(oneTagExif(1))}`)
    expect((await cleanedOf(png, picture(straight))).bytes).toEqual(picture())
    const longer = pngChunk('tEXt', `${keyword}${profile(oneTagExif(6))}Ada`)
    expect(Buffer.from((await cleanedOf(png, picture(longer))).bytes).toString('latin1')).not.toContain('Ada')
    expect(Buffer.from((await cleanedOf(png, picture(pngChunk('tEXt', `${keyword}Ada`)))).bytes).includes('Ada')).toBe(
      false,
    )
  })
})
