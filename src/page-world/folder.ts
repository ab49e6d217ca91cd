import { every, itemsIn } from './file-list'
import { append, natives } from './natives'

const [entryOf] = natives(DataTransferItem, 'webkitGetAsEntry')

/** What was dropped, when a folder is among it; null when there are files only. To be asked during the event. */
export function foldersIn(transfer: DataTransfer): readonly FileSystemEntry[] | null {
  const entries: FileSystemEntry[] = []
  every(itemsIn(transfer), (item) => {
    const entry = entryOf(item)
    if (entry) append(entries, entry)
  })
  return every(entries, (entry) => entry.isFile) ? null : entries
}

/**
 * Every file in the entries and their folders, at any depth; what cannot be read is left out. Chromium keeps the classes of
 * entries to itself, so that their functions cannot be taken before a page could replace them.
 */
export function filesUnder(entries: readonly FileSystemEntry[], done: (files: File[]) => void): void {
  const files: File[] = []
  let open = 1
  const close = () => {
    if (--open === 0) done(files)
  }
  const take = (file: File) => {
    append(files, file)
    close()
  }
  const read = (reader: FileSystemDirectoryReader) =>
    reader.readEntries((list) => {
      every(list, visit)
      if (list.length > 0) read(reader)
      else close()
    }, close)
  const visit = (entry: FileSystemEntry) => {
    open++
    if (entry.isFile) (entry as FileSystemFileEntry).file(take, close)
    else read((entry as FileSystemDirectoryEntry).createReader())
  }
  every(entries, visit)
  close()
}
