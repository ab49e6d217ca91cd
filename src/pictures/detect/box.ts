/** A rectangle in pixels of a picture that is the right way up; `x`, `y` is its upper left corner. */
export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** What two boxes share, in square pixels. */
export function sharedArea(a: Box, b: Box): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y)
  return width > 0 && height > 0 ? width * height : 0
}

/** Intersection over union, 0 to 1. */
export function overlap(a: Box, b: Box): number {
  const shared = sharedArea(a, b)
  return shared === 0 ? 0 : shared / (a.width * a.height + b.width * b.height - shared)
}

/** The box grown by parts of its own size at each side, not further than the picture reaches. */
export function grown(
  { x, y, width, height }: Box,
  by: { readonly sides: number; readonly up: number; readonly down: number },
  picture: { readonly width: number; readonly height: number },
): Box {
  const left = Math.max(0, x - width * by.sides)
  const top = Math.max(0, y - height * by.up)
  const right = Math.min(picture.width, x + width * (1 + by.sides))
  const bottom = Math.min(picture.height, y + height * (1 + by.down))
  return { x: left, y: top, width: Math.max(0, right - left), height: Math.max(0, bottom - top) }
}
