import { type Box, overlap } from './box'
import { TILE_PIXELS, type Tile } from './tiles'

/** A box with how sure a model is of it, 0 to 1. */
export interface Sighting {
  readonly box: Box
  readonly score: number
}

/** The full-range models look from 48 × 48 places, four pixels apart. */
const GRID = 48
const STRIDE_PIXELS = TILE_PIXELS / GRID
/** Numbers a place: centre, size, six landmarks. */
const NUMBERS = 16
export const SCORES_LENGTH = GRID * GRID
export const BOXES_LENGTH = GRID * GRID * NUMBERS

const MIN_SCORE = 0.25
/** Boxes of one face lie so close. */
const SAME_FACE_OVERLAP = 0.3
/** A box that reaches further over a border at which the picture goes on was cut; the next tile has it whole. */
const MAX_OVER_BORDER_PIXELS = 2

/**
 * Reads what a model says of one tile.
 * @param boxes 2304 × 16 floats: offset of the centre, size, landmarks, in pixels of the tile.
 * @param scores 2304 logits.
 * @returns the faces in pixels of the level of which this is a tile, each once.
 */
export function readOutput(boxes: Float32Array, scores: Float32Array, tile: Tile): Sighting[] {
  if (boxes.length !== BOXES_LENGTH || scores.length !== SCORES_LENGTH) throw new Error('not a full-range model')
  const seen: Sighting[] = []
  for (let place = 0; place < SCORES_LENGTH; place++) {
    const score = 1 / (1 + Math.exp(-(scores[place] ?? 0)))
    if (!(score >= MIN_SCORE)) continue
    const at = place * NUMBERS
    const width = boxes[at + 2] ?? 0
    const height = boxes[at + 3] ?? 0
    const x = ((place % GRID) + 0.5) * STRIDE_PIXELS + (boxes[at] ?? 0) - width / 2
    const y = (Math.floor(place / GRID) + 0.5) * STRIDE_PIXELS + (boxes[at + 1] ?? 0) - height / 2
    if (width > 0 && height > 0) seen.push({ box: { x, y, width, height }, score })
  }
  return merge(seen)
    .filter(({ box }) => !isCut(box, tile.innerBorders))
    .map(({ box, score }) => ({ box: { ...box, x: box.x + tile.x, y: box.y + tile.y }, score }))
}

/** Non-maximum suppression that takes the mean of what it joins, weighed by the scores. */
function merge(seen: Sighting[]): Sighting[] {
  const left = [...seen].sort((a, b) => b.score - a.score)
  const merged: Sighting[] = []
  for (let best = left[0]; best; best = left[0]) {
    const { box, score } = best
    const same = left.filter((other) => overlap(box, other.box) > SAME_FACE_OVERLAP)
    merged.push({ box: meanBox(same.length > 0 ? same : [best]), score })
    const joined = new Set([best, ...same])
    left.splice(0, left.length, ...left.filter((other) => !joined.has(other)))
  }
  return merged
}

/** Returns the mean of the boxes, weighed by their scores. */
export function meanBox(seen: readonly Sighting[]): Box {
  const sum = { x: 0, y: 0, width: 0, height: 0, score: 0 }
  for (const { box, score } of seen) {
    sum.x += box.x * score
    sum.y += box.y * score
    sum.width += box.width * score
    sum.height += box.height * score
    sum.score += score
  }
  const { score } = sum
  return { x: sum.x / score, y: sum.y / score, width: sum.width / score, height: sum.height / score }
}

function isCut({ x, y, width, height }: Box, inner: Tile['innerBorders']): boolean {
  const over = MAX_OVER_BORDER_PIXELS
  return (
    (inner.left && x < -over) ||
    (inner.top && y < -over) ||
    (inner.right && x + width > TILE_PIXELS + over) ||
    (inner.bottom && y + height > TILE_PIXELS + over)
  )
}
