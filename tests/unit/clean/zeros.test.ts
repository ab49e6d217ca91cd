import { describe, expect, it } from 'vitest'
import { isAllZeros } from '../../../src/clean/zeros'
import { fresh, slice } from '../../../src/formats/core/part'
import { sourceOf } from '../../../src/formats/core/source'

describe('isAllZeros', () => {
  it('sees a single bit in any place, wherever the bytes begin in memory', async () => {
    for (let offset = 0; offset < 8; offset++) {
      for (let length = 0; length < 20; length++) {
        const bytes = new Uint8Array(new ArrayBuffer(64), offset, length)
        expect(await isAllZeros(fresh('gap', bytes))).toBe(true)
        for (let at = 0; at < length; at++) {
          bytes[at] = 1
          expect(await isAllZeros(fresh('gap', bytes))).toBe(false)
          bytes[at] = 0
        }
      }
    }
  })

  it('reads a slice to its end, and nothing beside it', async () => {
    const bytes = new Uint8Array(3_000_000)
    bytes[2_500_000] = 7
    const source = sourceOf(new Blob([bytes]))
    expect(await isAllZeros(slice('gap', source, 0, 2_500_000))).toBe(true)
    expect(await isAllZeros(slice('gap', source, 0, 2_500_001))).toBe(false)
    expect(await isAllZeros(slice('gap', source, 2_500_001, 3_000_000))).toBe(true)
  })

  it('takes a run of zeros at its word', async () => {
    expect(await isAllZeros({ name: 'gap', content: { kind: 'zeros', length: 1e12 } })).toBe(true)
  })
})
