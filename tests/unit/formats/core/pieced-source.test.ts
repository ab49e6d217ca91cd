import fc from 'fast-check'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { clean } from '../../../../src/clean/clean'
import { prove } from '../../../../src/clean/prove'
import { concat, latin1Bytes } from '../../../../src/formats/core/bytes'
import { Malformed } from '../../../../src/formats/core/malformed'
import { join, type Part, slice } from '../../../../src/formats/core/part'
import { sourceOfParts } from '../../../../src/formats/core/pieced-source'
import { sourceOf } from '../../../../src/formats/core/source'
import type { Format } from '../../../../src/formats/format'
import { gif } from '../../../../src/formats/gif/gif'
import { jpeg } from '../../../../src/formats/jpeg/jpeg'
import { CountingBlob } from '../../../support/counting-blob'
import { still } from '../../../support/generated/frames'
import { exifSegment, jpegSegment, withSegments } from '../../../support/jpeg-bytes'

const BYTES = Uint8Array.from({ length: 1000 }, (_, at) => (at * 7) & 0xff)
const SOURCE = sourceOf(new Blob([BYTES]))

const anyPart: fc.Arbitrary<Part> = fc.oneof(
  fc.tuple(fc.nat(1000), fc.nat(1000)).map(([a, b]) => slice('slice', SOURCE, Math.min(a, b), Math.max(a, b))),
  fc.uint8Array({ maxLength: 50 }).map((bytes) => ({
    name: 'bytes',
    content: { kind: 'bytes' as const, bytes: Uint8Array.from(bytes) },
  })),
  fc.nat(200).map((length) => ({ name: 'zeros', content: { kind: 'zeros' as const, length } })),
)

describe('a file that is read piece by piece', () => {
  it('has the bytes of the Blob that its parts make, in every range', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyPart, { maxLength: 12 }), fc.nat(3000), fc.nat(3000), async (parts, a, b) => {
        const bytes = new Uint8Array(await new Blob(join(parts)).arrayBuffer())
        const source = sourceOfParts(parts)
        expect(source.size).toBe(bytes.length)
        const [start, end] = [Math.min(a, b, source.size), Math.min(Math.max(a, b), source.size)]
        expect(await source.read(start, end)).toEqual(bytes.subarray(start, end))
        for (const at of [start, end]) {
          const piece = source.pieceAt?.(at)
          if (at === source.size) expect(piece).toBeNull()
          else expect(piece && piece.start <= at && at < piece.end).toBe(true)
        }
      }),
    )
  })

  it('ends where its last piece does', async () => {
    const source = sourceOfParts([slice('a', SOURCE, 0, 10)])
    await expect(source.read(5, 11)).rejects.toBeInstanceOf(Malformed)
    await expect(source.read(-1, 4)).rejects.toBeInstanceOf(Malformed)
  })
})

describe('the proof of a cleaned file', () => {
  /** Bytes of the original that cleaning and proving it read, in relation to its size. */
  async function shareRead(bytes: Uint8Array<ArrayBuffer>, format: Format): Promise<number> {
    const blob = new CountingBlob([bytes])
    const { parts } = await clean(await format.split(sourceOf(blob)), format)
    const copy = new Blob(join(parts))
    expect(copy.size).toBeLessThan(blob.size)
    const proof = await prove(sourceOfParts(parts), { blob }, format, async () => 'cannot-tell')
    expect(proof).toEqual({ proved: true })
    return blob.bytesRead / blob.size
  }

  it('does not read the picture a second time', async () => {
    const noise = { type: 'gaussian', mean: 128, sigma: 60 } as const
    const grain = { create: { width: 900, height: 900, channels: 3, background: '#000', noise } } as const
    const photo = new Uint8Array(await sharp(grain).jpeg().toBuffer())
    expect(await shareRead(withSegments(photo, jpegSegment(0xfe, 'Lina')), jpeg)).toBeLessThan(1.1)
    const chain = Array.from({ length: 2000 }, () => Uint8Array.of(255, ...BYTES.subarray(0, 255)))
    const header = latin1Bytes('GIF89a\x09\0\x09\0\0\0\0')
    const image = Uint8Array.of(0x2c, 0, 0, 0, 0, 9, 0, 9, 0, 0, 8)
    const comment = latin1Bytes('\x21\xfe\x04Lina\0')
    const drawing = concat(header, image, ...chain, Uint8Array.of(0), comment, Uint8Array.of(0x3b))
    expect(await shareRead(drawing, gif)).toBeLessThan(1.1)
  })

  it('searches again where other bytes follow the ones that are known', async () => {
    const photo = new Uint8Array(await still().jpeg().toBuffer())
    const source = sourceOf(new Blob([withSegments(photo, exifSegment(Uint8Array.of(1)))]))
    const parts = await jpeg.split(source)
    const data = parts.findIndex(({ name }) => name === 'entropy-coded data')
    const cut = parts.slice(0, data + 1)
    const longer = [...cut, slice('end', sourceOf(new Blob([Uint8Array.of(0xff, 0xd9, 1, 2)])), 0, 4)]
    const names = (await jpeg.split(sourceOfParts(longer))).map(({ name }) => name)
    expect(names.slice(-3)).toEqual(['entropy-coded data', 'EOI', 'after the end'])
    expect((await jpeg.split(sourceOfParts(cut))).at(-1)?.name).toBe('entropy-coded data')
  })
})
