import { FINE_LEVEL, type Sized, sizeAt } from './find-faces'
import type { Pixels } from './tiles'

/**
 * Returns a function that draws the picture at a long side, each size from the one above it by halves: a single step would
 * leave out pixels. White shows through where the picture is see-through.
 */
export function levelsOf(picture: ImageBitmap): (longSide: number) => Pixels {
  let last: { readonly canvas: OffscreenCanvas | ImageBitmap; readonly longSide: number } = {
    canvas: picture,
    longSide: Math.max(picture.width, picture.height),
  }
  const finest = at(FINE_LEVEL)

  function at(longSide: number): OffscreenCanvas {
    while (last.longSide > longSide * 2)
      last = halved(longSide * 2 ** Math.floor(Math.log2((last.longSide - 1) / longSide)))
    last = halved(longSide)
    return last.canvas as OffscreenCanvas
  }

  function halved(longSide: number) {
    return { canvas: drawn(last.canvas, sizeAt(picture, longSide)), longSide }
  }

  return (longSide) => pixelsOf(longSide === FINE_LEVEL ? finest : at(longSide))
}

/** Returns the picture at a size that need not have its proportions, made smaller by halves, over white. */
export function drawnAt(picture: ImageBitmap, size: Sized): Pixels {
  let source: OffscreenCanvas | ImageBitmap = picture
  while (source.width > size.width * 2 && source.height > size.height * 2)
    source = drawn(source, { width: Math.ceil(source.width / 2), height: Math.ceil(source.height / 2) })
  return pixelsOf(drawn(source, size))
}

function drawn(source: OffscreenCanvas | ImageBitmap, { width, height }: Sized): OffscreenCanvas {
  const canvas = new OffscreenCanvas(width, height)
  const context = contextOf(canvas)
  context.fillStyle = '#fff'
  context.fillRect(0, 0, width, height)
  context.imageSmoothingQuality = 'high'
  context.drawImage(source, 0, 0, width, height)
  return canvas
}

function pixelsOf(canvas: OffscreenCanvas): Pixels {
  const { width, height } = canvas
  return contextOf(canvas).getImageData(0, 0, width, height)
}

function contextOf(canvas: OffscreenCanvas): OffscreenCanvasRenderingContext2D {
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (!context) throw new Error('no canvas')
  return context
}
