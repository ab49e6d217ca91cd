import { every } from './file-list'
import { give, isGiven } from './given'
import { isPhoto } from './is-photo'
import { append, apply, getPrototypeOf, later, natives, own } from './natives'
import type { Pause } from './pause'
import { orUndefined } from './tree'
import { type View, wrap } from './wrap'

/** A file of a dropped folder, and what tells the entry by which a page would get it. */
export interface Found {
  readonly file: File
  readonly key: string
}

/**
 * Entries of dropped files and folders. They may pass through the page's hands, files may not: whoever asks an entry for
 * its file gets what the parent's answer left of it, or the question comes then.
 */
export interface Entries {
  isFolder(entry: FileSystemEntry): boolean
  keyOf(entry: FileSystemEntry): string
  /** What pages get from entries with this key; null when the parent left the file out. */
  answer(key: string, left: File | null): void
  /** Every file under the entry, at any depth; what cannot be read is left out. */
  filesUnder(entry: FileSystemEntry, done: (found: readonly Found[]) => void): void
  /** Firefox shows pages the classes, which Chromium keeps to itself until a page gets the first entry. */
  wrapReadings(view: View): void
}

/** A class's functions, taken when its first object is seen, which is before any page sees one. */
const taken = own(new WeakMap<object, readonly unknown[]>())

function functionsOf<T extends object, const N extends readonly (keyof T)[]>(prototype: T, ...names: N) {
  const known = taken.get(prototype) ?? natives({ prototype }, ...names)
  taken.set(prototype, known)
  return known as ReturnType<typeof natives<T, N>>
}
const classOf = <T extends object>(object: T): T => getPrototypeOf(object) as T
const common = (prototype: FileSystemEntry) => functionsOf(prototype, 'isFile', 'isDirectory', 'fullPath', 'filesystem')
const reader = (prototype: FileSystemDirectoryEntry) => functionsOf(prototype, 'createReader')[0]
const list = (prototype: FileSystemDirectoryReader) => functionsOf(prototype, 'readEntries')[0]
const name = (prototype: FileSystem) => functionsOf(prototype, 'name')[0]
const about = (entry: FileSystemEntry) => common(classOf(classOf(entry)))

/** Watches the entries of dropped folders and inputs: what reads a File from one asks first. */
export function entries(pause: Pause): Entries {
  const answers = own(new Map<string, File | null>())

  const file = (prototype: FileSystemFileEntry) => {
    const isNew = !taken.has(prototype)
    const [native] = functionsOf(prototype, 'file')
    if (isNew) wrap<FileSystemFileEntry>({ prototype }, (entry, args, as) => read(entry, args, native, as), 'file')
    return native
  }

  const keyOf = (entry: FileSystemEntry) => {
    const [isFile, , fullPath, filesystem] = about(entry)
    // Before the page sees it: in Chromium it is the first of its class that anybody sees.
    if (isFile(entry)) file(classOf(entry as FileSystemFileEntry))
    const on = filesystem(entry)
    return `${name(classOf(on))(on)}${fullPath(entry)}`
  }

  const read = (
    entry: FileSystemFileEntry,
    args: readonly unknown[],
    native: ReturnType<typeof file>,
    asThePage: () => unknown,
  ) => {
    const [done, failed] = args
    const key = typeof done === 'function' ? orUndefined(() => keyOf(entry)) : undefined
    // A mistake of the page's is the browser's to tell.
    if (key === undefined) return asThePage()
    const tell = (left: File | null) => {
      answers.set(key, left)
      give([left])
      if (left) apply(done as () => void, undefined, [left])
      else if (typeof failed === 'function')
        apply(failed as () => void, undefined, [
          new DOMException('A requested file could not be found.', 'NotFoundError'),
        ])
    }
    const known = answers.get(key)
    if (known !== undefined) return void later(tell, 0, known)
    native(
      entry,
      (found) => {
        if (isGiven(found) || !isPhoto(found)) tell(found)
        else pause.hold('drop', [found], (left) => tell(left?.[0] ?? null))
      },
      failed as ErrorCallback,
    )
  }

  return {
    isFolder: (entry) => about(entry)[1](entry),
    keyOf,
    answer: (key, left) => void answers.set(key, left),
    filesUnder(top, done) {
      const found: Found[] = []
      let open = 1
      const close = () => {
        if (--open === 0) done(found)
      }
      const readAll = (from: FileSystemDirectoryReader) =>
        list(classOf(from))(
          from,
          (inner) => {
            every(inner, visit)
            if (inner.length > 0) readAll(from)
            else close()
          },
          close,
        )
      const visit = (entry: FileSystemEntry) => {
        open++
        if (about(entry)[0](entry)) {
          const take = (read: File) => {
            append(found, { file: read, key: keyOf(entry) })
            close()
          }
          file(classOf(entry as FileSystemFileEntry))(entry as FileSystemFileEntry, take, close)
        } else readAll(reader(classOf(entry as FileSystemDirectoryEntry))(entry as FileSystemDirectoryEntry))
      }
      visit(top)
      close()
    },
    wrapReadings(view) {
      const { FileSystemFileEntry, FileSystemEntry, FileSystemDirectoryEntry, FileSystemDirectoryReader, FileSystem } =
        view
      if (!FileSystemFileEntry) return
      common(FileSystemEntry.prototype)
      reader(FileSystemDirectoryEntry.prototype)
      list(FileSystemDirectoryReader.prototype)
      name(FileSystem.prototype)
      file(FileSystemFileEntry.prototype)
    },
  }
}
