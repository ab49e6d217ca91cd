import { inMemory } from '../bridge/in-memory'
import type { FileDecision } from '../bridge/verdict'

/** Bytes of one choice that are copied, which takes less than half a second: the dialog is closed by then. */
const MAX_COPIED_BYTES = 64 * 1024 * 1024

/** Milliseconds after which the page gets as they are the files that are not copied yet. */
const COPY_TIMEOUT_MS = 1000

/**
 * The same answer with the bytes of pictures that we drew in the page's own process. In Firefox a file keeps its bytes where it
 * was made, and one upload of hundreds sometimes never ended on a busy machine: each is fetched on its own from the extension's
 * process. Cleaned copies are put together in the page's process and need none of this.
 */
export async function broughtNear(
  decisions: readonly FileDecision[],
  most = MAX_COPIED_BYTES,
): Promise<readonly FileDecision[]> {
  const late = new Promise<void>((resolve) => setTimeout(resolve, COPY_TIMEOUT_MS))
  let left = most
  return Promise.all(
    decisions.map(async (decision) => {
      if (decision.as !== 'replaced' || decision.file.size > left) return decision
      left -= decision.file.size
      // What cannot be read here may still be sent; that is for the page to find out.
      const copy = await Promise.race([inMemory(decision.file), late]).catch(() => undefined)
      return copy ? { as: 'replaced', file: copy } : decision
    }),
  )
}
