import { inMemory } from '../bridge/in-memory'
import type { Fate } from '../bridge/verdict'

/** Bytes of one choice that are copied, which takes less than half a second: the dialog is closed by then. */
const MOST = 64 * 1024 * 1024

/** Milliseconds after which the page gets as they are the files that are not copied yet. */
const PATIENCE = 1000

/**
 * The same answer with the new files' bytes in the page's own process. In Firefox a file keeps its bytes where it was made,
 * and one upload of hundreds sometimes never ended on a busy machine: each is fetched on its own from the extension's process.
 */
export async function broughtNear(fates: readonly Fate[], most = MOST): Promise<readonly Fate[]> {
  const late = new Promise<void>((resolve) => setTimeout(resolve, PATIENCE))
  let left = most
  return Promise.all(
    fates.map(async (fate) => {
      if (fate.as !== 'replaced' || fate.file.size > left) return fate
      left -= fate.file.size
      // What cannot be read here may still be sent; that is for the page to find out.
      const copy = await Promise.race([inMemory(fate.file), late]).catch(() => undefined)
      return copy ? { as: 'replaced', file: copy } : fate
    }),
  )
}
