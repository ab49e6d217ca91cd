import { describe, expect, it } from 'vitest'
import { Malformed } from '../../../../src/formats/core/malformed'
import { sourceOf } from '../../../../src/formats/core/source'
import { CountingBlob } from '../../../support/counting-blob'

const MEGABYTE = 1024 * 1024
const NUMBERED = Uint8Array.from({ length: 2 * MEGABYTE }, (_, at) => (at * 31 + (at >> 8)) & 0xff)

describe('sourceOf', () => {
  it('gives the bytes of a range wherever the reads before it were', async () => {
    const source = sourceOf(new Blob([NUMBERED]))
    const ranges: [number, number][] = [
      [0, 8],
      [8, 20],
      [1_000_000, 1_000_012],
      [999_990, 1_000_300],
      [100, 200_000],
      [2 * MEGABYTE - 4, 2 * MEGABYTE],
      [5, 5],
    ]
    for (const [start, end] of ranges)
      expect(Buffer.compare(await source.read(start, end), NUMBERED.subarray(start, end)), `${start}–${end}`).toBe(0)
  })

  it('reads less than 2 % of a file while it jumps from head to head', async () => {
    const blob = new CountingBlob([NUMBERED])
    const source = sourceOf(blob)
    for (let at = 0; at < blob.size - 8; at += 8204) await source.read(at, at + 8)
    expect(blob.bytesRead).toBeLessThan(blob.size * 0.02)
  })

  it('reads no head a second time, with the same bytes', async () => {
    const blob = new CountingBlob([NUMBERED])
    const source = sourceOf(blob)
    const walk = async () => {
      const heads: Uint8Array[] = []
      for (let at = 0; at < blob.size - 8; at += 8204) heads.push(await source.read(at, at + 8))
      return heads
    }
    const first = await walk()
    const once = blob.bytesRead
    expect(await walk()).toEqual(first)
    expect(blob.bytesRead - once).toBeLessThan(16 * 1024)
  })

  it('reads a file once while it goes through it from front to back', async () => {
    const blob = new CountingBlob([NUMBERED])
    const source = sourceOf(blob)
    for (let at = 0; at < blob.size; at += 16) await source.read(at, at + 16)
    expect(blob.bytesRead).toBeLessThan(blob.size * 1.01)
  })

  it.each([
    [-1, 4],
    [4, 3],
    [2 * MEGABYTE - 1, 2 * MEGABYTE + 1],
    [Number.NaN, 4],
  ])('refuses %d to %d of a 2 MB file', async (start, end) => {
    await expect(sourceOf(new Blob([NUMBERED])).read(start, end)).rejects.toBeInstanceOf(Malformed)
  })
})
