import { deflateSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { gather, insideOf, load } from '../../../../src/findings/decode/payload'
import { Malformed } from '../../../../src/formats/core/malformed'
import { slice } from '../../../../src/formats/core/part'
import { sourceOf } from '../../../../src/formats/core/source'
import { jpeg } from '../../../../src/formats/jpeg/jpeg'
import { png } from '../../../../src/formats/png/png'
import { pngChunk, pngOf } from '../../../support/chunks'
import { exifOf } from '../../../support/exif-builder'
import { still } from '../../../support/generated/frames'
import { exifSegment, jpegSegment, multiPicture, withSegments } from '../../../support/jpeg-bytes'
import { partsOf } from '../../../support/taken-apart'

it('does not unpack a text that becomes many times the photo', async () => {
  const bomb = Buffer.concat([Buffer.from('Comment\0\0', 'latin1'), deflateSync(Buffer.alloc(16 * 1024 * 1024))])
  const head = pngChunk('IHDR', Uint8Array.of(0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0))
  const file = pngOf(head, pngChunk('zTXt', bomb), pngChunk('IDAT', 'x'), pngChunk('IEND', ''))
  const [text] = gather(await partsOf(png, file))
  if (!text) throw new Error('no text')
  await expect(load(text, 'png')).rejects.toBeInstanceOf(Malformed)
})

it('reads a block once that lies on several parts', async () => {
  const source = sourceOf(new Blob([new Uint8Array(100)]))
  const block = { type: 'xmp', start: 10, end: 90 } as const
  const parts = [slice('free/XMP', source, 10, 20, block), slice('free/XMP', source, 30, 40, block)]
  expect(gather(parts)).toHaveLength(1)
})

it.each(['preview', 'gain map', 'depth map', 'stereo picture', 'second image'] as const)(
  'tells what lies in the %s from what lies in the picture, and keeps their pieces apart',
  (role) => {
    const source = sourceOf(new Blob([new Uint8Array(100)]))
    const block = (start: number) => ({ type: 'photoshop', label: 'APP13 Photoshop', start, end: start + 10 }) as const
    const name = `${role}/APP13 Photoshop`
    const parts = [
      slice('APP13 Photoshop', source, 0, 10, block(0)),
      slice('APP13 Photoshop', source, 10, 20, block(10)),
      { ...slice(name, source, 20, 30, block(20)), role },
    ]
    expect(gather(parts).map((pieces) => pieces.parts.length)).toEqual([2, 1])
    expect(parts.map(insideOf)).toEqual(['', '', role])
  },
)

it('keeps apart what pictures behind the first one say, whatever they are for', async () => {
  const exif = exifSegment(exifOf({ ifd0: [[0x013b, 'ascii', 'Odile\0']] }))
  const photoshop = jpegSegment(0xed, 'Photoshop 3.0\0 8BIM')
  const [plain, other] = [await still().jpeg().toBuffer(), await still().jpeg().toBuffer()]
  const preview = withSegments(other, exif, photoshop)
  const file = multiPicture([withSegments(plain, exif, photoshop), preview], [0x030000, 0x010001])
  const pieces = gather(await partsOf(jpeg, file))
  const where = async (type: string) =>
    Promise.all(pieces.filter((piece) => piece.type === type).map(async (piece) => (await load(piece, 'jpeg')).inside))
  expect(await where('exif')).toEqual(['', 'preview'])
  expect(await where('photoshop')).toEqual(['', 'preview'])
})
