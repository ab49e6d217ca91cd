import type { Format } from '../format'
import { kindOfBoxes } from './brands'
import { rebuildBoxes, splitBoxes } from './split-boxes'

/** AVIF pictures and sequences, which are HEIF with AV1 inside: AV1 Image File Format 1.1. */
export const avif: Format = {
  name: 'avif',
  recognises: (head) => kindOfBoxes(head) === 'avif',
  split: (source) => splitBoxes(source, 'picture'),
  rebuild: rebuildBoxes,
}
