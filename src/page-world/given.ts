import { every } from './file-list'
import { traitsOf } from './is-photo'
import { append, own } from './natives'

/**
 * The Files that the page may have: it made them itself or had them already, no question was due, or the parent answered. Every
 * way to read a File asks here first; what is not in it is not shown. A copy of a File, as of a cloned input, is another File.
 */
const given = own(new WeakSet<object>())

/** Tells whether the page may have the file: it was decided about, or the page handed it to us itself. */
export const isGiven = (file: File): boolean => given.has(file)
/** Tells whether the page may have every one of the files; true for none. */
export const areGiven = (files: readonly File[]): boolean => every(files, isGiven)

/** From now on the page may have these files. */
export function give(files: readonly (File | null)[]): void {
  every(files, (file) => file && given.add(file))
}

/** By the traits of a File that was held, and of what was left of it: what was left. */
const answers = own(new Map<string, File | null>())
/** What was made in an original's place. */
const replacements = own(new WeakSet<object>())

/** Remembers what was left of a file; null while nobody has answered, undefined when nothing was. */
export function remember(file: File, left: File | null | undefined): void {
  if (left === undefined) answers.delete(traitsOf(file))
  else answers.set(traitsOf(file), left)
  if (!left) return
  answers.set(traitsOf(left), left)
  if (left !== file) replacements.add(left)
}

/**
 * What stands for files that are copies of earlier ones, as of a cloned input: what was left of those, never the copies, so that
 * nothing can come in by equal traits. Undefined unless all are such copies.
 */
export function leftOfCopies(files: readonly File[]): File[] | undefined {
  const left: File[] = []
  const areCopies = every(files, (file) => {
    const known = isGiven(file) ? file : answers.get(traitsOf(file))
    if (known) append(left, known)
    return known !== undefined
  })
  return areCopies ? left : undefined
}

/** The same for copies of what we made ourselves only, where a choice is heard that need not be one. */
export function leftOfReplacements(files: readonly File[]): File[] | undefined {
  const left: File[] = []
  const areReplacements = every(files, (file) => {
    const known = isGiven(file) ? file : answers.get(traitsOf(file))
    if (known) append(left, known)
    return !!known && (known === file || (replacements.has(known) && traitsOf(known) === traitsOf(file)))
  })
  return areReplacements ? left : undefined
}
