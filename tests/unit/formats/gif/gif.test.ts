import { describe, expect, it } from 'vitest'
import { concat, latin1Bytes } from '../../../../src/formats/core/bytes'
import { Malformed } from '../../../../src/formats/core/malformed'
import { gif } from '../../../../src/formats/gif/gif'
import { gifExtension, subBlocks } from '../../../support/chunks'
import { blockText, cleanedOf, namesOf, partsOf } from '../../../support/taken-apart'

/** Two colours, so a table of six bytes. */
const HEADER = concat(latin1Bytes('GIF89a\x01\0\x01\0\x80\0\0'), latin1Bytes('colour'))
const IMAGE = concat(latin1Bytes('\x2c\0\0\0\0\x01\0\x01\0\0'), Uint8Array.of(2), subBlocks('LZW'))
const CONTROL = gifExtension(0xf9, subBlocks('\0\x0a\0\0'))
const TRAILER = Uint8Array.of(0x3b)

const application = (name: string, ...data: Uint8Array[]) =>
  gifExtension(0xff, Uint8Array.of(name.length), latin1Bytes(name), ...data)
const comment = (text: string) => gifExtension(0xfe, subBlocks(text))
const LOOPS = application('NETSCAPE2.0', subBlocks('\x01\x03\0'))
const MAGIC = concat(
  Uint8Array.of(1),
  Uint8Array.from({ length: 256 }, (_, at) => 255 - at),
  Uint8Array.of(0),
)
const picture = (...extensions: Uint8Array[]) => concat(HEADER, ...extensions, IMAGE, TRAILER)

async function textOf(extension: Uint8Array): Promise<{ type: string | undefined; text: string }> {
  const parts = (await partsOf(gif, picture(extension))).filter(({ block }) => block)
  const texts = await Promise.all(parts.map(blockText))
  expect(new Set(parts.map(({ block }) => block?.group)).size).toBe(1)
  return { type: parts[0]?.block?.type, text: texts.join('') }
}

describe('gif.split', () => {
  it('names the parts, and what follows the trailer', async () => {
    const file = concat(picture(LOOPS, comment('Ada'), CONTROL), latin1Bytes('more'))
    const comments = ['comment', 'comment']
    const names = [
      'header',
      'application NETSCAPE2.0',
      ...comments,
      'graphic control',
      'image',
      'trailer',
      'after the end',
    ]
    expect(await namesOf(gif, file)).toEqual(names)
  })

  it.each([
    ['a comment', comment('Ada'), 'text', 'Ada'],
    ['a long comment', comment('Ada '.repeat(200)), 'text', 'Ada '.repeat(200)],
    ['a plain text', gifExtension(1, subBlocks('twelve bytes').subarray(0, 13), subBlocks('Ada')), 'text', 'Ada'],
    ['an XMP packet', application('XMP DataXMP', latin1Bytes('<x>Ada</x>'), MAGIC), 'xmp', '<x>Ada</x>'],
    ['an XMP packet in sub-blocks', application('XMP DataXMP', subBlocks('<x>Ada</x>')), 'xmp', '<x>Ada</x>'],
    ['ImageMagick’s IPTC', application('MGKIPTC0000', subBlocks('8BIM')), 'photoshop', '8BIM'],
  ])('points at what %s says', async (_, extension, type, text) => {
    expect(await textOf(extension)).toEqual({ type, text })
  })

  it.each([
    ['C2PA_GIF\x01\0\0', 'c2pa'],
    ['FABRIKAM1.0', 'unknown'],
    ['short', 'unknown'],
  ])('tells what an application %j leaves', async (name, type) => {
    expect((await textOf(application(name, subBlocks('data')))).type).toBe(type)
  })

  it('reports what a looping extension holds besides, but for how much to read ahead', async () => {
    const buffered = concat(subBlocks('\x01\x03\0').subarray(0, 4), subBlocks('\x02\0\0\x01\0'))
    expect(await cleanedOf(gif, picture(application('NETSCAPE2.0', buffered)))).toMatchObject({ removed: [] })
    expect(await textOf(application('NETSCAPE2.0', subBlocks('Ada')))).toMatchObject({ type: 'unknown' })
  })

  it('takes a file without a trailer, as decoders do', async () => {
    expect(await namesOf(gif, concat(HEADER, IMAGE))).toEqual(['header', 'image'])
  })

  it.each([
    ['no image', concat(HEADER, TRAILER)],
    ['bytes that begin no block', concat(HEADER, IMAGE, Uint8Array.of(0x99))],
    ['a graphic control of the wrong size', picture(gifExtension(0xf9, subBlocks('\0\x0a\0\0\0')))],
    ['sub-blocks that go on behind the file', picture(comment('Ada')).subarray(0, HEADER.length + 4)],
    ['a colour table longer than the file', HEADER.subarray(0, 15)],
  ])('refuses %s', async (_, file) => {
    await expect(partsOf(gif, file)).rejects.toBeInstanceOf(Malformed)
  })

  it('refuses images without end', async () => {
    const images = new Uint8Array(IMAGE.length * (2 ** 18 + 1))
    for (let at = 0; at < images.length; at += IMAGE.length) images.set(IMAGE, at)
    await expect(partsOf(gif, concat(HEADER, images))).rejects.toThrow(/more than/)
  })
})

describe('cleaning a GIF', () => {
  it('leaves a picture with nothing else as it is', async () => {
    const profile = application('ICCRGBG1012', subBlocks(`${'\0'.repeat(36)}acsp`))
    const file = picture(LOOPS, profile, CONTROL)
    const { bytes, kept } = await cleanedOf(gif, file)
    expect(bytes).toEqual(file)
    expect(kept).toEqual(['animation', 'colour-profile'])
  })

  it('takes every text, XMP, provenance and unknown application out, and what follows the trailer', async () => {
    const xmp = application('XMP DataXMP', latin1Bytes('<x>Ada</x>'), MAGIC)
    const others = [application('C2PA_GIF\x01\0\0', subBlocks('x')), application('FABRIKAM1.0', subBlocks('x'))]
    const file = concat(
      picture(comment('Ada'), xmp, LOOPS, ...others, gifExtension(0x77, subBlocks('x')), CONTROL),
      xmp,
    )
    expect((await cleanedOf(gif, file)).bytes).toEqual(picture(LOOPS, CONTROL))
  })

  it('keeps only the number of loops of an extension that holds more', async () => {
    const more = application('NETSCAPE2.0', subBlocks('Ada').subarray(0, 4), subBlocks('\x01\x03\0'))
    expect((await cleanedOf(gif, picture(more))).bytes).toEqual(picture(LOOPS))
    expect((await cleanedOf(gif, picture(application('NETSCAPE2.0', subBlocks('Ada Ada'))))).bytes).toEqual(picture())
  })

  it('does not look for loops, nor for a screen in a profile, through sub-blocks without end', async () => {
    const many = new Uint8Array(40_000).fill(1)
    const loops = application('NETSCAPE2.0', many, subBlocks('\x01\x03\0'))
    expect((await cleanedOf(gif, picture(loops))).bytes).toEqual(picture())
    const profile = picture(application('ICCRGBG1012', many, Uint8Array.of(0)))
    expect((await cleanedOf(gif, profile)).bytes).toEqual(profile)
  })

  it('gives a file a trailer whose own is missing', async () => {
    expect((await cleanedOf(gif, concat(HEADER, comment('Ada'), IMAGE))).bytes).toEqual(picture())
  })
})
