import type { Sized } from '../detect/find-faces'
import { coverPixels } from './cover-pixels'
import type { Repaint } from './hide-picture'
import { type HideOrder, NotThisWay } from './order'

/** What every browser's canvas holds, and memory twice. */
const MAX_PIXELS = 50_000_000
/** Tried in turn: what suffices for a photo of a camera does not for a small picture full of edges. */
const JPEG_QUALITIES = [0.95, 1]
/** So near to what is on the canvas a coded picture must be, as its peak signal-to-noise ratio. */
const MIN_DECIBELS = 45

/** Draws the picture on a canvas, for what is not changed in place. Runs in a Worker. */
export const repaintOnCanvas: Repaint = async (picture, order, lossless) => {
  const bitmap = await createImageBitmap(picture, { imageOrientation: 'from-image' })
  try {
    const { width, height } = bitmap
    if (order.regions.length > 0 && (width !== order.width || height !== order.height))
      throw new NotThisWay('another size')
    const full = drawn(bitmap, Math.min(1, Math.sqrt(MAX_PIXELS / (width * height))))
    // Before it is made smaller, which would carry what is hidden over the border.
    cover(full, order)
    const canvas = order.longSide === null ? full : drawn(full, Math.min(1, order.longSide / longSideOf(full)))
    return { blob: await coded(canvas, lossless), smaller: canvas.width < width }
  } finally {
    bitmap.close()
  }
}

const longSideOf = ({ width, height }: Sized) => Math.max(width, height)

function drawn(picture: ImageBitmap | OffscreenCanvas, scale: number): OffscreenCanvas {
  if (scale === 1 && picture instanceof OffscreenCanvas) return picture
  const side = (pixels: number) => Math.max(1, Math.round(pixels * scale))
  const canvas = new OffscreenCanvas(side(picture.width), side(picture.height))
  const context = contextOf(canvas)
  context.imageSmoothingQuality = 'high'
  context.drawImage(picture, 0, 0, canvas.width, canvas.height)
  return canvas
}

function cover(canvas: OffscreenCanvas, order: HideOrder): void {
  if (order.regions.length === 0) return
  const context = contextOf(canvas)
  const pixels = context.getImageData(0, 0, canvas.width, canvas.height)
  coverPixels(pixels, order)
  context.putImageData(pixels, 0, 0)
}

async function coded(canvas: OffscreenCanvas, lossless: boolean): Promise<Blob> {
  const { data } = contextOf(canvas).getImageData(0, 0, canvas.width, canvas.height)
  if (!lossless && !isSeeThrough(data)) {
    for (const quality of JPEG_QUALITIES) {
      const jpeg = await canvas.convertToBlob({ type: 'image/jpeg', quality })
      if (decibels(data, await pixelsOf(jpeg)) >= MIN_DECIBELS) return jpeg
    }
  }
  return canvas.convertToBlob({ type: 'image/png' })
}

async function pixelsOf(picture: Blob): Promise<Uint8ClampedArray> {
  const bitmap = await createImageBitmap(picture)
  try {
    const canvas = drawn(bitmap, 1)
    return contextOf(canvas).getImageData(0, 0, canvas.width, canvas.height).data
  } finally {
    bitmap.close()
  }
}

/** Peak signal-to-noise ratio of two pictures of one size, RGBA with nothing see-through. */
function decibels(one: Uint8ClampedArray, other: Uint8ClampedArray): number {
  let squares = 0
  for (let at = 0; at < one.length; at++) squares += ((one[at] ?? 0) - (other[at] ?? 0)) ** 2
  return squares === 0 ? Number.POSITIVE_INFINITY : 10 * Math.log10((255 ** 2 * one.length * 0.75) / squares)
}

function isSeeThrough(data: Uint8ClampedArray): boolean {
  for (let at = 3; at < data.length; at += 4) if (data[at] !== 255) return true
  return false
}

function contextOf(canvas: OffscreenCanvas): OffscreenCanvasRenderingContext2D {
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (!context) throw new Error('no canvas')
  return context
}
