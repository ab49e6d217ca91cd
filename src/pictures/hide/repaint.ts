import { coverPixels } from './cover-pixels'
import type { Repaint } from './hide-picture'
import { type HideOrder, NotThisWay } from './order'

/** What every browser's canvas holds, and memory twice. */
const MAX_PIXELS = 50_000_000
const JPEG_QUALITY = 0.95

/** Draws the picture on a canvas, for what is not changed in place. Runs in a Worker. */
export const repaintOnCanvas: Repaint = async (picture, order, lossless) => {
  const bitmap = await createImageBitmap(picture, { imageOrientation: 'from-image' })
  try {
    const { width, height } = bitmap
    if (order.regions.length > 0 && (width !== order.width || height !== order.height))
      throw new NotThisWay('another size')
    const wanted = order.longSide === null ? 1 : Math.min(1, order.longSide / Math.max(width, height))
    const scale = Math.min(wanted, Math.sqrt(MAX_PIXELS / (width * height)))
    const canvas = new OffscreenCanvas(Math.max(1, Math.round(width * scale)), Math.max(1, Math.round(height * scale)))
    const context = canvas.getContext('2d', { willReadFrequently: true })
    if (!context) throw new Error('no canvas')
    context.imageSmoothingQuality = 'high'
    context.drawImage(bitmap, 0, 0, canvas.width, canvas.height)
    cover(context, order)
    const seeThrough = !lossless && isSeeThrough(context)
    const type = lossless || seeThrough ? 'image/png' : 'image/jpeg'
    return { blob: await canvas.convertToBlob({ type, quality: JPEG_QUALITY }), smaller: scale < 1 }
  } finally {
    bitmap.close()
  }
}

function cover(context: OffscreenCanvasRenderingContext2D, order: HideOrder): void {
  if (order.regions.length === 0) return
  const { width, height } = context.canvas
  const pixels = context.getImageData(0, 0, width, height)
  coverPixels(pixels, order)
  context.putImageData(pixels, 0, 0)
}

function isSeeThrough(context: OffscreenCanvasRenderingContext2D): boolean {
  const { width, height } = context.canvas
  const { data } = context.getImageData(0, 0, width, height)
  for (let at = 3; at < data.length; at += 4) if (data[at] !== 255) return true
  return false
}
