import { searchOnce } from '../core/search-once'
import type { Source } from '../core/source'

/** Bytes that are looked at in one go. */
const STEP_BYTES = 4096

/**
 * Where a chain of sub-blocks ends, behind the empty one: GIF89a §15, §16.
 * @throws {Malformed} when it goes on behind the file.
 */
export async function endOfSubBlocks(source: Source, from: number): Promise<number> {
  const found = await searchOnce(source, from, async () => {
    const end = await walkToEnd(source, from)
    return { at: end, seen: end }
  })
  if (!found) throw new Error('a chain of sub-blocks has an end, or walking it throws')
  return found.at
}

/** Each length byte says where the next one is, at most 256 bytes on: there is no way but to read them all. */
async function walkToEnd(source: Source, from: number): Promise<number> {
  for (let at = from; ; ) {
    // A read that begins behind the file throws.
    const bytes = await source.read(at, Math.max(at + 1, Math.min(at + STEP_BYTES, source.size)))
    let next = 0
    while (next < bytes.length) {
      const length = bytes[next] ?? 0
      next += 1 + length
      if (length === 0) return at + next
    }
    at += next
  }
}

/** A sub-block's data: bytes `start` to `end` of the source. */
export interface SubBlock {
  readonly start: number
  readonly end: number
}

/** The sub-blocks with data, in order; `end` is where the chain ends. */
export async function* subBlocks(source: Source, from: number, end: number): AsyncGenerator<SubBlock> {
  for (let at = from; at < end; ) {
    const [length = 0] = await source.read(at, at + 1)
    if (length === 0) return
    yield { start: at + 1, end: at + 1 + length }
    at += 1 + length
  }
}
