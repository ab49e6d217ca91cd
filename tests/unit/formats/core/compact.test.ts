import { describe, expect, it } from 'vitest'
import { compact } from '../../../../src/formats/core/compact'
import { fresh, join, type Part, slice } from '../../../../src/formats/core/part'
import { sourceOf } from '../../../../src/formats/core/source'

const BYTES = Uint8Array.from({ length: 200_000 }, (_, at) => (at * 7) & 0xff)
const SOURCE = sourceOf(new Blob([BYTES]))
const bytesOf = async (parts: readonly Part[]) => new Uint8Array(await new Blob(join(parts)).arrayBuffer())

describe('compact', () => {
  it('makes few pieces of many small ones, with the same bytes', async () => {
    const every = Array.from({ length: 5000 }, (_, i) => slice('kept', SOURCE, i * 20, i * 20 + 10))
    const parts: Part[] = [
      fresh('head', Uint8Array.of(1, 2, 3)),
      ...every,
      slice('large', SOURCE, 0, 100_000),
      { name: 'blank', content: { kind: 'zeros', length: 5 } },
      ...every,
    ]
    const compacted = await compact(parts)
    expect(compacted.length).toBeLessThan(10)
    expect(await bytesOf(compacted)).toEqual(await bytesOf(parts))
  })

  it('leaves an ordinary file as it is', async () => {
    const parts = [slice('a', SOURCE, 0, 10), slice('b', SOURCE, 20, 30)]
    expect(await compact(parts)).toBe(parts)
  })
})
