import type { Box } from './box'
import type { Sized } from './find-faces'
import { readTextMap } from './read-text-map'
import type { Pixels } from './tiles'

/** Runs the model: 1 × 3 × height × width in, as many probabilities as pixels out. Sides are multiples of 32. */
export type RunTextModel = (input: Float32Array, size: Sized) => Promise<Float32Array>

/** The longer side at which is looked, in pixels: a number plate across the street is still 40 wide. */
const TEXT_LEVEL = 1280
/** The model halves its picture five times. */
const STEP = 32

/** What the model was trained with: the mean and the deviation of ImageNet's channels. */
const MEAN = [0.485, 0.456, 0.406] as const
const DEVIATION = [0.229, 0.224, 0.225] as const

/** Returns the size at which a picture is looked at: its own if it is small, both sides rounded to what the model takes. */
export function textSizeOf({ width, height }: Sized): Sized {
  const scale = Math.min(1, TEXT_LEVEL / Math.max(width, height))
  const side = (pixels: number) => Math.max(STEP, Math.round((pixels * scale) / STEP) * STEP)
  return { width: side(width), height: side(height) }
}

/**
 * Returns where text is in a picture, in pixels of `picture`; what it says is not read. Never all of it: the parent looks.
 * @param pixels the picture at `textSizeOf`, the right way up, over white where it is see-through.
 */
export async function findText(picture: Sized, pixels: Pixels, run: RunTextModel): Promise<Box[]> {
  const map = await run(inputOf(pixels), pixels)
  const across = picture.width / pixels.width
  const down = picture.height / pixels.height
  return readTextMap(map, pixels.width, pixels.height).flatMap(({ x, y, width, height }) => {
    const left = Math.max(0, x * across)
    const top = Math.max(0, y * down)
    const right = Math.min(picture.width, (x + width) * across)
    const bottom = Math.min(picture.height, (y + height) * down)
    return right > left && bottom > top ? [{ x: left, y: top, width: right - left, height: bottom - top }] : []
  })
}

function inputOf({ width, height, data }: Pixels): Float32Array {
  const count = width * height
  const input = new Float32Array(3 * count)
  for (const [channel, mean] of MEAN.entries()) {
    const deviation = DEVIATION[channel] ?? 1
    for (let at = 0; at < count; at++)
      input[channel * count + at] = ((data[at * 4 + channel] ?? 0) / 255 - mean) / deviation
  }
  return input
}
