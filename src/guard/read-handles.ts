import { isPhoto, leftOf } from './left-of'
import type { Review } from './reading'

type Handle = FileSystemFileHandle | FileSystemDirectoryHandle

/** A file as it was when the parent answered, and what the page may have of it. */
interface Reviewed {
  readonly handle: FileSystemFileHandle
  readonly file: File
  readonly left: File | null
}

/** The latest answers first. */
let reviewed: readonly Reviewed[] = []
let turn: Promise<unknown> = Promise.resolve()

/**
 * What a page may have of what it picked: of a file's handle the file; of a folder's handle, or of a list of handles,
 * the same once every photo in them was reviewed. Undefined when the pause cannot be shown.
 */
export async function readHandles(from: unknown, review: Review): Promise<unknown> {
  if (from instanceof FileSystemFileHandle) return readFile(from, review)
  if (from instanceof FileSystemDirectoryHandle) return (await check([from], review)) && from
  const now = await check(from as readonly Handle[], review)
  return now?.filter(({ left }) => left).map(({ handle }) => handle)
}

/** A handle may come from anywhere: from a picker, a database, a drop, another frame. */
async function readFile(handle: FileSystemFileHandle, review: Review): Promise<File | undefined> {
  const file = await handle.getFile()
  if (!isPhoto(file)) return file
  const answer = turn.then(async () => (await known(handle, file)) ?? (await check([handle], review))?.[0])
  // One after the other, or two readings of one file would ask twice.
  turn = answer.catch(() => {})
  const left = (await answer)?.left
  if (left === null) throw new DOMException('A requested file could not be found.', 'NotFoundError')
  return left
}

async function known(handle: FileSystemFileHandle, { size, lastModified }: File): Promise<Reviewed | undefined> {
  for (const one of reviewed)
    if (
      one.file.size === size &&
      one.file.lastModified === lastModified &&
      one.handle.name === handle.name &&
      (await one.handle.isSameEntry(handle))
    )
      return one
  return undefined
}

/** Reviews all photos in the handles together, at any depth; undefined when the pause cannot be shown. */
async function check(handles: readonly Handle[], review: Review): Promise<readonly Reviewed[] | undefined> {
  const found: FileSystemFileHandle[] = []
  const collect = async (handle: Handle) => {
    if (handle.kind === 'file') found.push(handle)
    else for await (const inner of handle.values()) await collect(inner)
  }
  for (const handle of handles) await collect(handle)
  const files = await Promise.all(found.map((handle) => handle.getFile()))
  const left = await leftOf(files, review)
  const now = left && found.map((handle, index) => ({ handle, file: files[index], left: left[index] }) as Reviewed)
  if (now) reviewed = [...now, ...reviewed]
  return now
}
