import { type Box, grown } from './box'
import { type Face, groupFaces, type SizedSighting } from './group'
import { readOutput } from './read-output'
import { type Pixels, readTile, TILE_PIXELS, tilesOver } from './tiles'

export const MODELS = ['sparse', 'dense'] as const
export type Model = (typeof MODELS)[number]

/** Runs a model on one tile; the answer is 2304 × 16 numbers of boxes and 2304 scores. The input is used again afterwards. */
export type RunModel = (model: Model, input: Float32Array) => Promise<{ boxes: Float32Array; scores: Float32Array }>

export interface Sized {
  readonly width: number
  readonly height: number
}

/** Long sides at which both models look: they want faces of 24 to 80 pixels. */
export const LEVELS = [768, 384, 192] as const
/** Looked at by one model where there are several small faces: a crowd, a school class. */
export const FINE_LEVEL = 1536
const MIN_SMALL_FACES = 3
const SMALL_FACE = 0.035

/** The models' boxes reach from the brows to the chin; people call more than that a face. */
const WHOLE_FACE = { sides: 0.2, up: 0.6, down: 0.32 }

/** Returns the size of a picture whose longer side becomes `longSide`; no side is 0. */
export function sizeAt({ width, height }: Sized, longSide: number): Sized {
  const scale = longSide / Math.max(width, height)
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) }
}

/**
 * Returns the faces found in a picture, in pixels of `picture`, the surest first. Never all of them: the parent looks.
 * @param levelAt gives the picture at a long side, the right way up, over white where it is see-through.
 */
export async function findFaces(
  picture: Sized,
  levelAt: (longSide: number) => Pixels,
  run: RunModel,
  signal?: AbortSignal,
): Promise<Face[]> {
  const input = new Float32Array(TILE_PIXELS * TILE_PIXELS * 3)
  const sightings: SizedSighting[] = []
  const look = async (longSide: number, models: readonly Model[]) => {
    const pixels = levelAt(longSide)
    const scale = { x: picture.width / pixels.width, y: picture.height / pixels.height }
    for (const tile of tilesOver(pixels.width, pixels.height)) {
      readTile(pixels, tile, input)
      for (const model of models) {
        signal?.throwIfAborted()
        const { boxes, scores } = await run(model, input)
        for (const { box, score } of readOutput(boxes, scores, tile))
          sightings.push({ box: scaled(box, scale), score, seenBy: `${model} ${longSide}` })
      }
    }
  }
  for (const longSide of LEVELS) await look(longSide, MODELS)
  let faces = groupFaces(sightings)
  if (faces.filter((face) => isSmall(face, picture)).length >= MIN_SMALL_FACES) {
    await look(FINE_LEVEL, ['dense'])
    faces = groupFaces(sightings)
  }
  return faces
    .map(({ box, score }) => ({ box: grown(box, WHOLE_FACE, picture), score }))
    .filter(({ box }) => box.width >= 1 && box.height >= 1)
}

function isSmall({ box }: Face, { width, height }: Sized): boolean {
  return Math.max(box.width, box.height) < SMALL_FACE * Math.max(width, height)
}

function scaled({ x, y, width, height }: Box, by: { readonly x: number; readonly y: number }): Box {
  return { x: x * by.x, y: y * by.y, width: width * by.x, height: height * by.y }
}
