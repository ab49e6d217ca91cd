import { describe, expect, it } from 'vitest'
import { ByteRanges } from '../../../../src/formats/core/byte-ranges'
import { Malformed } from '../../../../src/formats/core/malformed'

const tiles = (ranges: ByteRanges, start = 0, end = 100) =>
  ranges.partition(start, end, 'gap').map(({ name, start, end }) => `${name} ${start}-${end}`)

describe('ByteRanges', () => {
  it('tiles a range with its ranges and the gaps between', () => {
    const ranges = new ByteRanges(100)
    ranges.retain('frames', 40, 50)
    ranges.retain('frames', 10, 20)
    ranges.discard('gpmd', 25, 30)
    expect(tiles(ranges)).toEqual([
      'gap 0-10',
      'frames 10-20',
      'gap 20-25',
      'gpmd 25-30',
      'gap 30-40',
      'frames 40-50',
      'gap 50-100',
    ])
    expect(tiles(ranges, 15, 27)).toEqual(['frames 15-20', 'gap 20-25', 'gpmd 25-27'])
  })

  it('makes one span of ranges that touch or overlap', () => {
    const ranges = new ByteRanges(100)
    for (const [start, end] of [
      [0, 10],
      [10, 20],
      [5, 60],
      [60, 100],
    ] as const)
      ranges.retain('frames', start, end)
    expect(tiles(ranges)).toEqual(['frames 0-100'])
  })

  it('lets what stays win over what goes, wherever they overlap', () => {
    const ranges = new ByteRanges(100)
    ranges.discard('Exif', 0, 100)
    ranges.retain('picture', 20, 30)
    ranges.retain('picture', 50, 60)
    expect(tiles(ranges)).toEqual(['Exif 0-20', 'picture 20-30', 'Exif 30-50', 'picture 50-60', 'Exif 60-100'])
    expect(ranges.isRetained(29, 31)).toBe(true)
    expect(ranges.isRetained(30, 50)).toBe(false)
  })

  it('gives a byte of two ranges to one of them', () => {
    const ranges = new ByteRanges(100)
    ranges.retain('picture', 0, 30)
    ranges.retain('gain map', 20, 40)
    ranges.discard('Exif', 40, 70)
    ranges.discard('XMP', 60, 100)
    expect(tiles(ranges)).toEqual(['picture 0-30', 'gain map 30-40', 'Exif 40-70', 'XMP 70-100'])
  })

  it('leaves out what lies past the end of the file', () => {
    const ranges = new ByteRanges(50)
    ranges.retain('frames', 40, 99)
    ranges.retain('frames', 60, 99)
    ranges.discard('gpmd', 10, 1e12)
    expect(tiles(ranges, 0, 50)).toEqual(['gap 0-10', 'gpmd 10-40', 'frames 40-50'])
  })

  it('refuses more chunks than a file of its size can have', () => {
    const ranges = new ByteRanges(1_000_000)
    expect(() => {
      for (let at = 0; at < 600_000; at += 2) ranges.retain('frames', at, at + 1)
    }).toThrow(Malformed)
  })

  it('refuses more fragments than a file of its size can have', () => {
    const ranges = new ByteRanges(1_000_000)
    for (let at = 0; at < 100_000; at += 2) ranges.retain('frames', at, at + 1)
    expect(() => tiles(ranges)).toThrow(Malformed)
  })

  it('refuses a picture that lies over metadata, which would stay with it', () => {
    const ranges = new ByteRanges(100)
    ranges.retain('picture', 0, 100)
    ranges.discard('Exif', 40, 60, { type: 'exif', start: 44, end: 60 })
    expect(() => ranges.partition(0, 100, 'gap')).toThrow(Malformed)
  })
})
