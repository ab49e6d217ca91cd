import { readClipboard } from './read-clipboard'
import type { ReviewedAccess } from './read-for-page'
import { readHandles } from './read-handles'

/** Reads handles and the clipboard in the page's place. */
export const reviewedAccess: ReviewedAccess = async (from, way, review) => {
  const given = await (way === 'paste' ? readClipboard(from, review) : readHandles(from, review))
  return given === 'unavailable' ? given : { outcome: 'given', given }
}
