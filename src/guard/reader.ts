import { readClipboard } from './read-clipboard'
import { readHandles } from './read-handles'
import type { Reader } from './reading'

/** Reads handles and the clipboard in the page's place. */
export const reader: Reader = (from, way, review) =>
  way === 'paste' ? readClipboard(from, review) : readHandles(from, review)
