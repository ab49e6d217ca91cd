import type { Orientation } from '../../formats/metadata/exif-block'
import type { Box } from '../detect/box'
import type { Sized } from '../detect/find-faces'
import { shownBox, toShown } from './orientation'
import { boundsOf, covers, type Region, touches } from './region'

/** The picture cut into cells of one size, as it is stored; a cell is hidden as a whole or not at all. */
export interface Mask {
  readonly columns: number
  readonly rows: number
  readonly cell: Sized
  /** For each cell, row by row: 0, or one more than the index of the region that hides it. */
  readonly regionOf: Uint16Array
}

/**
 * Cuts a stored picture into cells and marks those of which any point is to be hidden. What the coding ties together is
 * hidden together: a cell that is only touched is hidden whole.
 * @param stored its size as it is stored. @param regions at most 65,534, in the picture as it is shown.
 */
export function maskOf(stored: Sized, orientation: Orientation, cell: Sized, regions: readonly Region[]): Mask {
  const columns = Math.ceil(stored.width / cell.width)
  const rows = Math.ceil(stored.height / cell.height)
  const regionOf = new Uint16Array(columns * rows)
  const show = toShown(stored, orientation)
  const store = toStored(stored, orientation)
  for (const [index, region] of regions.entries()) {
    const bounds = shownBox(boundsOf(region), store)
    const from = {
      column: Math.max(0, Math.floor(bounds.x / cell.width)),
      row: Math.max(0, Math.floor(bounds.y / cell.height)),
    }
    const toColumn = Math.min(columns, Math.ceil((bounds.x + bounds.width) / cell.width))
    const toRow = Math.min(rows, Math.ceil((bounds.y + bounds.height) / cell.height))
    for (let row = from.row; row < toRow; row++) {
      for (let column = from.column; column < toColumn; column++) {
        const at = row * columns + column
        const shown = shownBox(cellBox(column, row, cell), show)
        if (region.shape === 'erase') {
          if (regionOf[at] !== 0 && covers(region.stroke, shown)) regionOf[at] = 0
        } else if (touches(region, shown)) regionOf[at] = index + 1
      }
    }
  }
  return { columns, rows, cell, regionOf }
}

/** Turning back is the same turn, but for the two quarter turns, which undo each other. */
function toStored(stored: Sized, orientation: Orientation): ReturnType<typeof toShown> {
  const shown = orientation >= 5 ? { width: stored.height, height: stored.width } : stored
  const back: Orientation = orientation === 6 ? 8 : orientation === 8 ? 6 : orientation
  return toShown(shown, back)
}

function cellBox(column: number, row: number, { width, height }: Sized): Box {
  return { x: column * width, y: row * height, width, height }
}
