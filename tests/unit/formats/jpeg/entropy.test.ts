import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Source } from '../../../../src/formats/core/source'
import { markerBehindData } from '../../../../src/formats/jpeg/entropy'
import { inMemory } from '../../../support/in-memory'

/** The same bytes, but those of each read begin anywhere in memory. */
function shifted(bytes: Uint8Array<ArrayBuffer>, shift: number): Source {
  const source = inMemory(bytes)
  return {
    ...source,
    async read(start, end) {
      const memory = new Uint8Array(shift + end - start)
      memory.set(bytes.subarray(start, end), shift)
      return memory.subarray(shift)
    },
  }
}

/** A plain search, byte by byte. */
function expected(bytes: Uint8Array, from: number) {
  for (let at = from; at + 1 < bytes.length; at++) {
    if (bytes[at] !== 0xff) continue
    const code = bytes[at + 1] ?? 0
    const isEnd = code >= 0xc0 && code !== 0xff && !(code >= 0xd0 && code <= 0xd7)
    if (!isEnd) continue
    let start = at
    while (start > from && bytes[start - 1] === 0xff) start--
    return { start, position: at, code }
  }
  return null
}

/** More than is looked through by `indexOf`. */
const ENOUGH = 5 * 1024 * 1024

async function agreesWithPlainSearch(): Promise<void> {
  const byte = fc.oneof(
    { weight: 8, arbitrary: fc.nat(254) },
    { weight: 2, arbitrary: fc.constant(0xff) },
    { weight: 3, arbitrary: fc.constant(0) },
    { weight: 1, arbitrary: fc.constantFrom(0x80, 0x7f, 0xfe, 0xd0, 0xd9) },
  )
  await fc.assert(
    fc.asyncProperty(
      fc.array(byte, { minLength: 1, maxLength: 120 }),
      fc.nat(40),
      fc.nat(3),
      fc.nat(1100),
      async (tail, from, shift, before) => {
        const bytes = Uint8Array.from([...new Uint8Array(before).fill(0x7f), ...tail])
        const start = Math.min(from, bytes.length)
        const found = await markerBehindData(shifted(bytes, shift), start, bytes.length)
        expect(found).toEqual(expected(bytes, start))
      },
    ),
    { numRuns: 2000 },
  )
}

it('finds the marker that a plain search finds, wherever it stands and the bytes lie in memory', async () => {
  await agreesWithPlainSearch()
  expect(await markerBehindData(inMemory(new Uint8Array(ENOUGH)), 0, ENOUGH)).toBeNull()
  await agreesWithPlainSearch()
})
