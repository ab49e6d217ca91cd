import type { Format } from '../format'
import { kindOfBoxes } from './brands'
import { rebuildBoxes, splitBoxes } from './split-boxes'

/** Films: MP4, M4V and 3GP (ISO/IEC 14496-12, fragmented ones too) and QuickTime's MOV. */
export const mp4: Format = {
  name: 'mp4',
  recognises: (head) => kindOfBoxes(head) === 'mp4',
  split: (source) => splitBoxes(source, 'film'),
  rebuild: rebuildBoxes,
}
