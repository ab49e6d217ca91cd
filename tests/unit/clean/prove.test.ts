import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { clean, mayStay } from '../../../src/clean/clean'
import { type Decode, prove } from '../../../src/clean/prove'
import { isAllZeros } from '../../../src/clean/zeros'
import { concat } from '../../../src/formats/core/bytes'
import { blank, fresh, join, slice } from '../../../src/formats/core/part'
import { sourceOfParts } from '../../../src/formats/core/pieced-source'
import { sourceOf } from '../../../src/formats/core/source'
import type { Format } from '../../../src/formats/format'
import { heif } from '../../../src/formats/isobmff/heif'
import { mp4 } from '../../../src/formats/isobmff/mp4'
import { jpeg } from '../../../src/formats/jpeg/jpeg'
import { tiff } from '../../../src/formats/tiff/tiff'
import { partsOf, recipeOf } from '../../../src/review/recipe'
import { filmOf, heifOf } from '../../support/box-bytes'
import { CountingBlob } from '../../support/counting-blob'
import { still } from '../../support/generated/frames'
import { jpegSegment, withSegments } from '../../support/jpeg-bytes'
import { PIXELS, PLAIN, tiffOf } from '../../support/tiff-bytes'

const always =
  (answer: Awaited<ReturnType<Decode>>): Decode =>
  async () =>
    answer
const picture = async () => new Uint8Array(await still().jpeg().toBuffer())
const comment = jpegSegment(0xfe, 'Lina at the lake')

describe('the proof', () => {
  it('takes a cleaned file and refuses the original', async () => {
    const original = new Blob([withSegments(await picture(), comment)])
    const { parts, removed } = await clean(await jpeg.split(sourceOf(original)), jpeg)
    expect(removed).toContain('COM')
    expect(await prove(sourceOf(new Blob(join(parts))), { blob: original }, jpeg, always('decoded'))).toEqual({
      proved: true,
    })
    expect(await prove(sourceOf(original), { blob: original }, jpeg, always('decoded'))).toEqual({
      proved: false,
      doubt: 'COM',
    })
  })

  it('refuses bytes behind the end, and a file that is no JPEG any more', async () => {
    const bytes = await picture()
    const longer = new Blob([bytes, 'Lina'])
    expect(await prove(sourceOf(longer), { blob: longer }, jpeg, always('decoded'))).toEqual({
      proved: false,
      doubt: 'after the end',
    })
    const text = new Blob(['Lina'])
    expect((await prove(sourceOf(text), { blob: text }, jpeg, always('decoded'))).proved).toBe(false)
  })

  it('refuses what does not decode any more, and leaves files to the walk that never did', async () => {
    const bytes = new Blob([await picture()])
    const original = new Blob(['original'])
    const decode = (before: Awaited<ReturnType<Decode>>): Decode => {
      return async ({ blob }) => (blob === original ? before : 'not-decodable')
    }
    expect((await prove(sourceOf(bytes), { blob: original }, jpeg, decode('decoded'))).proved).toBe(false)
    expect((await prove(sourceOf(bytes), { blob: original }, jpeg, decode('not-decodable'))).proved).toBe(true)
    expect((await prove(sourceOf(bytes), { blob: original }, jpeg, decode('cannot-tell'))).proved).toBe(true)
    expect((await prove(sourceOf(bytes), { blob: original }, jpeg, always('cannot-tell'))).proved).toBe(true)
  })
})

describe('the proof of what is seen', () => {
  const cleanedOf = async (format: Format, bytes: Uint8Array<ArrayBuffer>) => {
    const blob = new Blob([bytes])
    const { parts } = await clean(await format.split(sourceOf(blob)), format)
    return { blob, parts, bytes: new Uint8Array(await new Blob(join(parts)).arrayBuffer()) }
  }
  const FILMS = filmOf({ tracks: [{ handler: 'vide', codec: 'avc1', samples: ['FRAME-1', 'FRAME-2'] }] })
  const PHOTO = heifOf({ items: [{ id: 1, type: 'hvc1', extents: ['PICTURE'] }] })
  const SCAN = tiffOf({ pages: [PLAIN] })

  it.each([
    ['a film', mp4, FILMS, 'FRAME-2'],
    ['an HEIC', heif, PHOTO, 'PICTURE'],
    ['a TIFF', tiff, SCAN, PIXELS],
  ] as const)(
    'takes %s, and refuses it in black, in noise, and when it shows other bytes',
    async (_, format, file, seen) => {
      const { blob, parts, bytes } = await cleanedOf(format, file)
      const decode = always('cannot-tell')
      const proof = (copy: Uint8Array<ArrayBuffer>) =>
        prove(sourceOf(new Blob([copy])), { blob }, format, decode, parts)
      expect(await proof(bytes)).toEqual({ proved: true })
      expect(await prove(sourceOfParts(parts), { blob }, format, decode, parts)).toEqual({
        proved: true,
      })
      const at = Buffer.from(bytes).indexOf(seen)
      for (const byte of [0, 0x55]) {
        const spoilt = Uint8Array.from(bytes).fill(byte, at, at + seen.length)
        expect(await proof(spoilt)).toEqual({ proved: false, doubt: 'shows another picture' })
      }
      expect((await prove(sourceOf(new Blob([bytes])), { blob }, format, decode, [])).proved).toBe(false)
    },
  )
})

describe('the proof of a copy that is made of pieces', () => {
  const noise = Uint8Array.from({ length: 400_000 }, (_, index) => (index * 7919) % 251)
  const original = async () => {
    const bytes = await sharp(noise, { raw: { width: 500, height: 800, channels: 1 } })
      .jpeg({ quality: 95 })
      .toBuffer()
    return new CountingBlob([withSegments(new Uint8Array(bytes), comment)])
  }

  it('reads the picture once, to find its end, and not again where the first bytes of the file were written afresh', async () => {
    const blob = await original()
    const source = sourceOf(blob)
    const { parts } = await clean(await jpeg.split(source), jpeg)
    const { pieces } = await recipeOf(parts, source)
    expect(pieces.map(({ kind }) => kind)).toEqual(['bytes', 'slice'])
    const before = blob.bytesRead
    const copy = sourceOfParts(partsOf(pieces, source))
    expect(await prove(copy, { blob }, jpeg, always('cannot-tell'), parts)).toEqual({ proved: true })
    expect(blob.size).toBeGreaterThan(200_000)
    expect(blob.bytesRead - before).toBeLessThan(20_000)
  })

  it('puts no file together where nobody can decode it', async () => {
    const blob = await original()
    const { parts } = await clean(await jpeg.split(sourceOf(blob)), jpeg)
    const copy = sourceOfParts(parts, () => {
      throw new Error('put together')
    })
    expect(await prove(copy, { blob }, jpeg, always('cannot-tell'), parts)).toEqual({ proved: true })
    const decode: Decode = async (file) => (file.blob ? 'decoded' : 'cannot-tell')
    await expect(prove(copy, { blob }, jpeg, decode, parts)).rejects.toThrow('put together')
  })
})

describe('parts that may stay only as zeros', () => {
  it('are read to their last byte', async () => {
    const source = sourceOf(new Blob([concat(new Uint8Array(1_500_000), Uint8Array.of(1))]))
    expect(await isAllZeros(slice('free', source, 0, 1_500_000))).toBe(true)
    expect(await isAllZeros(slice('free', source, 0, 1_500_001))).toBe(false)
    expect(await isAllZeros(fresh('free', Uint8Array.of(0, 0)))).toBe(true)
    expect(await isAllZeros(fresh('free', Uint8Array.of(0, 2)))).toBe(false)
    expect(await isAllZeros(blank(fresh('free', Uint8Array.of(1))))).toBe(true)
  })

  it('become zeros unread where they are long', async () => {
    const blob = new CountingBlob([
      filmOf({
        tracks: [{ handler: 'vide', codec: 'avc1', samples: ['frame'] }],
        behind: new Uint8Array(3_000_000).fill(7),
      }),
    ])
    const { parts } = await clean(await mp4.split(sourceOf(blob)), mp4)
    expect(blob.bytesRead).toBeLessThan(100_000)
    const proof = await prove(sourceOfParts(parts), { blob }, mp4, always('cannot-tell'))
    expect(proof).toEqual({ proved: true })
    expect(blob.bytesRead).toBeLessThan(100_000)
    expect((await prove(sourceOf(new Blob(join(parts))), { blob }, mp4, always('cannot-tell'))).proved).toBe(true)
  })

  it('are not a way around the table', async () => {
    expect(await mayStay(fresh('COM', new Uint8Array(4)), jpeg)).toBe(false)
  })
})
