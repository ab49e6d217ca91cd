import { every } from './file-list'
import { own } from './natives'

/**
 * The Files that the page may have: it made them itself or had them already, no question was due, or the parent answered. Every
 * way to read a File asks here first; what is not in it is not shown. A copy of a File, as of a cloned input, is another File.
 */
const given = own(new WeakSet<object>())

export const isGiven = (file: File): boolean => given.has(file)
export const areGiven = (files: readonly File[]): boolean => every(files, isGiven)

/** From now on the page may have these files. */
export function give(files: readonly (File | null)[]): void {
  every(files, (file) => file && given.add(file))
}
