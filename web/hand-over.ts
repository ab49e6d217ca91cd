/** What became of files that were given to the phone's own share sheet. */
export type HandedOver = 'handed-over' | 'cancelled' | 'not-possible'

/** The part of `navigator` that is used, so that tests can stand in for it. */
export type Sharing = Partial<Pick<Navigator, 'canShare' | 'share'>>

/** Tells whether this browser can give files of these kinds to other apps; many can give pictures but not every format. */
export function canHandOver(files: readonly File[], sharing: Sharing = navigator): boolean {
  if (files.length === 0 || !sharing.share || !sharing.canShare) return false
  try {
    return sharing.canShare({ files: [...files] })
  } catch {
    return false
  }
}

/**
 * Opens the phone's share sheet with the files; must be called from a tap. Only the files are given: no title, no text,
 * because some apps post these as words beside the picture.
 */
export async function handOver(files: readonly File[], sharing: Sharing = navigator): Promise<HandedOver> {
  if (!sharing.share) return 'not-possible'
  try {
    await sharing.share({ files: [...files] })
    return 'handed-over'
  } catch (error) {
    return error instanceof DOMException && error.name === 'AbortError' ? 'cancelled' : 'not-possible'
  }
}
