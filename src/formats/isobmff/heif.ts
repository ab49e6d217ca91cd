import type { Format } from '../format'
import { kindOfBoxes } from './brands'
import { rebuildBoxes, splitBoxes } from './split-boxes'

/**
 * HEIC and other HEIF pictures, sequences included: ISO/IEC 23008-12. The way up is in the picture's properties (irot, imir),
 * so that no Exif is needed for it.
 */
export const heif: Format = {
  name: 'heif',
  recognises: (head) => kindOfBoxes(head) === 'heif',
  split: (source) => splitBoxes(source, 'picture'),
  rebuild: rebuildBoxes,
}
