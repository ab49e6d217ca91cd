import { blankInPlace } from '../core/in-place'
import { startsWith } from '../core/reader'
import type { Format } from '../format'
import { CUT_SHORT, Walk } from './walk'

/** EBML's id, RFC 8794 §11.2.1; the DocType behind it is not looked at, because both kinds are laid out alike. */
const EBML = '\x1a\x45\xdf\xa3'

/**
 * WebM and Matroska: RFC 9559. Recorders of screens and browsers write them, also with clusters of unknown size. Elements that go become
 * Void elements of their length; what follows the segment is cut off.
 */
export const webm: Format = {
  name: 'webm',
  recognises: (head) => startsWith(head, EBML),
  split: (source) => new Walk(source).parts(),
  rebuild: async (parts, stays) =>
    blankInPlace(parts, stays, ({ name, region }) => name === CUT_SHORT || region === 'after the end'),
}
