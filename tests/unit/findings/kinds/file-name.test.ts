import { describe, expect, it } from 'vitest'
import { nameTells } from '../../../../src/findings/kinds/file-name'

describe('nameTells', () => {
  it.each([
    'IMG_20250614_154210.jpg',
    'PXL_20250614_134210123.jpg',
    '2025-06-14 15.42.10.jpg',
    'WhatsApp Image 2025-06-14 at 15.42.10.jpeg',
    'Screenshot_2025-06-14-15-42-10.png',
    '14.06.2025 Geburtstag.jpg',
    'IMG-20250614-WA0007.jpg',
    '20250614154210.jpg',
    'FB_IMG_1612345678901.jpg',
    'received_1612345678.jpeg',
    '48.8134,2.3622.jpg',
    'anna.lee@example.org.png',
    '45321_10203847561029384_998877_n.jpg',
  ])('%s', (name) => expect(nameTells(name)).toBe(true))

  it.each([
    'IMG_1234.HEIC',
    'DSC00042.JPG',
    'photo.jpg',
    'image (3).png',
    '1920x1080.png',
    'P1010023.JPG',
    'v1.2.3.png',
    '20259999.jpg',
  ])('not %s', (name) => expect(nameTells(name)).toBe(false))
})
