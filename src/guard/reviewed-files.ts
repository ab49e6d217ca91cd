import type { PageDecision } from '../bridge/page'
import { mayBePhoto } from '../bridge/photo'
import type { Review } from './read-for-page'

/**
 * Returns what the page may have of each file, in order, once the photos among them were reviewed: null for what was left out.
 * @throws AbortError when the choice is cancelled.
 */
export async function reviewedFiles(
  files: readonly File[],
  review: Review,
): Promise<readonly (File | null)[] | 'unavailable'> {
  const photos = files.filter(isPhoto)
  if (photos.length === 0) return files
  const released = await review(photos)
  if (released === 'cancelled') throw new DOMException('The user aborted a request.', 'AbortError')
  if (released === 'unavailable') return released
  const { decisions } = released
  // A decision that is missing is none: the file is left out.
  return files.map((file) => (isPhoto(file) ? decided(file, decisions[photos.indexOf(file)]) : file))
}

function decided(file: File, decision: PageDecision | undefined): File | null {
  if (decision?.as === 'original') return file
  return decision?.as === 'replaced' ? decision.file : null
}

/** Says whether a file is a picture or a video, by its type or its name. */
export const isPhoto = ({ type }: File): boolean => mayBePhoto(type)
