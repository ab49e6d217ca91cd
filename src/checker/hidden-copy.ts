import type { Hiding } from '../pictures/hiding'
import type { Engine } from '../review/engine-contract'
import type { Row } from './worklist'
import { copyOf } from './zip'

/** What else became of a picture in which something was hidden, by its copy. */
const changes = new WeakMap<File, readonly string[]>()

/** Returns what else became of copies in which something was hidden; nothing for other files. */
export const changesIn = (copies: readonly File[]): string[] => copies.flatMap((copy) => changes.get(copy) ?? [])

/**
 * Returns the copy in which what the parent marked is hidden, once the engine found nothing in it; null when it could not be
 * made or proved. Rejects only with the signal's reason.
 */
export async function hiddenCopy(
  file: File,
  hiding: Pick<Hiding, 'hide'>,
  engine: Engine,
  signal?: AbortSignal,
): Promise<File | null> {
  const copy = await hiding.hide(file, signal)
  const proof = copy && (await engine.inspect(copy.file, signal))
  if (!copy || proof?.outcome !== 'nothing-found') return null
  changes.set(copy.file, copy.changes)
  return copy.file
}

/** Returns what saves a row: with what was marked in it hidden, or null; never a copy that shows it. */
export function copiesWith(hiding: Hiding | null, engine: Engine) {
  return (row: Row, signal: AbortSignal): Promise<File | null> =>
    hiding?.jobOf(row.file) ? hiddenCopy(row.file, hiding, engine, signal) : copyOf(row, engine, signal)
}
