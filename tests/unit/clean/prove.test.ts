import { describe, expect, it } from 'vitest'
import { clean, mayStay } from '../../../src/clean/clean'
import { type Decode, prove } from '../../../src/clean/prove'
import { isAllZeros } from '../../../src/clean/zeros'
import { concat } from '../../../src/formats/core/bytes'
import { blank, fresh, join, slice } from '../../../src/formats/core/part'
import { sourceOfParts } from '../../../src/formats/core/pieced-source'
import { sourceOf } from '../../../src/formats/core/source'
import { mp4 } from '../../../src/formats/isobmff/mp4'
import { jpeg } from '../../../src/formats/jpeg/jpeg'
import { filmOf } from '../../support/box-bytes'
import { CountingBlob } from '../../support/counting-blob'
import { still } from '../../support/generated/frames'
import { jpegSegment, withSegments } from '../../support/jpeg-bytes'

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
    expect(await prove(new Blob(join(parts)), original, jpeg, always('decoded'))).toEqual({ proved: true })
    expect(await prove(original, original, jpeg, always('decoded'))).toEqual({ proved: false, doubt: 'COM' })
  })

  it('refuses bytes behind the end, and a file that is no JPEG any more', async () => {
    const bytes = await picture()
    const longer = new Blob([bytes, 'Lina'])
    expect(await prove(longer, longer, jpeg, always('decoded'))).toEqual({ proved: false, doubt: 'after the end' })
    const text = new Blob(['Lina'])
    expect((await prove(text, text, jpeg, always('decoded'))).proved).toBe(false)
  })

  it('refuses what does not decode any more, and leaves files to the walk that never did', async () => {
    const bytes = new Blob([await picture()])
    const original = new Blob(['original'])
    const decode = (before: Awaited<ReturnType<Decode>>): Decode => {
      return async (blob) => (blob === original ? before : 'not-decodable')
    }
    expect((await prove(bytes, original, jpeg, decode('decoded'))).proved).toBe(false)
    expect((await prove(bytes, original, jpeg, decode('not-decodable'))).proved).toBe(true)
    expect((await prove(bytes, original, jpeg, decode('cannot-tell'))).proved).toBe(true)
    expect((await prove(bytes, original, jpeg, always('cannot-tell'))).proved).toBe(true)
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
    const copy = new Blob(join(parts))
    const proof = await prove(copy, blob, mp4, always('cannot-tell'), sourceOfParts(parts, copy))
    expect(proof).toEqual({ proved: true })
    expect(blob.bytesRead).toBeLessThan(100_000)
    expect((await prove(copy, blob, mp4, always('cannot-tell'))).proved).toBe(true)
  })

  it('are not a way around the table', async () => {
    expect(await mayStay(fresh('COM', new Uint8Array(4)), jpeg)).toBe(false)
  })
})
