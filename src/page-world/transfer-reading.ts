import { forFirefox } from '../bridge/built-for'
import { copyFiles, every, filesOf, transferOf } from './file-list'
import { areGiven, give, isGiven } from './given'
import { nameOf } from './is-photo'
import { append, NativePromise, natives, own } from './natives'
import { orUndefined } from './tree'
import { type View, wrap } from './wrap'

const [getAsFile, kindOf] = natives(DataTransferItem, 'getAsFile', 'kind')
export const [entryOf] = natives(DataTransferItem, 'webkitGetAsEntry')

/** Chromium's alone. */
interface WithHandle extends DataTransferItem {
  getAsFileSystemHandle(): Promise<FileSystemHandle | null>
}
const [getHandle] = natives(
  DataTransferItem as { prototype: object } as { prototype: WithHandle },
  'getAsFileSystemHandle',
)
/** Returns the handle of an item of a transfer, as the browser has it; null for a text. Chromium only. */
export const handleOf = (item: DataTransferItem): Promise<FileSystemHandle | null> => getHandle(item as WithHandle)

/** The file of an item, as the browser has it; null for a text. */
export const fileOf = (item: DataTransferItem): File | null => (kindOf(item) === 'file' ? getAsFile(item) : null)
/** Tells whether the item of a transfer is a file, and no text. */
export const isFileItem = (item: DataTransferItem): boolean => kindOf(item) === 'file'

/** What the items of a transfer of ours say of their files beyond what the browser knows: entries and handles of what was dropped. */
export const entriesOf = own(new WeakMap<File, FileSystemEntry>())
export const handlesOf = own(new WeakMap<File, Promise<FileSystemHandle | null>>())
/** The files of a transfer of ours that has folders: as a list, those that are in them. */
export const listsOf = own(new WeakMap<DataTransfer, FileList>())

let readings = 0
/** How often pages were shown files of transfers: whoever has read those of an event has taken them. */
export const countReadings = (): number => readings

/**
 * Has every transfer of a window show given files only. Pages get to see many: while something is dragged over them, in
 * `beforeinput`, in events that they keep. What says whether they may have a file is the file alone.
 */
export function wrapTransferReadings(view: View): void {
  const { DataTransfer, DataTransferItem, DataTransferItemList } = view
  wrap<DataTransfer>(
    DataTransfer,
    (transfer, _, native) => {
      const list = native() as FileList
      const files = copyFiles(list)
      if (areGiven(files)) {
        if (files.length) readings++
        return listsOf.get(transfer) ?? list
      }
      const shown: File[] = []
      every(files, (file) => {
        if (isGiven(file)) append(shown, file)
      })
      return filesOf(transferOf(shown))
    },
    'files',
  )
  wrap<DataTransferItemList>(
    DataTransferItemList,
    (_, args, native) => {
      // A page that has a file has it.
      if (orUndefined(() => nameOf(args[0])) !== undefined) give([args[0] as File])
      return native()
    },
    'add',
  )
  /** Of a file that the page may not have an item says what it says of a text. */
  const reading = (name: string, known: (file: File) => unknown, none: () => unknown) =>
    wrap<DataTransferItem>(
      DataTransferItem,
      (item, _, native) => {
        if (!orUndefined(() => isFileItem(item))) return native()
        const file = fileOf(item)
        if (!file || !isGiven(file)) return none()
        readings++
        return known(file) ?? native()
      },
      name,
    )
  reading(
    'getAsFile',
    (file) => file,
    () => null,
  )
  reading(
    'webkitGetAsEntry',
    (file) => entriesOf.get(file),
    () => null,
  )
  if (!forFirefox)
    reading(
      'getAsFileSystemHandle',
      (file) => handlesOf.get(file),
      () => new NativePromise((resolve) => resolve(null)),
    )
}
