import { canBeTransparent } from '../formats/format-facts'
import { serveCalls } from '../workers/serve-calls'
import type { PictureCalls } from './pictures'

/** The largest side of a redrawn copy: what every canvas of today can hold. */
const MAX_SIDE_PIXELS = 8192
const JPEG_QUALITY = 0.92

serveCalls<PictureCalls>({
  async thumbnail(file, largestSide) {
    return (await draw(file, largestSide)).transferToImageBitmap()
  },

  async redraw(file) {
    const canvas = await draw(file, MAX_SIDE_PIXELS)
    const type = canBeTransparent(file.type) ? 'image/png' : 'image/jpeg'
    return canvas.convertToBlob({ type, quality: JPEG_QUALITY })
  },
})

/** @throws when the browser cannot decode the picture. */
async function draw(file: File, largestSide: number): Promise<OffscreenCanvas> {
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' })
  try {
    const scale = Math.min(1, largestSide / Math.max(picture.width, picture.height))
    const canvas = new OffscreenCanvas(
      Math.max(1, Math.round(picture.width * scale)),
      Math.max(1, Math.round(picture.height * scale)),
    )
    const context = canvas.getContext('2d')
    if (!context) throw new Error('no canvas')
    context.imageSmoothingQuality = 'high'
    context.drawImage(picture, 0, 0, canvas.width, canvas.height)
    return canvas
  } finally {
    picture.close()
  }
}
