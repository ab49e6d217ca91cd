import { crc32 as zlib } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { crc32 } from '../../../../src/formats/core/crc32'

describe('crc32', () => {
  it('has the check value that the catalogue of CRCs gives for "123456789"', () => {
    expect(crc32(new TextEncoder().encode('123456789'))).toBe(0xcbf43926)
  })

  it('goes on where it stopped, and agrees with zlib', () => {
    const bytes = Uint8Array.from({ length: 1000 }, (_, at) => (at * 7) & 0xff)
    expect(crc32(bytes.subarray(300), crc32(bytes.subarray(0, 300)))).toBe(crc32(bytes))
    expect(crc32(bytes)).toBe(zlib(bytes))
  })
})
