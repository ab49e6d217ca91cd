import { append, NativeDataTransfer, natives } from './natives'

const [lengthOf] = natives(FileList, 'length')
const [countOf, addItem] = natives(DataTransferItemList, 'length', 'add') as readonly [
  (list: unknown) => number,
  (list: DataTransferItemList, file: File) => void,
]
export const [itemsOf, filesOf, typesOf, getData, setData] = natives(
  DataTransfer,
  'items',
  'files',
  'types',
  'getData',
  'setData',
)

function copy<T>(list: { readonly [index: number]: T }, length: number): T[] {
  const items: T[] = []
  for (let index = 0; index < length; index++) append(items, list[index] as T)
  return items
}

/** Returns the files of a list as an array of its own, in order. */
export const copyFiles = (list: FileList): File[] => copy(list, lengthOf(list))

/** To be asked during the event. */
export const itemsIn = (transfer: DataTransfer): DataTransferItem[] =>
  copy(itemsOf(transfer), countOf(itemsOf(transfer)))

/** `Array.prototype.every`, out of the page's reach; only `false` ends it. */
export function every<T>(list: readonly T[], holds: (item: T, index: number) => unknown): boolean {
  for (let index = 0; index < list.length; index++) if (holds(list[index] as T, index) === false) return false
  return true
}

/** A DataTransfer that holds the files, in their order. */
export function transferOf(files: readonly File[]): DataTransfer {
  const transfer = new NativeDataTransfer()
  every(files, (file) => addItem(itemsOf(transfer), file))
  return transfer
}

/** `Array.prototype.map`, out of the page's reach. */
export function map<T, U>(list: readonly T[], make: (item: T) => U): U[] {
  const made: U[] = []
  every(list, (item) => append(made, make(item)))
  return made
}

export { addItem }
