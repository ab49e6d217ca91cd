import { deflateSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { gather, insideOf, load } from '../../../../src/findings/decode/payload'
import { Malformed } from '../../../../src/formats/core/malformed'
import { slice } from '../../../../src/formats/core/part'
import { sourceOf } from '../../../../src/formats/core/source'
import { png } from '../../../../src/formats/png/png'
import { pngChunk, pngOf } from '../../../support/chunks'
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

it.each(['preview', 'gain map', 'depth map', 'stereo picture', 'second image'])(
  'tells what lies in the %s from what lies in the picture, and keeps their pieces apart',
  (role) => {
    const source = sourceOf(new Blob([new Uint8Array(100)]))
    const block = (start: number) => ({ type: 'photoshop', label: 'APP13 Photoshop', start, end: start + 10 }) as const
    const name = `${role}/APP13 Photoshop`
    const parts = [
      slice('APP13 Photoshop', source, 0, 10, block(0)),
      slice('APP13 Photoshop', source, 10, 20, block(10)),
      slice(name, source, 20, 30, block(20)),
    ]
    expect(gather(parts).map((pieces) => pieces.parts.length)).toEqual([2, 1])
    expect(parts.map(insideOf)).toEqual(['', '', role])
  },
)
