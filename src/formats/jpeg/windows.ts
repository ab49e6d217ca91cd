import type { Source } from '../source'

/** The first window is small, because most searches end after a few bytes; each next one is larger. */
const FIRST = 1024
const GROWTH = 16
const LARGEST = 512 * 1024

/**
 * The bytes from `start` to `limit`, in windows; each has up to `overlap` bytes of the next one at its end, so that a
 * short signature is whole in one of them.
 */
export async function* windows(
  source: Source,
  start: number,
  limit: number,
  overlap = 0,
): AsyncGenerator<{ readonly at: number; readonly bytes: Uint8Array }> {
  let size = FIRST
  for (let at = start; at < limit; ) {
    const next = Math.min(at + size, limit)
    yield { at, bytes: await source.read(at, Math.min(next + overlap, limit)) }
    at = next
    size = Math.min(size * GROWTH, LARGEST)
  }
}
