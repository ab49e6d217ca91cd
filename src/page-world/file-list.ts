import { append, getter, method, NativeDataTransfer } from './natives'
import type { Answer } from './pause'

const lengthOf = getter(FileList.prototype, 'length')
export const itemsOf = getter(DataTransfer.prototype, 'items')
const addItem = method(DataTransferItemList.prototype, 'add') as (list: DataTransferItemList, file: File) => void
export const filesOf = getter(DataTransfer.prototype, 'files')

export function copyFiles(list: FileList): File[] {
  const files: File[] = []
  for (let index = 0; index < lengthOf(list); index++) append(files, list[index] as File)
  return files
}

/** `Array.prototype.every`, out of the page's reach. */
export function every<T>(list: readonly T[], holds: (item: T) => boolean): boolean {
  for (let index = 0; index < list.length; index++) if (!holds(list[index] as T)) return false
  return true
}

export const asTheyAre =
  (files: readonly File[]): Answer =>
  (index) =>
    files[index]

/** A DataTransfer that holds what the answer leaves of the files, in their order; nothing when it is null. */
export function transferOf(files: readonly File[], answer: Answer | null): DataTransfer {
  const transfer = new NativeDataTransfer()
  for (let index = 0; index < files.length; index++) {
    const file = answer?.(index)
    if (file) addItem(itemsOf(transfer), file)
  }
  return transfer
}

export const isEmpty = (list: FileList): boolean => !lengthOf(list)
