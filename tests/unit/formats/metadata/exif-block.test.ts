import { describe, expect, it } from 'vitest'
import { isOneTagExif, oneTagExif, orientationOf } from '../../../../src/formats/metadata/exif-block'

describe('the orientation in a TIFF structure', () => {
  it('is read back from what we write', () => {
    for (const orientation of [1, 2, 3, 4, 5, 6, 7, 8] as const) {
      expect(orientationOf(oneTagExif(orientation))).toBe(orientation)
      expect(isOneTagExif(oneTagExif(orientation))).toBe(orientation !== 1)
    }
  })

  it('is read in little-endian order', () => {
    const tiff = [0x49, 0x49, 42, 0, 8, 0, 0, 0, 1, 0, 0x12, 0x01, 3, 0, 1, 0, 0, 0, 8, 0, 0, 0, 0, 0, 0, 0]
    expect(orientationOf(Uint8Array.from(tiff))).toBe(8)
    expect(isOneTagExif(Uint8Array.from(tiff))).toBe(false)
  })

  it('is 1 for values outside 1 to 8, other types, cut and empty blocks', () => {
    const nine = oneTagExif(6)
    nine[19] = 9
    const long = oneTagExif(6)
    long[13] = 4
    expect(orientationOf(nine)).toBe(1)
    expect(orientationOf(long)).toBe(1)
    for (let end = 0; end < 20; end++) expect(orientationOf(oneTagExif(6).subarray(0, end))).toBe(1)
  })

  it('does not let anything follow the one tag', () => {
    expect(isOneTagExif(Uint8Array.from([...oneTagExif(6), 1]))).toBe(false)
  })
})
