import type { Sized } from '../detect/find-faces'
import { coverPixels } from './cover-pixels'
import { coveredPart } from './covered-part'
import type { Repaint } from './hide-picture'
import { type HideOrder, NotThisWay } from './order'

/** What every browser's canvas holds, and memory twice: 200 MB each time. A larger picture becomes so large, and that is told. */
const MAX_PIXELS = 50_000_000
/** The longest side that a canvas has in every browser. */
const MAX_SIDE_PIXELS = 32_767
/** So many pixels are looked at in one go: what is read from a canvas is a copy. */
const STRIP_PIXELS = 1_000_000
/** Tried in turn: what suffices for a photo of a camera does not for a small picture full of edges. */
const JPEG_QUALITIES = [0.95, 1]
/** So near to what is on the canvas a coded picture must be, as its peak signal-to-noise ratio. */
const MIN_DECIBELS = 45

/** Draws the picture on a canvas, for what is not changed in place. Runs in a Worker. */
export const repaintOnCanvas: Repaint = async (picture, order, lossless) => {
  const { full, isWhole } = await decoded(picture, order)
  // Before it is made smaller, which would carry what is hidden over the border.
  cover(full, order)
  const canvas = order.longSide === null ? full : drawn(full, Math.min(1, order.longSide / longSideOf(full)))
  return { blob: await coded(canvas, lossless), smaller: !isWhole || canvas !== full }
}

/** The picture on a canvas; what the decoder gave is let go at once, because it may be far larger. */
async function decoded(
  picture: Blob,
  order: HideOrder,
): Promise<{ readonly full: OffscreenCanvas; readonly isWhole: boolean }> {
  const bitmap = await createImageBitmap(picture, { imageOrientation: 'from-image' })
  try {
    const { width, height } = bitmap
    if (order.regions.length > 0 && (width !== order.width || height !== order.height))
      throw new NotThisWay('another size')
    const scale = Math.min(1, Math.sqrt(MAX_PIXELS / (width * height)), MAX_SIDE_PIXELS / Math.max(width, height))
    return { full: drawn(bitmap, scale), isWhole: scale === 1 }
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
  requireRoom(canvas)
  context.imageSmoothingQuality = 'high'
  context.drawImage(picture, 0, 0, canvas.width, canvas.height)
  return canvas
}

/**
 * A canvas for which there is no memory draws nothing, and says nothing.
 * @throws when the last pixel does not keep what is drawn on it.
 */
function requireRoom(canvas: OffscreenCanvas): void {
  const context = contextOf(canvas)
  const [x, y] = [canvas.width - 1, canvas.height - 1]
  context.fillRect(x, y, 1, 1)
  if (context.getImageData(x, y, 1, 1).data[3] !== 255) throw new Error('no room for a canvas')
  context.clearRect(x, y, 1, 1)
}

/** Only the part with all that is to be hidden is read and written again. */
function cover(canvas: OffscreenCanvas, order: HideOrder): void {
  const part = coveredPart(canvas, order)
  if (!part) return
  const { box, regions } = part
  const context = contextOf(canvas)
  const pixels = context.getImageData(box.x, box.y, box.width, box.height)
  coverPixels(pixels, { ...order, regions, width: box.width, height: box.height })
  context.putImageData(pixels, box.x, box.y)
}

async function coded(canvas: OffscreenCanvas, lossless: boolean): Promise<Blob> {
  if (!lossless && !isSeeThrough(canvas)) {
    for (const quality of JPEG_QUALITIES) {
      const jpeg = await canvas.convertToBlob({ type: 'image/jpeg', quality })
      if ((await decibels(canvas, jpeg)) >= MIN_DECIBELS) return jpeg
    }
  }
  return canvas.convertToBlob({ type: 'image/png' })
}

/** Peak signal-to-noise ratio of a coded picture to the one it was made of, with nothing see-through. */
async function decibels(canvas: OffscreenCanvas, picture: Blob): Promise<number> {
  const { width, height } = canvas
  const bitmap = await createImageBitmap(picture)
  try {
    let squares = 0
    for (const { top, rows } of stripsOf(canvas)) {
      const strip = contextOf(new OffscreenCanvas(width, rows))
      strip.drawImage(bitmap, 0, -top)
      const one = contextOf(canvas).getImageData(0, top, width, rows).data
      const other = strip.getImageData(0, 0, width, rows).data
      for (let at = 0; at < one.length; at++) squares += ((one[at] ?? 0) - (other[at] ?? 0)) ** 2
    }
    return squares === 0 ? Number.POSITIVE_INFINITY : 10 * Math.log10((255 ** 2 * width * height * 3) / squares)
  } finally {
    bitmap.close()
  }
}

function isSeeThrough(canvas: OffscreenCanvas): boolean {
  for (const { top, rows } of stripsOf(canvas)) {
    const { data } = contextOf(canvas).getImageData(0, top, canvas.width, rows)
    for (let at = 3; at < data.length; at += 4) if (data[at] !== 255) return true
  }
  return false
}

function stripsOf({ width, height }: Sized): { readonly top: number; readonly rows: number }[] {
  const rows = Math.max(1, Math.floor(STRIP_PIXELS / width))
  return Array.from({ length: Math.ceil(height / rows) }, (_, at) => ({
    top: at * rows,
    rows: Math.min(rows, height - at * rows),
  }))
}

function contextOf(canvas: OffscreenCanvas): OffscreenCanvasRenderingContext2D {
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (!context) throw new Error('no canvas')
  return context
}
