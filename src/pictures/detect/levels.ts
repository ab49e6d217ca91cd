import type { OpenedPicture } from '../../review/open-picture'
import { FINE_LEVEL, type Sized, sizeAt } from './find-faces'
import type { Pixels } from './tiles'

type Drawing = OffscreenCanvas | OpenedPicture

/** A picture at the sizes at which it is looked at. */
export interface Levels {
  /** The picture at a long side, over white where it is see-through. Ask for smaller ones after larger ones. */
  at(longSide: number): Pixels
  /** The picture for the screen: its longer side has 1536 pixels at most. Call it last. */
  shown(): ImageBitmap
}

/** Makes a picture smaller step by step: each level is drawn from the one before, never by more than a half. */
export function levelsOf(picture: OpenedPicture): Levels {
  const finest = smaller(picture, sizeAt(picture, FINE_LEVEL))
  let last: Drawing = finest
  return {
    at(longSide) {
      if (longSide === FINE_LEVEL) return pixelsOf(drawn(finest, finest, WHITE))
      const level = smaller(last, sizeAt(picture, longSide), WHITE)
      last = level
      return pixelsOf(level)
    },
    shown() {
      const enlarged = Math.max(picture.width, picture.height) < FINE_LEVEL
      return (enlarged ? drawn(picture, picture) : finest).transferToImageBitmap()
    },
  }
}

/** Returns the picture at a size that need not have its proportions, made smaller by halves, over white. */
export function drawnAt(picture: OpenedPicture, size: Sized): Pixels {
  return pixelsOf(smaller(picture, size, WHITE))
}

const WHITE = '#fff'

/** Draws by halves, because a single step would leave out pixels. */
function smaller(picture: Drawing, size: Sized, ground?: string): OffscreenCanvas {
  let source = picture
  while (source.width > size.width * 2 && source.height > size.height * 2)
    source = drawn(source, { width: Math.ceil(source.width / 2), height: Math.ceil(source.height / 2) })
  return drawn(source, size, ground)
}

function drawn(source: Drawing, { width, height }: Sized, ground?: string): OffscreenCanvas {
  const canvas = new OffscreenCanvas(width, height)
  const context = contextOf(canvas)
  if (ground) {
    context.fillStyle = ground
    context.fillRect(0, 0, width, height)
  }
  context.imageSmoothingQuality = 'high'
  context.drawImage('image' in source ? source.image : source, 0, 0, width, height)
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
