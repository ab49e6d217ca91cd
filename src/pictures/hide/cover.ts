import type { Box } from '../detect/box'
import { type Colour, colourOf } from './colour'
import { type Shape, STICKERS, type StickerName } from './stickers'

/** How what is hidden looks. A mosaic keeps a few rough colours of what was there; the other two keep nothing. */
export type Style =
  | { readonly kind: 'sticker'; readonly sticker: StickerName }
  | { readonly kind: 'fill'; readonly colour: string }
  | { readonly kind: 'mosaic' }

/** The colour at a point of the picture as it is shown. */
export type Paint = (x: number, y: number) => Colour

/** Side in pixels at which a drawing is drawn once; larger covers are enlarged from it. */
const DRAWN_PIXELS = 200
/** Each of those pixels is the mean of so many by so many points. */
const SAMPLES = 2

/** Returns what is painted over a region; it depends on nothing but the style and the region's bounds. */
export function paintOf(style: Exclude<Style, { kind: 'mosaic' }>, bounds: Box): Paint {
  if (style.kind === 'fill') {
    const colour = colourOf(style.colour)
    return () => colour
  }
  const behind = colourOf(STICKERS[style.sticker].ground)
  const pixels = drawing(style.sticker)
  const side = Math.max(1, Math.min(bounds.width, bounds.height))
  const left = bounds.x + (bounds.width - side) / 2
  const top = bounds.y + (bounds.height - side) / 2
  const place = (at: number, start: number) => ((at - start) / side) * DRAWN_PIXELS - 0.5
  return (x, y) => {
    const across = place(x, left)
    const down = place(y, top)
    if (!(across >= 0 && down >= 0 && across < DRAWN_PIXELS - 1 && down < DRAWN_PIXELS - 1)) return behind
    return between(pixels, across, down)
  }
}

const drawings = new Map<StickerName, Uint8Array>()

/** The drawing as RGB, row by row; drawn when first needed. */
function drawing(name: StickerName): Uint8Array {
  const known = drawings.get(name)
  if (known) return known
  const { ground, shapes } = STICKERS[name]
  const behind = colourOf(ground)
  const drawn = shapes.map((shape: Shape) => ({ shape, colour: colourOf(shape.fill) })).reverse()
  const pixels = new Uint8Array(DRAWN_PIXELS * DRAWN_PIXELS * 3)
  const unit = 100 / DRAWN_PIXELS
  for (let at = 0; at < DRAWN_PIXELS * DRAWN_PIXELS; at++) {
    const sum: [number, number, number] = [0, 0, 0]
    for (let sample = 0; sample < SAMPLES * SAMPLES; sample++) {
      const x = ((at % DRAWN_PIXELS) + ((sample % SAMPLES) + 0.5) / SAMPLES) * unit
      const y = (Math.floor(at / DRAWN_PIXELS) + (Math.floor(sample / SAMPLES) + 0.5) / SAMPLES) * unit
      const [red, green, blue] = drawn.find(({ shape }) => isIn(shape, x, y))?.colour ?? behind
      sum[0] += red
      sum[1] += green
      sum[2] += blue
    }
    pixels.set(
      sum.map((value) => Math.round(value / (SAMPLES * SAMPLES))),
      at * 3,
    )
  }
  drawings.set(name, pixels)
  return pixels
}

/** The colour between four pixels. */
function between(pixels: Uint8Array, across: number, down: number): Colour {
  const column = Math.floor(across)
  const row = Math.floor(down)
  const right = across - column
  const below = down - row
  const at = (row * DRAWN_PIXELS + column) * 3
  const next = at + DRAWN_PIXELS * 3
  const channel = (c: number) => {
    const upper = (pixels[at + c] ?? 0) * (1 - right) + (pixels[at + 3 + c] ?? 0) * right
    const lower = (pixels[next + c] ?? 0) * (1 - right) + (pixels[next + 3 + c] ?? 0) * right
    return Math.round(upper * (1 - below) + lower * below)
  }
  return [channel(0), channel(1), channel(2)]
}

function isIn(shape: Shape, x: number, y: number): boolean {
  if (shape.is === 'ellipse') {
    const across = (x - shape.cx) / shape.rx
    const down = (y - shape.cy) / shape.ry
    return across * across + down * down <= 1
  }
  // Even-odd rule: how many edges lie to the right.
  let inside = false
  const { points } = shape
  for (let at = 0, before = points.length - 1; at < points.length; before = at++) {
    const [ax, ay] = points[at] ?? [0, 0]
    const [bx, by] = points[before] ?? [0, 0]
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside
  }
  return inside
}
