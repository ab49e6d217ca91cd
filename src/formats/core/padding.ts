import type { Source } from './source'

/** Bytes that are looked at in one go. */
const STEP_BYTES = 256 * 1024

/** What programs fill up with: NUL, line feed, blank, erased flash memory. */
const FILLERS = [0x00, 0x0a, 0x20, 0xff]

/** Whether bytes `start` to `end` are one of the usual fillers and nothing else. Reading stops where they are not. */
export async function isPadding(source: Source, start: number, end: number): Promise<boolean> {
  const [filler = -1] = start < end ? await source.read(start, start + 1) : []
  if (!FILLERS.includes(filler)) return false
  for (let at = start; at < end; at += STEP_BYTES) {
    const bytes = await source.read(at, Math.min(at + STEP_BYTES, end))
    if (!bytes.every((byte) => byte === filler)) return false
  }
  return true
}
