import type { Source } from '../core/source'

/** The first window is small, because most searches end after a few bytes; each next one is larger. */
const FIRST_WINDOW_BYTES = 1024
const GROWTH = 16
const MAX_WINDOW_BYTES = 512 * 1024

/**
 * Windows that are read before they are asked for: none at first, one more with each large one that was looked through, up to
 * so many. A long search waits for the disk less, and a short one reads nothing in vain.
 */
const MAX_WINDOWS_AHEAD = 3

interface Window {
  readonly at: number
  readonly bytes: Uint8Array
}

/**
 * The bytes from `start` to `limit`, in windows; each has up to `overlap` bytes of the next one at its end, so that a
 * short signature is whole in one of them.
 */
export async function* windows(source: Source, start: number, limit: number, overlap = 0): AsyncGenerator<Window> {
  const load = async (at: number, end: number): Promise<Window> => ({
    at,
    bytes: await source.read(at, Math.min(end + overlap, limit)),
  })
  const reading: Promise<Window>[] = []
  let size = FIRST_WINDOW_BYTES
  let ahead = 0
  for (let at = start; at < limit || reading.length > 0; ) {
    while (at < limit && reading.length <= ahead) {
      const window = load(at, at + size)
      // Who stops before a window never hears whether it could be read.
      window.catch(() => undefined)
      reading.push(window)
      at += size
      size = Math.min(size * GROWTH, MAX_WINDOW_BYTES)
    }
    const next = reading.shift()
    if (!next) return
    if (size === MAX_WINDOW_BYTES && ahead < MAX_WINDOWS_AHEAD) ahead++
    yield await next
  }
}
