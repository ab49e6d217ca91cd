import { describe, expect, it } from 'vitest'
import { concat, latin1Bytes, u32le } from '../../../src/formats/core/bytes'
import { Malformed } from '../../../src/formats/core/malformed'
import { sourceOf } from '../../../src/formats/core/source'
import { oneTagExif } from '../../../src/formats/metadata/exif-block'
import { webp } from '../../../src/formats/webp'
import { riffChunk, webpOf } from '../../support/chunks'
import { CountingBlob } from '../../support/counting-blob'
import { blockText, cleanedOf, namesOf, partsOf } from '../../support/taken-apart'

const PICTURE = riffChunk('VP8 ', 'odd')
const ICC = riffChunk('ICCP', `${'\0'.repeat(36)}acsp`)
const TURNED = concat(oneTagExif(6), latin1Bytes('Ada'))
const FLAGS = { icc: 0x20, alpha: 0x10, exif: 0x08, xmp: 0x04, animated: 0x02 }

const canvas = (flags: number, reserved = 0) =>
  riffChunk('VP8X', Uint8Array.of(flags, reserved, 0, 0, 9, 0, 0, 9, 0, 0))
const loops = riffChunk('ANIM', '\0\0\0\0\x02\0')
const frame = (...chunks: Uint8Array[]) => riffChunk('ANMF', concat(latin1Bytes('sixteen  bytes..'), ...chunks))

describe('webp.split', () => {
  it('names the parts by their chunks, and what follows the RIFF', async () => {
    const file = concat(webpOf(canvas(0), ICC, PICTURE, riffChunk('PSAI', 'x')), latin1Bytes('more'))
    expect(await namesOf(webp, file)).toEqual(['RIFF', 'VP8X', 'ICCP', 'VP8 ', 'chunk PSAI', 'after the end'])
  })

  it('takes a frame apart only when it holds chunks that are not of its picture', async () => {
    const file = webpOf(
      canvas(FLAGS.animated),
      loops,
      frame(PICTURE),
      frame(PICTURE),
      frame(riffChunk('note', 'x'), PICTURE),
    )
    const inside = ['ANMF head', 'ANMF/chunk note', 'ANMF/VP8 ']
    expect(await namesOf(webp, file)).toEqual(['RIFF', 'VP8X', 'ANIM', 'ANMF', ...inside])
  })

  it.each([
    ['EXIF', 'MM\0*', 'MM\0*', 'exif'],
    ['EXIF', 'Exif\0\0MM\0*', 'MM\0*', 'exif'],
    ['XMP ', '<x:xmpmeta>', '<x:xmpmeta>', 'xmp'],
    ['XMP\0', '<x>', '<x>', 'xmp'],
    ['C2PA', 'jumb', 'jumb', 'c2pa'],
    ['INFO', 'Ada', 'Ada', 'unknown'],
    ['RIFF', 'Ada', 'Ada', 'unknown'],
  ])('points at what a chunk %j holds', async (type, data, text, meaning) => {
    const part = (await partsOf(webp, webpOf(PICTURE, riffChunk(type, data)))).at(-1)
    if (!part) throw new Error('no part')
    expect(part.block?.type).toBe(meaning)
    expect(await blockText(part)).toBe(text)
  })

  it.each([
    ['a RIFF longer than the file', webpOf(PICTURE).subarray(0, -1)],
    ['a chunk longer than the RIFF', webpOf(concat(latin1Bytes('VP8 '), u32le(99), latin1Bytes('x')))],
    ['half a head', webpOf(PICTURE, latin1Bytes('VP8'))],
    ['no picture', webpOf(ICC)],
    ['two pictures', webpOf(PICTURE, PICTURE)],
    ['VP8X of the wrong size', webpOf(riffChunk('VP8X', '12345678901'), PICTURE)],
    ['a frame without a head', webpOf(riffChunk('ANMF', 'short'))],
    ['a frame full of chunks', webpOf(frame(...Array.from({ length: 65 }, () => riffChunk('note', ''))))],
  ])('refuses %s', async (_, file) => {
    await expect(partsOf(webp, file)).rejects.toBeInstanceOf(Malformed)
  })

  it('reads less than 5 % of an animation', async () => {
    const frames = Array.from({ length: 128 }, () => frame(riffChunk('VP8L', new Uint8Array(16 * 1024))))
    const blob = new CountingBlob([webpOf(canvas(FLAGS.animated), loops, ...frames, riffChunk('EXIF', TURNED))])
    const parts = await webp.split(sourceOf(blob))
    await webp.rebuild(parts, ({ name }) => name !== 'EXIF')
    expect(blob.bytesRead).toBeLessThan(blob.size * 0.05)
  })
})

describe('cleaning a WebP', () => {
  it('leaves a picture with nothing else as it is', async () => {
    const file = webpOf(canvas(FLAGS.icc), ICC, PICTURE)
    expect((await cleanedOf(webp, file)).bytes).toEqual(file)
  })

  it('corrects length and flags when metadata go, and clears reserved bits', async () => {
    const flags = FLAGS.icc | FLAGS.alpha | FLAGS.exif | FLAGS.xmp | 0x01
    const metadata = [riffChunk('EXIF', 'MM\0*'), riffChunk('XMP ', '<x>'), riffChunk('PSAI', 'x')]
    const file = concat(
      webpOf(canvas(flags, 7), ICC, riffChunk('ALPH', 'a'), PICTURE, ...metadata),
      latin1Bytes('more'),
    )
    const { bytes, removed } = await cleanedOf(webp, file)
    expect(bytes).toEqual(webpOf(canvas(FLAGS.icc | FLAGS.alpha), ICC, riffChunk('ALPH', 'a'), PICTURE))
    expect(removed).toEqual(['EXIF', 'XMP', 'chunk PSAI', 'after the end'])
  })

  it('keeps which way up, as the only tag, and the flag for it', async () => {
    const turned = webpOf(canvas(FLAGS.exif), PICTURE, riffChunk('EXIF', oneTagExif(6)))
    const { bytes, kept } = await cleanedOf(webp, webpOf(canvas(FLAGS.exif), PICTURE, riffChunk('EXIF', TURNED)))
    expect(bytes).toEqual(turned)
    expect(kept).toEqual(['orientation'])
    expect((await cleanedOf(webp, turned)).bytes).toEqual(turned)
  })

  it('raises no flag that was not there, for decoders would start to turn the picture', async () => {
    const { bytes } = await cleanedOf(webp, webpOf(canvas(0), PICTURE, riffChunk('EXIF', TURNED)))
    expect(bytes).toEqual(webpOf(canvas(0), PICTURE, riffChunk('EXIF', oneTagExif(6))))
  })

  it('leaves the signature of a JPEG’s APP1 in front of the way up, where it stood', async () => {
    const signed = (tiff: Uint8Array) => riffChunk('EXIF', concat(latin1Bytes('Exif\0\0'), tiff))
    const { bytes } = await cleanedOf(webp, webpOf(canvas(FLAGS.exif), PICTURE, signed(TURNED)))
    expect(bytes).toEqual(webpOf(canvas(FLAGS.exif), PICTURE, signed(oneTagExif(6))))
  })

  it('heeds only the first Exif chunk', async () => {
    const second = riffChunk('EXIF', concat(oneTagExif(3), latin1Bytes('Ada')))
    const { bytes } = await cleanedOf(webp, webpOf(canvas(FLAGS.exif), PICTURE, riffChunk('EXIF', 'MM\0*'), second))
    expect(bytes).toEqual(webpOf(canvas(0), PICTURE))
  })

  it('takes unknown chunks out of frames and corrects their length', async () => {
    const start = [canvas(FLAGS.animated), loops]
    const note = riffChunk('note', 'Ada')
    const { bytes } = await cleanedOf(webp, webpOf(...start, frame(note, PICTURE, note), frame(PICTURE)))
    expect(bytes).toEqual(webpOf(...start, frame(PICTURE), frame(PICTURE)))
  })
})
