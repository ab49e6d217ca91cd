import type { Box } from './box'

/** A pixel of the map belongs to text from this probability on. */
const MIN_PROBABILITY = 0.3
/** A patch is text when its pixels are so sure of it on the mean; below are patterns, leaves, bricks. */
const MIN_MEAN = 0.55
/** Shorter sides, in pixels of the map, are noise. */
const MIN_SIDE = 3
/** The model marks the middle of letters; a line is larger by its area over its circumference, times this. */
const GROWTH = 1.9

/**
 * Reads where text is from what the model says of each pixel.
 * @param map probabilities of 0 to 1, row by row, `width` × `height`.
 * @returns upright boxes in pixels of the map, the surest first; they may reach over its border.
 */
export function readTextMap(map: Float32Array, width: number, height: number): Box[] {
  const seen = new Uint8Array(width * height)
  const stack: number[] = []
  const found: { readonly box: Box; readonly mean: number }[] = []
  const visit = (at: number) => {
    if (seen[at] || (map[at] ?? 0) < MIN_PROBABILITY) return
    seen[at] = 1
    stack.push(at)
  }
  for (let start = 0; start < map.length; start++) {
    visit(start)
    if (stack.length === 0) continue
    let [left, right, top, bottom, sum, count] = [width, 0, height, 0, 0, 0]
    for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
      const x = at % width
      const y = (at - x) / width
      left = Math.min(left, x)
      right = Math.max(right, x)
      top = Math.min(top, y)
      bottom = Math.max(bottom, y)
      sum += map[at] ?? 0
      count++
      if (x > 0) visit(at - 1)
      if (x < width - 1) visit(at + 1)
      if (y > 0) visit(at - width)
      if (y < height - 1) visit(at + width)
    }
    const box = { x: left, y: top, width: right - left + 1, height: bottom - top + 1 }
    if (sum / count < MIN_MEAN || Math.min(box.width, box.height) < MIN_SIDE) continue
    const by = (box.width * box.height * GROWTH) / (2 * (box.width + box.height))
    const larger = { x: box.x - by, y: box.y - by, width: box.width + 2 * by, height: box.height + 2 * by }
    found.push({ box: larger, mean: sum / count })
  }
  return found.sort((a, b) => b.mean - a.mean).map(({ box }) => box)
}
