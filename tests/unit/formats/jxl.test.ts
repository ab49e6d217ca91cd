import { describe, expect, it } from 'vitest'
import { concat, latin1Bytes, u32be } from '../../../src/formats/core/bytes'
import { Malformed } from '../../../src/formats/core/malformed'
import { sourceOf } from '../../../src/formats/core/source'
import { jxl } from '../../../src/formats/jxl'
import { box } from '../../support/chunks'
import { CountingBlob } from '../../support/counting-blob'
import { blockText, cleanedOf, namesOf, partsOf } from '../../support/taken-apart'

const SIGNATURE = box('JXL ', '\r\n\x87\n')
const FTYP = box('ftyp', 'jxl \0\0\0\0jxl ')
const PICTURE = box('jxlc', '\xff\x0a picture')
const file = (...boxes: Uint8Array[]) => concat(SIGNATURE, FTYP, ...boxes)

describe('jxl.split', () => {
  it('takes a bare codestream as one part', async () => {
    expect(await namesOf(jxl, latin1Bytes('\xff\x0apicture'))).toEqual(['codestream'])
  })

  it('names the parts by their boxes, and what follows them and is none', async () => {
    const pieces = [box('jxlp', '\0\0\0\0one'), box('jxlp', '\x80\0\0\x01two')]
    const bytes = concat(file(box('jxll', '\x05'), ...pieces, box('jbrd', 'x')), latin1Bytes('more'))
    expect(await namesOf(jxl, bytes)).toEqual(['JXL ', 'ftyp', 'jxll', 'jxlp', 'box jbrd', 'after the end'])
  })

  it.each([
    ['Exif', '\0\0\0\0MM\0*', 'MM\0*', { type: 'exif' }],
    ['Exif', '\0\0\0\x02..MM\0*', 'MM\0*', { type: 'exif' }],
    ['Exif', '\xff\xff\xff\xffMM', '\xff\xff\xff\xffMM', { type: 'exif' }],
    ['xml ', '<x>', '<x>', { type: 'xmp' }],
    ['jumb', 'c2pa', 'c2pa', { type: 'c2pa' }],
    ['brob', 'Exifpacked', 'packed', { type: 'exif', packing: 'brotli', label: 'brob Exif' }],
    ['brob', 'uuidpacked', 'packed', { type: 'unknown', packing: 'brotli' }],
    ['uuid', 'Ada', 'Ada', { type: 'unknown', label: 'uuid' }],
  ])('points at what a box %s %j holds', async (type, data, text, block) => {
    const part = (await partsOf(jxl, file(PICTURE, box(type, data)))).at(-1)
    if (!part) throw new Error('no part')
    expect(part.block).toMatchObject(block)
    expect(await blockText(part)).toBe(text)
  })

  it('takes sizes of 64 bits, and a last box that goes on to the end of the file', async () => {
    const long = concat(u32be(1), latin1Bytes('xml '), u32be(0), u32be(19), latin1Bytes('<x>'))
    const open = concat(u32be(0), latin1Bytes('jxlc'), latin1Bytes('\xff\x0a picture'))
    expect(await namesOf(jxl, file(long, open))).toEqual(['JXL ', 'ftyp', 'xml', 'jxlc'])
  })

  it.each([
    ['a codestream cut short', file(box('jxlp', '\0\0\0\0one'))],
    ['a box longer than the file', file(PICTURE.subarray(0, -1))],
    ['a box shorter than its head', file(concat(u32be(7), latin1Bytes('jxlc')))],
    ['a size above 2^53', file(concat(u32be(1), latin1Bytes('jxlc'), u32be(-1), u32be(-1)))],
    ['something hidden in ftyp', concat(SIGNATURE, box('ftyp', 'jxl \0\0\0\0jxl Ada!'), PICTURE)],
    ['a packed box without a type', file(PICTURE, box('brob', 'xm'))],
  ])('refuses %s', async (_, bytes) => {
    await expect(partsOf(jxl, bytes)).rejects.toBeInstanceOf(Malformed)
  })

  it('refuses boxes without end', async () => {
    const empty = new Uint8Array(8 * 2 ** 16)
    for (let at = 0; at < empty.length; at += 8) empty.set(box('jxlc', ''), at)
    await expect(partsOf(jxl, file(empty))).rejects.toThrow(/more than/)
  })

  it('reads less than 5 % of a large picture', async () => {
    const exif = box('Exif', '\0\0\0\0MM\0*')
    const blob = new CountingBlob([file(exif, box('jxlc', new Uint8Array(2 ** 20)), box('xml ', '<x>'))])
    await jxl.split(sourceOf(blob))
    expect(blob.bytesRead).toBeLessThan(blob.size * 0.05)
  })
})

describe('cleaning a JPEG XL', () => {
  it('leaves a bare codestream and a picture with nothing else as they are', async () => {
    for (const bytes of [latin1Bytes('\xff\x0apicture'), file(box('jxll', '\x05'), box('jxli', 'x'), PICTURE)])
      expect((await cleanedOf(jxl, bytes)).bytes).toEqual(bytes)
  })

  it('takes everything else out, the recipe for the former JPEG as well, and adds no Exif', async () => {
    const exif = box('Exif', '\0\0\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0')
    const others = ['xml ', 'jumb', 'jbrd', 'uuid', 'Samsung'.slice(0, 4)].map((type) => box(type, 'Ada'))
    const bytes = concat(file(exif, box('brob', 'xml x'), PICTURE, ...others), latin1Bytes('more'))
    expect((await cleanedOf(jxl, bytes)).bytes).toEqual(file(PICTURE))
  })
})
