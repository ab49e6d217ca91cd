import type { Recipe } from '../generated'
import { PERSONAL, tagged } from '../tagged'
import { bytesOf, still } from './frames'

export const AVIF: readonly Recipe[] = [
  { name: 'avif with everything', format: 'avif', make: async () => tagged(await bytesOf(still().avif()), 'avif') },
  {
    name: 'avif, see-through, with a colour profile and everything',
    format: 'avif',
    make: async () => tagged(await bytesOf(still(4).withIccProfile('p3').avif({ lossless: true })), 'avif'),
  },
  {
    name: 'avif with everything written twice',
    format: 'avif',
    make: async () =>
      tagged(await tagged(await bytesOf(still().avif()), 'avif'), 'avif', [...PERSONAL, '-XMP:Creator=Ada']),
  },
]
