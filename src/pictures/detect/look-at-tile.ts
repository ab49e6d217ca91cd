import { readOutput, type Sighting } from './read-output'
import { type Pixels, readTile, TILE_PIXELS, type Tile } from './tiles'

export const MODELS = ['sparse', 'dense'] as const
export type Model = (typeof MODELS)[number]

/** Runs a model on one tile; the answer is 2304 × 16 numbers of boxes and 2304 scores. The input is used again afterwards. */
export type RunModel = (model: Model, input: Float32Array) => Promise<{ boxes: Float32Array; scores: Float32Array }>

/** A tile with the pixels in it, and the models that are to look at it. */
export interface CutTile {
  readonly pixels: Pixels
  readonly tile: Tile
  readonly models: readonly Model[]
}

/** What a model saw in a tile, in pixels of the tile's level. */
export interface ModelSighting extends Sighting {
  readonly model: Model
}

/** Looks at one tile. */
export type Look = (cut: CutTile) => Promise<readonly ModelSighting[]>

/** Returns what looks at tiles with models that were started; one tile at a time. */
export function lookWith(run: RunModel): Look {
  const input = new Float32Array(TILE_PIXELS * TILE_PIXELS * 3)
  return async ({ pixels, tile, models }) => {
    readTile(pixels, input)
    const seen: ModelSighting[] = []
    for (const model of models) {
      const { boxes, scores } = await run(model, input)
      for (const sighting of readOutput(boxes, scores, tile)) seen.push({ ...sighting, model })
    }
    return seen
  }
}
