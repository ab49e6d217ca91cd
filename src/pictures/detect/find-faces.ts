import { type Box, grown } from './box'
import { type Face, groupFaces, type SizedSighting } from './group'
import { type CutTile, type Look, MODELS, type Model } from './look-at-tile'
import { cutTile, type Pixels, tilesOver } from './tiles'

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

/** Looks at many tiles, in any order; what was seen in each stands in the order of the tiles. */
export type LookAtAll = (tiles: readonly CutTile[]) => Promise<readonly Awaited<ReturnType<Look>>[]>

/**
 * Returns the faces found in a picture, in pixels of `picture`, the surest first. Never all of them: the parent looks.
 * @param levelAt gives the picture at a long side, the right way up, over white where it is see-through.
 */
export async function findFaces(
  picture: Sized,
  levelAt: (longSide: number) => Pixels,
  lookAtAll: LookAtAll,
): Promise<Face[]> {
  const look = async (longSides: readonly number[], models: readonly Model[]): Promise<SizedSighting[]> => {
    const looks = longSides.flatMap((longSide) => {
      const pixels = levelAt(longSide)
      const scale = { x: picture.width / pixels.width, y: picture.height / pixels.height }
      const tiles = tilesOver(pixels.width, pixels.height)
      return tiles.map((tile) => ({ longSide, scale, cut: { pixels: cutTile(pixels, tile), tile, models } }))
    })
    const seen = await lookAtAll(looks.map(({ cut }) => cut))
    return looks.flatMap(({ longSide, scale }, at) =>
      (seen[at] ?? []).map(({ box, score, model }) => ({
        box: scaled(box, scale),
        score,
        seenBy: `${model} ${longSide}`,
      })),
    )
  }
  const sightings = await look(LEVELS, MODELS)
  let faces = groupFaces(sightings)
  if (faces.filter((face) => isSmall(face, picture)).length >= MIN_SMALL_FACES)
    faces = groupFaces([...sightings, ...(await look([FINE_LEVEL], ['dense']))])
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
