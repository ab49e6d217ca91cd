import { downloadZip } from 'client-zip'
import { fileFrom } from '../bridge/recipe'
import type { Engine } from '../review/engine-contract'
import type { Row } from './worklist'

/** What became of the files of a zip. */
export interface Tally {
  saved: number
  /** Could not be checked, or no copy of it could be confirmed. */
  leftOut: number
}

/**
 * A zip of the list as a stream, written while it is read, so that thousands of files need no more memory than one.
 * Files that tell something are cleaned on the way; those in which nothing was found lose their small details. `tally` counts
 * along and calls `step` after every file. An aborted signal makes the stream fail with the signal's reason.
 * @param copyFor gives the copy of a row, or null where none was confirmed; see `copyOf`.
 */
export function zipOf(
  rows: readonly Row[],
  copyFor: (row: Row, signal: AbortSignal) => Promise<File | null>,
  tally: Tally,
  step: () => void,
  signal: AbortSignal,
): Response {
  const names = new Set<string>()
  async function* entries() {
    for (const row of rows) {
      const file = await copyFor(row, signal)
      if (file) {
        tally.saved += 1
        yield {
          name: unusedName(folderOf(row.path) + file.name, names),
          input: file,
          lastModified: new Date(file.lastModified),
        }
      } else tally.leftOut += 1
      step()
    }
  }
  return downloadZip(entries())
}

/**
 * Returns the file to save or to hand on for a row: its clean copy, looked into once more as it will be given, or the very same file when
 * cleaning would take nothing out; null when no copy was confirmed.
 */
export async function copyOf({ file, inspection }: Row, engine: Engine, signal: AbortSignal): Promise<File | null> {
  signal.throwIfAborted()
  if (!inspection || inspection.outcome === 'cannot-check') return null
  const cleaning = await engine.clean(file, signal)
  if (cleaning.outcome === 'refused') return null
  if (!cleaning.changed && inspection.outcome === 'nothing-found') return file
  const copy = fileFrom(cleaning.recipe, file)
  const again = await engine.inspect(copy, signal)
  return again.outcome === 'nothing-found' && again.format === inspection.format ? copy : null
}

const folderOf = (path: string) => path.slice(0, path.lastIndexOf('/') + 1)

/** Returns the wanted name, or with the next free number: 'photo.jpg', then 'photo-2.jpg', 'photo-3.jpg'. It is added to `taken`. */
export function unusedName(wanted: string, taken: Set<string>): string {
  const dot = wanted.lastIndexOf('.') > wanted.lastIndexOf('/') ? wanted.lastIndexOf('.') : wanted.length
  let name = wanted
  for (let count = 2; taken.has(name.toLowerCase()); count++)
    name = `${wanted.slice(0, dot)}-${count}${wanted.slice(dot)}`
  taken.add(name.toLowerCase())
  return name
}
