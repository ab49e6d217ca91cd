import type { Left } from '../bridge/page'
import type { Way } from '../bridge/verdict'
import { askBackground } from './ask-background'

/** What becomes of each photo, in order: null when the choice is cancelled, undefined when the pause cannot be shown. */
export type Review = (photos: readonly File[]) => Promise<readonly Left[] | null | undefined>

/** Set by the script that the background puts beside the guard for the first reading. @see reader */
export type Reader = (from: unknown, way: Way, review: Review) => Promise<unknown>
declare global {
  var pausephotoReader: Reader | undefined
}

/**
 * What the page may have of something that it cannot be let read itself; undefined when the pause cannot be shown.
 * Throws what the browser throws; AbortError when the choice is cancelled.
 */
export async function readForPage(from: unknown, way: Way, review: Review): Promise<unknown> {
  if (from instanceof FileSystemFileHandle && (await isPrivate(from))) return from.getFile()
  if (!globalThis.pausephotoReader) await askBackground('bringReader').catch(() => {})
  return globalThis.pausephotoReader?.(from, way, review)
}

/** Of the origin's private file system, where nothing is but what its pages wrote. */
async function isPrivate(handle: FileSystemHandle): Promise<boolean> {
  try {
    return (await (await navigator.storage.getDirectory()).resolve(handle)) !== null
  } catch {
    return false
  }
}
