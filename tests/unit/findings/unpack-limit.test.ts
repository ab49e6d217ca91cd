import { deflateSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { gather, load } from '../../../src/findings/payload'
import { Malformed } from '../../../src/formats/malformed'
import { png } from '../../../src/formats/png'
import { pngChunk, pngOf } from '../../support/chunks'
import { partsOf } from '../../support/taken-apart'

it('does not unpack a text that becomes many times the photo', async () => {
  const bomb = Buffer.concat([Buffer.from('Comment\0\0', 'latin1'), deflateSync(Buffer.alloc(16 * 1024 * 1024))])
  const head = pngChunk('IHDR', Uint8Array.of(0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0))
  const file = pngOf(head, pngChunk('zTXt', bomb), pngChunk('IDAT', 'x'), pngChunk('IEND', ''))
  const [text] = gather(await partsOf(png, file))
  if (!text) throw new Error('no text')
  await expect(load(text, 'png')).rejects.toBeInstanceOf(Malformed)
})
