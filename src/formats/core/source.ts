import type { Source } from './content'
import { Malformed } from './malformed'

export type { Source } from './content'

/**
 * Small reads are served from one window, because a Blob read costs far more than its bytes. The window grows while a
 * file is read in one go and shrinks when a walk jumps from head to head, so that a walk over chunks of 8 KiB, which
 * libpng writes, does not read the picture.
 */
export const WINDOW = { first: 8 * 1024, ahead: 2 * 1024, least: 64, most: 64 * 1024 } as const

/** A read of so many bytes that begins in the file's beginning and leaves it is worth a longer beginning. */
const LONG_READ_BYTES = 4 * 1024

/** So many of the smallest windows are kept: who walks from head to head does it again, to prove a cleaned copy. */
const MAX_HEADS = 1024

/** Opens a Blob or File. Nothing is read yet. */
export function sourceOf(blob: Blob): Source {
  let windowStart = 0
  let window = new Uint8Array(0)
  let ahead: number = WINDOW.ahead
  /** Where the last read ended: whoever reads on begins near it. */
  let asked = 0
  /** The file's beginning: what tells its format, its blocks and its way up is asked for again and again. */
  let beginning = new Uint8Array(0)
  const heads = new Map<number, Uint8Array<ArrayBuffer>>()

  const load = async (start: number, end: number) => {
    const bytes = new Uint8Array(await blob.slice(start, end).arrayBuffer())
    if (bytes.length < end - start) throw new Malformed('the file became shorter while it was read')
    return bytes
  }

  return {
    blob,
    size: blob.size,
    async read(start, end) {
      if (!(start >= 0 && start <= end && end <= blob.size)) {
        throw new Malformed(`bytes ${start}–${end} lie outside a file of ${blob.size} bytes`)
      }
      const readsOn = start <= asked + ahead && start >= windowStart
      asked = end
      if (end <= beginning.length) return beginning.subarray(start, end)
      if (start < beginning.length && end - start >= LONG_READ_BYTES && end <= WINDOW.most) {
        beginning = await load(0, end)
        return beginning.subarray(start, end)
      }
      if (end - start > WINDOW.most) return load(start, end)
      if (start < windowStart || end > windowStart + window.length) {
        ahead = readsOn ? Math.min(Math.max(ahead, end - start) * 2, WINDOW.most) : WINDOW.least
        const head = heads.get(start)
        window =
          head && end - start <= head.length
            ? head
            : await load(start, Math.min(start + Math.max(start === 0 ? WINDOW.first : ahead, end - start), blob.size))
        windowStart = start
        if (start === 0) beginning = window
        if (window.length <= WINDOW.least && heads.size < MAX_HEADS) heads.set(start, window)
      }
      return window.subarray(start - windowStart, end - windowStart)
    },
  }
}
