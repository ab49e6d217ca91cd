import { deflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { Malformed } from '../../../../src/formats/core/malformed'
import { deflate, inflate } from '../../../../src/formats/core/zlib'

const packed = (bytes: Uint8Array) => new Uint8Array(deflateSync(bytes))
const bytes = Uint8Array.from({ length: 5000 }, (_, at) => (at * at) & 0xff)

describe('zlib streams', () => {
  it('are packed and unpacked', async () => {
    expect(await inflate(packed(bytes), 5000)).toEqual(bytes)
    expect(await inflate(await deflate(bytes), 5000)).toEqual(bytes)
  })

  it('stop at the limit', async () => {
    await expect(inflate(packed(new Uint8Array(50_000_000)), 1_000_000)).rejects.toThrow(Malformed)
  })

  it('that are no such streams are Malformed, and cut ones give what they hold', async () => {
    await expect(inflate(Uint8Array.of(1, 2, 3, 4), 100)).rejects.toThrow(Malformed)
    await expect(inflate(new Uint8Array(0), 100)).rejects.toThrow(Malformed)
    const noise = Uint8Array.from({ length: 100_000 }, (_, at) => Math.imul(at, 2654435761) >>> 13)
    const cut = await inflate(packed(noise).subarray(0, 50_000), 300_000)
    expect(cut.length).toBeGreaterThan(0)
    expect(Buffer.compare(cut, noise.subarray(0, cut.length))).toBe(0)
  })
})
