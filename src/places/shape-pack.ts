import type { Bounds, Point } from './near-by'
import { IntegerReader, writeInteger } from './variable-length'

/** An area with its holes, or a line. */
export interface Shape {
  readonly bounds: Bounds
  /** Unpacks its lines; an area's are closed, first point again at the end. */
  lines(): Point[][]
}

/**
 * Packs shapes on a grid of so many steps a degree: how many shapes there are; for each its length in bytes and its bounds in steps
 * (south, north, west, east); then for each how many lines it has, and for each line how many points, then the steps of longitude and latitude
 * from the point before. All of it in variable-length integers. Points that fall together are one.
 */
export function encodeShapes(shapes: readonly Shape[], steps: number): number[] {
  const head: number[] = []
  const bodies: number[] = []
  writeInteger(head, shapes.length)
  for (const shape of shapes) {
    const body = bytesOf(shape.lines(), steps)
    const { south, north, west, east } = shape.bounds
    writeInteger(head, body.length)
    for (const side of [south, west]) writeInteger(head, Math.floor(side * steps))
    for (const side of [north, east]) writeInteger(head, Math.ceil(side * steps))
    for (const byte of body) bodies.push(byte)
  }
  for (const byte of bodies) head.push(byte)
  return head
}

function bytesOf(lines: readonly (readonly Point[])[], steps: number): number[] {
  const bytes: number[] = []
  writeInteger(bytes, lines.length)
  let [x, y] = [0, 0]
  for (const line of lines) {
    const points = line
      .map(([longitude, latitude]) => [Math.round(longitude * steps), Math.round(latitude * steps)] as const)
      .filter(([x, y], at, all) => at === 0 || x !== all[at - 1]?.[0] || y !== all[at - 1]?.[1])
    writeInteger(bytes, points.length)
    for (const [nextX, nextY] of points) {
      writeInteger(bytes, nextX - x)
      writeInteger(bytes, nextY - y)
      ;[x, y] = [nextX, nextY]
    }
  }
  return bytes
}

/**
 * The reverse of `encodeShapes`, but for rounding, from byte `start` to the end. Only the table of shapes is read: most lie on the other
 * side of the world from any place.
 * @throws {Error} when the pack is cut short or too long.
 */
export function decodeShapes(bytes: Uint8Array, start: number, steps: number): Shape[] {
  const table = new IntegerReader(bytes, start)
  const rows: { readonly bounds: Bounds; readonly offset: number }[] = []
  let offset = 0
  for (let left = table.next(); left > 0; left--) {
    const length = table.next()
    const [south, west, north, east] = [table.next(), table.next(), table.next(), table.next()]
    const bounds = { south: south / steps, north: north / steps, west: west / steps, east: east / steps }
    rows.push({ bounds, offset })
    offset += length
  }
  const bodies = table.at
  if (bodies + offset !== bytes.length) throw new Error('a pack of shapes is cut short or too long')
  return rows.map(({ bounds, offset }) => ({ bounds, lines: () => linesAt(bytes, bodies + offset, steps) }))
}

function linesAt(bytes: Uint8Array, start: number, steps: number): Point[][] {
  const reader = new IntegerReader(bytes, start)
  const lines: Point[][] = []
  let [x, y] = [0, 0]
  for (let left = reader.next(); left > 0; left--) {
    const line: Point[] = []
    for (let points = reader.next(); points > 0; points--) {
      x += reader.next()
      y += reader.next()
      line.push([x / steps, y / steps])
    }
    lines.push(line)
  }
  return lines
}
