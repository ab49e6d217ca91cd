import { every, itemsOf } from './file-list'
import { append, getter, method } from './natives'

const lengthOf = getter(DataTransferItemList.prototype, 'length')
const entryOf = method(DataTransferItem.prototype, 'webkitGetAsEntry')

/** What was dropped, when a folder is among it; null when there are files only. To be asked during the event. */
export function foldersIn(transfer: DataTransfer): readonly FileSystemEntry[] | null {
  const items = itemsOf(transfer)
  const entries: FileSystemEntry[] = []
  for (let index = 0; index < lengthOf(items); index++) {
    const entry = entryOf(items[index] as DataTransferItem)
    if (entry) append(entries, entry)
  }
  return every(entries, (entry) => entry.isFile) ? null : entries
}

/** Every file in the entries and their folders, at any depth; what cannot be read is left out. */
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
  const visit = (entry: FileSystemEntry): boolean => {
    open++
    if (entry.isFile) (entry as FileSystemFileEntry).file(take, close)
    else read((entry as FileSystemDirectoryEntry).createReader())
    return true
  }
  every(entries, visit)
  close()
}
