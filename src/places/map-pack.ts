import type { Bounds, Point } from './near-by'
import { IntegerReader, writeInteger } from './variable-length'

/** An island with its lakes, or a piece of a border. */
export interface Shape {
  readonly bounds: Bounds
  /** Unpacks its lines; an island's are closed, the coast first. */
  lines(): Point[][]
}

/** What the map of any place is drawn from. */
export interface Atlas {
  readonly land: readonly Shape[]
  readonly borders: readonly Shape[]
}

/** Steps in a degree: a pixel of the closest map is about one. */
const STEPS = 100

/**
 * How many shapes of land there are, how many borders; for each shape its length in bytes and its bounds in steps (south, north,
 * west, east); then for each shape how many lines it has, and for each line how many points, then the steps of longitude and latitude
 * from the point before. All of it in variable-length integers. Points that fall together are one.
 */
export function encodeMap({ land, borders }: Atlas): Uint8Array<ArrayBuffer> {
  const head: number[] = []
  const bodies: number[] = []
  writeInteger(head, land.length)
  writeInteger(head, borders.length)
  for (const shape of [...land, ...borders]) {
    const body = bytesOf(shape)
    const { south, north, west, east } = shape.bounds
    writeInteger(head, body.length)
    for (const [side, round] of [
      [south, Math.floor],
      [north, Math.ceil],
      [west, Math.floor],
      [east, Math.ceil],
    ] as const)
      writeInteger(head, round(side * STEPS))
    for (const byte of body) bodies.push(byte)
  }
  return Uint8Array.from([...head, ...bodies])
}

function bytesOf(shape: Shape): number[] {
  const bytes: number[] = []
  const lines = shape.lines()
  writeInteger(bytes, lines.length)
  let [x, y] = [0, 0]
  for (const line of lines) {
    const points = line
      .map(([longitude, latitude]) => [Math.round(longitude * STEPS), Math.round(latitude * STEPS)] as const)
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
 * The reverse of `encodeMap`, but for rounding. Only the table of shapes is read: most lie on the other side of the world from any map.
 * @throws {Error} when the pack is cut short or too long.
 */
export function decodeMap(bytes: Uint8Array): Atlas {
  const table = new IntegerReader(bytes)
  const [lands, borders] = [table.next(), table.next()]
  const shapes: { readonly bounds: Bounds; readonly start: number }[] = []
  let start = 0
  for (let at = 0; at < lands + borders; at++) {
    const length = table.next()
    const [south, north, west, east] = [table.next(), table.next(), table.next(), table.next()].map(inDegrees)
    if (south === undefined || north === undefined || west === undefined || east === undefined)
      throw new Error('bounds have four sides')
    shapes.push({ bounds: { south, north, west, east }, start })
    start += length
  }
  const bodies = table.at
  if (bodies + start !== bytes.length) throw new Error('a pack of maps is cut short or too long')
  const all = shapes.map(({ bounds, start }): Shape => ({ bounds, lines: () => linesAt(bytes, bodies + start) }))
  return { land: all.slice(0, lands), borders: all.slice(lands) }
}

function linesAt(bytes: Uint8Array, start: number): Point[][] {
  const reader = new IntegerReader(bytes, start)
  const lines: Point[][] = []
  let [x, y] = [0, 0]
  for (let left = reader.next(); left > 0; left--) {
    const line: Point[] = []
    for (let points = reader.next(); points > 0; points--) {
      x += reader.next()
      y += reader.next()
      line.push([inDegrees(x), inDegrees(y)])
    }
    lines.push(line)
  }
  return lines
}

const inDegrees = (steps: number) => steps / STEPS
