/** Side of what a model looks at, in pixels. */
export const TILE_PIXELS = 192
/** Neighbouring tiles share so much, or a face on their border would be cut in both. */
const SHARED_PIXELS = 64

/** Eight-bit RGBA, not premultiplied, row by row from the upper left: what a canvas gives. */
export interface Pixels {
  readonly width: number
  readonly height: number
  readonly data: Uint8ClampedArray | Uint8Array
}

export interface Tile {
  readonly x: number
  readonly y: number
  /** Where the tile ends inside the picture, so that a box over that edge was cut. */
  readonly innerBorders: {
    readonly left: boolean
    readonly top: boolean
    readonly right: boolean
    readonly bottom: boolean
  }
}

/** Returns the tiles that cover a picture of this size, from left to right, from above. */
export function tilesOver(width: number, height: number): Tile[] {
  const step = TILE_PIXELS - SHARED_PIXELS
  const count = (side: number) => Math.max(1, Math.ceil((side - SHARED_PIXELS) / step))
  const tiles: Tile[] = []
  for (let row = 0; row < count(height); row++) {
    for (let column = 0; column < count(width); column++) {
      const x = column * step
      const y = row * step
      const innerBorders = {
        left: x > 0,
        top: y > 0,
        right: x + TILE_PIXELS < width,
        bottom: y + TILE_PIXELS < height,
      }
      tiles.push({ x, y, innerBorders })
    }
  }
  return tiles
}

/**
 * Writes a tile as both models want it: 192 × 192 × RGB, −1 to 1, row by row; what lies outside of the picture is black.
 * @param input 110,592 floats, overwritten.
 */
export function readTile({ width, height, data }: Pixels, tile: Pick<Tile, 'x' | 'y'>, input: Float32Array): void {
  input.fill(-1)
  const columns = Math.min(TILE_PIXELS, width - tile.x)
  const rows = Math.min(TILE_PIXELS, height - tile.y)
  for (let row = 0; row < rows; row++) {
    let from = ((tile.y + row) * width + tile.x) * 4
    let to = row * TILE_PIXELS * 3
    for (let column = 0; column < columns; column++, from += 4) {
      input[to++] = (data[from] ?? 0) / 127.5 - 1
      input[to++] = (data[from + 1] ?? 0) / 127.5 - 1
      input[to++] = (data[from + 2] ?? 0) / 127.5 - 1
    }
  }
}
