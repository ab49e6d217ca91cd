import type { PageDecision } from '../bridge/page'
import type { Way } from '../bridge/verdict'
import { askBackground } from './ask-background'

/** What the parent's answer means for the held files, in their order; or that the pause could not be shown. */
export type Released =
  | { readonly outcome: 'released'; readonly decisions: readonly PageDecision[] }
  | 'cancelled'
  | 'unavailable'

export type Review = (photos: readonly File[]) => Promise<Released>

/** What the page is given in a reading's place. */
export type Given = { readonly outcome: 'given'; readonly given: unknown } | 'unavailable'

/** Set by the script that the background puts beside the guard for the first reading. @see reviewedAccess */
export type ReviewedAccess = (from: unknown, way: Way, review: Review) => Promise<Given>
declare global {
  var pausephotoReviewedAccess: ReviewedAccess | undefined
}

/**
 * Returns what the page may have of something that it cannot be let read itself.
 * @throws what the browser throws; AbortError when the choice is cancelled.
 */
export async function readForPage(from: unknown, way: Way, review: Review): Promise<Given> {
  if (from instanceof FileSystemFileHandle && (await isPrivate(from)))
    return { outcome: 'given', given: await from.getFile() }
  if (!globalThis.pausephotoReviewedAccess) await askBackground('injectReviewedAccess').catch(() => {})
  return (await globalThis.pausephotoReviewedAccess?.(from, way, review)) ?? 'unavailable'
}

/** Of the origin's private file system, where nothing is but what its pages wrote. */
async function isPrivate(handle: FileSystemHandle): Promise<boolean> {
  try {
    return (await (await navigator.storage.getDirectory()).resolve(handle)) !== null
  } catch {
    return false
  }
}
