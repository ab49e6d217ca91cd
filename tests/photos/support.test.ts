import { afterAll, expect, it } from 'vitest'
import { PHOTOS, WHENCE } from '../support/corpus'
import { closeExifTool, personalTags } from '../support/exiftool'

afterAll(closeExifTool)

it('has photos to try the laws on', () => {
  console.info(WHENCE)
  expect(PHOTOS.length).toBeGreaterThanOrEqual(18)
})

it('judges with an ExifTool that finds what is there', async () => {
  const photo = PHOTOS.find(({ name }) => name.endsWith('jpeg-exif/test/IMG_0001.JPG'))
  const tags = await personalTags(photo?.path ?? '')
  expect(tags.some((tag) => tag.includes('GPSLatitude'))).toBe(true)
  expect(tags.some((tag) => tag.includes(':Make = Apple'))).toBe(true)
  expect(tags.some((tag) => tag.includes('Orientation'))).toBe(false)
})
