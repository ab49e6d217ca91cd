import type { Orientation } from '../../formats/metadata/exif-block'
import type { Box } from '../detect/box'
import type { Sized } from '../detect/find-faces'
import type { Point } from './region'

/** The size in which a stored picture is shown. */
export function shownSize({ width, height }: Sized, orientation: Orientation): Sized {
  return orientation >= 5 ? { width: height, height: width } : { width, height }
}

/**
 * Returns a function from stored to shown points. Both are positions between pixels: the middle of the first pixel is
 * 0.5, 0.5.
 * @param stored the size of the stored picture.
 */
export function toShown({ width, height }: Sized, orientation: Orientation): (point: Point) => Point {
  switch (orientation) {
    case 1:
      return (point) => point
    case 2:
      return ({ x, y }) => ({ x: width - x, y })
    case 3:
      return ({ x, y }) => ({ x: width - x, y: height - y })
    case 4:
      return ({ x, y }) => ({ x, y: height - y })
    case 5:
      return ({ x, y }) => ({ x: y, y: x })
    case 6:
      return ({ x, y }) => ({ x: height - y, y: x })
    case 7:
      return ({ x, y }) => ({ x: height - y, y: width - x })
    case 8:
      return ({ x, y }) => ({ x: y, y: width - x })
  }
}

/** The box as it is shown. */
export function shownBox({ x, y, width, height }: Box, show: (point: Point) => Point): Box {
  const a = show({ x, y })
  const b = show({ x: x + width, y: y + height })
  return { x: Math.min(a.x, b.x), y: Math.min(a.y, b.y), width: Math.abs(a.x - b.x), height: Math.abs(a.y - b.y) }
}
