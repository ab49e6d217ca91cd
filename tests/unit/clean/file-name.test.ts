import { describe, expect, it } from 'vitest'
import { cleanName, neutralName } from '../../../src/clean/file-name'

describe('the name of a cleaned file', () => {
  it('stays when it tells nothing', () => {
    expect(cleanName('IMG_0042.jpg', 'image/jpeg')).toBe('IMG_0042.jpg')
    expect(cleanName('Hund.JPEG', 'image/jpeg')).toBe('Hund.JPEG')
  })

  it('is neutral when the parent’s name holds a date or a place', () => {
    expect(cleanName('IMG-20250614-WA0003.jpeg', 'image/jpeg')).toBe('photo.jpg')
    expect(cleanName('VID_20250614_154210.mov', 'video/quicktime')).toBe('video.mov')
    expect(cleanName('48.8134,2.3622.png', 'image/png')).toBe('photo.png')
  })

  it('keeps a short ending of a type it does not know, and only that', () => {
    expect(neutralName('2025-06-14.3GP', 'video/3gpp')).toBe('video.3gp')
    expect(neutralName('2025-06-14', '')).toBe('photo')
    expect(neutralName('x.2025-06-14', '')).toBe('photo')
  })
})
