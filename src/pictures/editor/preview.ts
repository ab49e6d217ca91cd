import type { Box } from '../detect/box'
import type { Style } from '../hide/cover'
import { MAX_MOSAIC_BLOCKS } from '../hide/mosaic'
import type { HideOrder } from '../hide/order'
import { boundsOf, type Region } from '../hide/region'
import { type Shape, STICKERS, type StickerName } from '../hide/stickers'

type Context = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D

/** Draws the picture with what the order covers; quickly, so only nearly as the file will be covered. */
export function drawPreview(canvas: HTMLCanvasElement, picture: ImageBitmap, order: HideOrder): void {
  const context = drawPicture(canvas, picture)
  if (!context) return
  context.save()
  context.scale(picture.width / order.width, picture.height / order.height)
  for (const region of order.regions) {
    context.save()
    clipTo(context, region)
    if (region.shape === 'erase') context.drawImage(picture, 0, 0, order.width, order.height)
    else drawCover(context, order.style, boundsOf(region), picture, order)
    context.restore()
  }
  context.restore()
}

/** Draws the picture as it is. */
export function drawPicture(canvas: HTMLCanvasElement, picture: ImageBitmap): CanvasRenderingContext2D | null {
  canvas.width = picture.width
  canvas.height = picture.height
  const context = canvas.getContext('2d')
  context?.drawImage(picture, 0, 0)
  return context
}

function clipTo(context: Context, region: Region): void {
  context.beginPath()
  if ('box' in region) {
    const { x, y, width, height } = region.box
    if (region.shape === 'rectangle') context.rect(x, y, width, height)
    else context.ellipse(x + width / 2, y + height / 2, width / 2, height / 2, 0, 0, 2 * Math.PI)
  } else {
    // A line is clipped to by the circles along it.
    const { points, radius } = region.stroke
    for (const [at, point] of points.entries()) {
      const before = points[at - 1] ?? point
      const steps = Math.max(1, Math.ceil(Math.hypot(point.x - before.x, point.y - before.y) / (radius / 2)))
      for (let step = 1; step <= steps; step++) {
        const x = before.x + ((point.x - before.x) * step) / steps
        const y = before.y + ((point.y - before.y) * step) / steps
        context.moveTo(x + radius, y)
        context.arc(x, y, radius, 0, 2 * Math.PI)
      }
    }
  }
  context.clip()
}

function drawCover(context: Context, style: Style, bounds: Box, picture: ImageBitmap, order: HideOrder): void {
  const { x, y, width, height } = bounds
  if (style.kind === 'mosaic') {
    drawMosaic(context, bounds, picture, order)
    return
  }
  context.fillStyle = style.kind === 'fill' ? style.colour : STICKERS[style.sticker].ground
  context.fillRect(x, y, width, height)
  if (style.kind !== 'sticker') return
  const side = Math.min(width, height)
  context.translate(x + (width - side) / 2, y + (height - side) / 2)
  context.scale(side / 100, side / 100)
  drawSticker(context, style.sticker)
}

function drawSticker(context: Context, name: StickerName): void {
  for (const shape of STICKERS[name].shapes as readonly Shape[]) {
    context.beginPath()
    if (shape.is === 'ellipse') context.ellipse(shape.cx, shape.cy, shape.rx, shape.ry, 0, 0, 2 * Math.PI)
    else for (const [x, y] of shape.points) context.lineTo(x, y)
    context.fillStyle = shape.fill
    context.fill()
  }
}

function drawMosaic(context: Context, { x, y, width, height }: Box, picture: ImageBitmap, order: HideOrder): void {
  const side = Math.max(width, height) / MAX_MOSAIC_BLOCKS
  const blocks = new OffscreenCanvas(Math.max(1, Math.round(width / side)), Math.max(1, Math.round(height / side)))
  const scale = picture.width / order.width
  blocks
    .getContext('2d')
    ?.drawImage(picture, x * scale, y * scale, width * scale, height * scale, 0, 0, blocks.width, blocks.height)
  context.imageSmoothingEnabled = false
  context.drawImage(blocks, x, y, width, height)
}
