import { own } from './natives'

/** By the first of the files that were dropped together, their entries: an input that they are put into has none of its own. */
export const droppedEntries = own(new WeakMap<File, FileSystemEntry[]>())
