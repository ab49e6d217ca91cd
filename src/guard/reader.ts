import { readClipboard } from './read-clipboard'
import { readHandles } from './read-handles'
import type { Reader } from './reading'

/** Reads handles and the clipboard in the page's place. */
export const reader: Reader = async (from, way, review) => {
  const given = await (way === 'paste' ? readClipboard(from, review) : readHandles(from, review))
  return given === 'unavailable' ? given : { outcome: 'given', given }
}
