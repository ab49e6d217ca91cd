import { NotThisWay } from '../order'

/** IHDR: PNG, 3rd edition, §11.2.1. */
export interface Header {
  readonly width: number
  readonly height: number
  readonly depth: number
  readonly colourType: number
  readonly interlaced: boolean
}

/** Samples of a picture, row by row without gaps, unfiltered; 16-bit ones take two bytes, most significant first. */
export interface Raster {
  readonly width: number
  readonly height: number
  /** 8 or 16. */
  readonly depth: 8 | 16
  /** 0 grey, 2 RGB, 4 grey and alpha, 6 RGB and alpha; palettes become one of these. */
  readonly colourType: 0 | 2 | 4 | 6
  readonly samples: Uint8Array
}

const CHANNELS: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 }
/** What fits into memory as a whole, twice. */
const MAX_RASTER_BYTES = 500_000_000

export const channelsOf = (colourType: number) => CHANNELS[colourType] ?? 0

/** Where the rows and columns of the passes of an interlaced picture lie; §8.2. */
const PASSES = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const

/** @throws {NotThisWay} for a header that no decoder would take, or a picture too large for memory. */
export function readHeader(data: Uint8Array): Header {
  const view = new DataView(data.buffer, data.byteOffset, data.length)
  const header = {
    width: view.getUint32(0),
    height: view.getUint32(4),
    depth: view.getUint8(8),
    colourType: view.getUint8(9),
    interlaced: view.getUint8(12) === 1,
  }
  const bytes = header.width * header.height * Math.max(1, channelsOf(header.colourType) * Math.ceil(header.depth / 8))
  if (channelsOf(header.colourType) === 0 || bytes === 0 || bytes > MAX_RASTER_BYTES) throw new NotThisWay('header')
  return header
}

/** Bytes of all rows with their filter types, as they come out of the compression. */
export function filteredBytes(header: Header): number {
  return passesOf(header).reduce((sum, { width, height }) => sum + height * (1 + rowBytes(width, header)), 0)
}

function passesOf({ width, height, interlaced }: Header) {
  const all = interlaced ? PASSES : ([[0, 0, 1, 1]] as const)
  return all
    .map(([x, y, dx, dy]) => ({
      x,
      y,
      dx,
      dy,
      width: Math.ceil((width - x) / dx),
      height: Math.ceil((height - y) / dy),
    }))
    .filter((pass) => pass.width > 0 && pass.height > 0)
}

function rowBytes(width: number, { depth, colourType }: Header): number {
  return Math.ceil((width * channelsOf(colourType) * depth) / 8)
}

/**
 * Takes the filters off and puts passes together; bits become bytes of their full range, palettes colours.
 * @param filtered what `filteredBytes` counts. @param palette PLTE and tRNS, for pictures that have one.
 * @throws {NotThisWay} for an unknown filter or a colour that the palette does not have.
 */
export function readRaster(
  header: Header,
  filtered: Uint8Array,
  palette: { readonly colours: Uint8Array; readonly alpha: Uint8Array } | null,
): Raster {
  const { width, height, depth, colourType } = header
  const withAlpha = colourType === 3 && palette !== null && palette.alpha.length > 0
  const out = colourType === 3 ? (withAlpha ? 6 : 2) : (colourType as Raster['colourType'])
  const outDepth = depth === 16 ? 16 : 8
  const pixelBytes = channelsOf(out) * (outDepth / 8)
  const samples = new Uint8Array(width * height * pixelBytes)
  const step = Math.max(1, (channelsOf(colourType) * depth) >> 3)
  let at = 0
  for (const pass of passesOf(header)) {
    const length = rowBytes(pass.width, header)
    let before = new Uint8Array(length)
    for (let row = 0; row < pass.height; row++) {
      const filter = filtered[at] ?? 0
      const line = filtered.subarray(at + 1, at + 1 + length)
      at += 1 + length
      unfilter(filter, line, before, step)
      before = line as Uint8Array<ArrayBuffer>
      const start = ((pass.y + row * pass.dy) * width + pass.x) * pixelBytes
      if (depth >= 8 && colourType !== 3) {
        for (let column = 0; column < pass.width; column++)
          for (let byte = 0; byte < pixelBytes; byte++)
            samples[start + column * pass.dx * pixelBytes + byte] = line[column * pixelBytes + byte] ?? 0
      } else {
        for (let column = 0; column < pass.width; column++) {
          const value = bitsAt(line, column, depth)
          const to = start + column * pass.dx * pixelBytes
          if (colourType !== 3) samples[to] = (value * 255) / ((1 << depth) - 1)
          else if (!palette || value * 3 + 2 >= palette.colours.length) throw new NotThisWay('palette')
          else {
            samples.set(palette.colours.subarray(value * 3, value * 3 + 3), to)
            if (withAlpha) samples[to + 3] = palette.alpha[value] ?? 255
          }
        }
      }
    }
  }
  return { width, height, depth: outDepth, colourType: out, samples }
}

function bitsAt(line: Uint8Array, index: number, depth: number): number {
  if (depth === 8) return line[index] ?? 0
  const bit = index * depth
  return ((line[bit >> 3] ?? 0) >> (8 - depth - (bit & 7))) & ((1 << depth) - 1)
}

/** §9.2, in place. */
function unfilter(filter: number, line: Uint8Array, before: Uint8Array, step: number): void {
  if (filter > 4) throw new NotThisWay('filter')
  if (filter === 0) return
  for (let at = 0; at < line.length; at++) {
    const left = at >= step ? (line[at - step] ?? 0) : 0
    const above = before[at] ?? 0
    const corner = at >= step ? (before[at - step] ?? 0) : 0
    line[at] = (line[at] ?? 0) + predicted(filter, left, above, corner)
  }
}

function predicted(filter: number, left: number, above: number, corner: number): number {
  if (filter === 1) return left
  if (filter === 2) return above
  if (filter === 3) return (left + above) >> 1
  const estimate = left + above - corner
  const toLeft = Math.abs(estimate - left)
  const toAbove = Math.abs(estimate - above)
  const toCorner = Math.abs(estimate - corner)
  if (toLeft <= toAbove && toLeft <= toCorner) return left
  return toAbove <= toCorner ? above : corner
}

/**
 * Filters the rows for compression, each by the filter whose result is smallest. It depends on the samples alone, not on
 * how they were filtered before.
 */
export function filterRows({ width, height, depth, colourType, samples }: Raster): Uint8Array<ArrayBuffer> {
  const step = channelsOf(colourType) * (depth / 8)
  const length = width * step
  const out = new Uint8Array(height * (length + 1))
  const tries = [0, 1, 2, 3, 4].map(() => new Uint8Array(length))
  let before = new Uint8Array(length)
  for (let row = 0; row < height; row++) {
    const line = samples.subarray(row * length, (row + 1) * length)
    let best = 0
    let least = Number.POSITIVE_INFINITY
    for (const [filter, tried] of tries.entries()) {
      let sum = 0
      for (let at = 0; at < length; at++) {
        const left = at >= step ? (line[at - step] ?? 0) : 0
        const above = before[at] ?? 0
        const corner = at >= step ? (before[at - step] ?? 0) : 0
        const value = ((line[at] ?? 0) - (filter === 0 ? 0 : predicted(filter, left, above, corner))) & 255
        tried[at] = value
        sum += value < 128 ? value : 256 - value
      }
      if (sum < least) {
        least = sum
        best = filter
      }
    }
    out[row * (length + 1)] = best
    out.set(tries[best] ?? line, row * (length + 1) + 1)
    before = line as Uint8Array<ArrayBuffer>
  }
  return out
}
