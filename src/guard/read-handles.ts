import type { Review } from './read-for-page'
import { isPhoto, reviewedFiles } from './reviewed-files'

type Handle = FileSystemFileHandle | FileSystemDirectoryHandle

/** A file as it was when the parent answered, and what the page may have of it. */
interface Reviewed {
  readonly handle: FileSystemFileHandle
  readonly file: File
  readonly given: File | null
}

/** The latest answers first. */
let reviewed: readonly Reviewed[] = []
let turn: Promise<unknown> = Promise.resolve()

/**
 * Returns what a page may have of what it picked: of a file's handle the file; of a folder's handle, or of a list of handles,
 * the same once every photo in them was reviewed.
 */
export async function readHandles(from: unknown, review: Review): Promise<unknown> {
  if (from instanceof FileSystemFileHandle) return readFile(from, review)
  const isFolder = from instanceof FileSystemDirectoryHandle
  const now = await check(isFolder ? [from] : (from as readonly Handle[]), review)
  if (now === 'unavailable' || isFolder) return now === 'unavailable' ? now : from
  return now.filter(({ given }) => given).map(({ handle }) => handle)
}

/** A handle may come from anywhere: from a picker, a database, a drop, another frame. */
async function readFile(handle: FileSystemFileHandle, review: Review): Promise<File | 'unavailable'> {
  const file = await handle.getFile()
  if (!isPhoto(file)) return file
  const answer = turn.then(async () => (await known(handle, file)) ?? (await check([handle], review)))
  // One after the other, or two readings of one file would ask twice.
  turn = answer.catch(() => {})
  const now = await answer
  if (now === 'unavailable') return now
  const given = now[0]?.given
  if (!given) throw new DOMException('A requested file could not be found.', 'NotFoundError')
  return given
}

async function known(
  handle: FileSystemFileHandle,
  { size, lastModified }: File,
): Promise<readonly Reviewed[] | undefined> {
  for (const one of reviewed)
    if (
      one.file.size === size &&
      one.file.lastModified === lastModified &&
      one.handle.name === handle.name &&
      (await one.handle.isSameEntry(handle))
    )
      return [one]
  return undefined
}

/** Reviews all photos in the handles together, at any depth. */
async function check(handles: readonly Handle[], review: Review): Promise<readonly Reviewed[] | 'unavailable'> {
  const found: FileSystemFileHandle[] = []
  const collect = async (handle: Handle) => {
    if (handle.kind === 'file') found.push(handle)
    else for await (const inner of handle.values()) await collect(inner)
  }
  for (const handle of handles) await collect(handle)
  const files = await Promise.all(found.map((handle) => handle.getFile()))
  const given = await reviewedFiles(files, review)
  if (given === 'unavailable') return given
  const now = found.map((handle, at) => ({ handle, file: files[at], given: given[at] ?? null }) as Reviewed)
  reviewed = [...now, ...reviewed]
  return now
}
