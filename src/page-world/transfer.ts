import { forFirefox } from '../bridge/built-for'
import type { Way } from '../bridge/verdict'
import { droppedEntries } from './dropped-entries'
import type { Entries, Found } from './entries'
import { addItem, every, filesOf, getData, itemsIn, itemsOf, map, setData, transferOf, typesOf } from './file-list'
import { give } from './given'
import { hasNoPhoto } from './is-photo'
import {
  append,
  defineProperty,
  dispatch,
  NativeDataTransfer,
  NativeFile,
  plain,
  prevent,
  prevented,
  stop,
  targetOf,
  typeOf,
} from './natives'
import type { Pause } from './pause'
import { countReadings, entriesOf, entryOf, fileOf, handleOf, handlesOf, isFileItem, listsOf } from './transfer-reading'
import { innermost, isConnected } from './tree'

/** How an event that carries files is delivered once the parent has answered. */
export interface Delivery {
  /** The attribute by which the event gives its DataTransfer. */
  readonly attribute: 'dataTransfer' | 'clipboardData'
  /** The event that the page gets in the held one's place; `left` is null when the choice was cancelled. */
  readonly make: (left: DataTransfer | null) => Event | null
  /** Where in a shadow root of the target the event happened: from outside a closed one it happened on its host. */
  readonly inner: (root: ShadowRoot) => Element | null
  /** What stands where the event was once its target is gone; null when nothing does. */
  readonly instead: (target: EventTarget) => EventTarget | null
  /** What the browser would have done with the files, had the page not prevented it; false when that is nothing. */
  readonly byDefault: (left: DataTransfer, target: EventTarget, files: readonly File[]) => boolean
}

/** One thing that was dropped or pasted: a file, or a folder, for which the browser has a file without contents. */
interface Item {
  readonly file: File
  readonly entry: FileSystemEntry | null
  readonly source: DataTransferItem
  readonly isFolder: boolean
  /** The files in the folder; the file itself otherwise. */
  found: readonly Found[]
}

/** Holds the event when it carries a photo; what else it carries, as text or addresses, comes back with the files. */
export function holdTransfer(
  pause: Pause,
  entries: Entries,
  event: Event,
  transfer: DataTransfer,
  delivery: Delivery,
): void {
  const outer = targetOf(event)
  const target = outer && innermost(outer, delivery.inner)
  const items: Item[] = []
  const files: File[] = []
  const folders: FileSystemEntry[] = []
  // All that the event carries must be read now: it is empty once the event is over.
  every(itemsIn(transfer), (item) => {
    if (!isFileItem(item)) return
    const entry = entryOf(item)
    const isFolder = !!entry && entries.isFolder(entry)
    const file = fileOf(item) ?? (isFolder ? new NativeFile([], 'folder') : null)
    if (!file) return
    append(files, file)
    if (isFolder) append(folders, entry)
    append(items, { file, entry, source: item, isFolder, found: [{ file, key: entry ? entries.keyOf(entry) : '' }] })
  })
  if (!target || (!folders.length && hasNoPhoto(files))) {
    give(files)
    return
  }
  const texts: (readonly [string, string])[] = []
  every(typesOf(transfer), (type) => {
    if (type !== 'Files') append(texts, [type, getData(transfer, type)])
  })
  const handles = forFirefox ? [] : map(items, ({ source }) => handleOf(source))
  prevent(event)
  stop(event)

  const deliver = (left: readonly (File | null)[] | null, told: (taken: boolean) => void) => {
    let copied: DataTransfer | null = null
    const all: File[] = []
    const shownEntries: FileSystemEntry[] = []
    if (left) {
      let next = 0
      const made = new NativeDataTransfer()
      give(left)
      every(items, (item, index) => {
        let shown: File | null = item.isFolder ? item.file : null
        every(item.found, ({ key }) => {
          const file = left[next++] ?? null
          if (key) entries.answer(key, file)
          if (file) append(all, file)
          if (!item.isFolder) shown = file
        })
        const file = shown as File | null
        if (!file) return
        give([file])
        addItem(itemsOf(made), file)
        if (item.entry) {
          entriesOf.set(file, item.entry)
          append(shownEntries, item.entry)
        }
        const handle = handles[index]
        if (handle) handlesOf.set(file, handle)
      })
      if (all[0]) droppedEntries.set(all[0], shownEntries)
      if (folders.length) listsOf.set(made, filesOf(transferOf(all)))
      every(texts, (text) => void setData(made, text[0], text[1]))
      copied = made
    }
    const copy = delivery.make(copied)
    if (!copy) return
    if (copied) defineProperty(copy, delivery.attribute, plain(copied))
    // The page may have taken the target away meanwhile: an event there would be heard by nobody.
    const there = isConnected(target) ? target : delivery.instead(target)
    const before = countReadings()
    if (there) dispatch(there, copy)
    // Pages prevent what falls beside their zones, too: whoever takes files reads them, unless a text beside them was wanted.
    if (copied)
      told(
        !!there &&
          ((prevented(copy) ? !every(texts, ([, text]) => text === '') : delivery.byDefault(copied, there, all)) ||
            countReadings() > before),
      )
  }
  const hold = () => {
    const all: File[] = []
    every(items, ({ found }) => void every(found, ({ file }) => append(all, file)))
    if (hasNoPhoto(all)) deliver(all, () => {})
    else pause.hold(typeOf(event) as Way, all, deliver)
  }
  // What is in a folder is asked about as well; that takes a while.
  if (!folders.length) hold()
  let open = folders.length
  every(items, (item) => {
    if (item.isFolder && item.entry)
      entries.filesUnder(item.entry, (found) => {
        item.found = found
        if (--open === 0) hold()
      })
  })
}
