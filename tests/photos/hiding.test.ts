import fc from 'fast-check'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import type { Orientation } from '../../src/formats/metadata/exif-block'
import type { Style } from '../../src/pictures/hide/cover'
import { hidePicture } from '../../src/pictures/hide/hide-picture'
import { mcuMask } from '../../src/pictures/hide/jpeg/cover-frame'
import { readCoefficients } from '../../src/pictures/hide/jpeg/read-frame'
import { type Mask, maskOf } from '../../src/pictures/hide/mask'
import type { HideOrder } from '../../src/pictures/hide/order'
import { shownSize } from '../../src/pictures/hide/orientation'
import type { Region } from '../../src/pictures/hide/region'
import { alteredInside } from '../support/altered-inside'
import { PHOTOS, type Photo } from '../support/corpus'
import { NOT_IN_PLACE } from './exceptions'

/** Larger ones are taken apart in the same way, and take a second each. */
const MAX_PIXELS = 300_000

const FILL: Style = { kind: 'fill', colour: '#406080' }
const STICKER: Style = { kind: 'sticker', sticker: 'flower' }
const MOSAIC: Style = { kind: 'mosaic' }

interface Case {
  readonly name: string
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly stored: { readonly width: number; readonly height: number }
  readonly orientation: Orientation
  readonly shown: { readonly width: number; readonly height: number }
  readonly regions: readonly Region[]
}

async function noCanvas(): Promise<never> {
  throw new Error('not in place')
}

/** Every shape that the editor makes, as parts of the picture, also over its border. */
const part = fc.double({ min: -0.1, max: 1, noNaN: true })
const size = fc.double({ min: 0.02, max: 0.5, noNaN: true })
const shape = fc.oneof(
  fc.record({
    shape: fc.constantFrom('ellipse' as const, 'rectangle' as const),
    box: fc.record({ x: part, y: part, width: size, height: size }),
  }),
  fc.record({
    shape: fc.constantFrom('stroke' as const, 'erase' as const),
    stroke: fc.record({
      points: fc.array(fc.record({ x: part, y: part }), { minLength: 1, maxLength: 3 }),
      radius: fc.double({ min: 0.01, max: 0.1, noNaN: true }),
    }),
  }),
)

/** Other regions for every photo, and the same ones in every run. */
function regionsFor({ name }: Photo, { width, height }: Case['shown']): Region[] {
  const seed = [...name].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) | 0, 7)
  const [shapes = []] = fc.sample(fc.array(shape, { minLength: 1, maxLength: 4 }), { seed, numRuns: 1 })
  return shapes.map((one): Region => {
    if ('box' in one) {
      const { x, y, width: across, height: down } = one.box
      return { shape: one.shape, box: { x: x * width, y: y * height, width: across * width, height: down * height } }
    }
    const points = one.stroke.points.map(({ x, y }) => ({ x: x * width, y: y * height }))
    return { shape: one.shape, stroke: { points, radius: one.stroke.radius * Math.max(width, height) } }
  })
}

async function casesOf(format: 'jpeg' | 'png'): Promise<Case[]> {
  const cases: Case[] = []
  for (const photo of PHOTOS.filter((one) => one.format === format)) {
    const bytes = await photo.bytes()
    const {
      width = 0,
      height = 0,
      orientation = 1,
    } = await sharp(bytes)
      .metadata()
      .catch(() => ({ width: 0 }) as never)
    if (width * height === 0 || width * height > MAX_PIXELS) continue
    const stored = { width, height }
    const shown = shownSize(stored, orientation as Orientation)
    const regions = regionsFor(photo, shown)
    cases.push({ name: photo.name, bytes, stored, orientation: orientation as Orientation, shown, regions })
  }
  return cases
}

const orderFor = ({ shown, regions }: Case, style: Style): HideOrder => ({ ...shown, regions, style, longSide: null })

/** The picture with the regions covered, or null where that is done on a canvas, which there is none here. */
async function hidden(one: Case, style: Style, bytes: Uint8Array = one.bytes): Promise<Buffer | null> {
  try {
    const file = new File([Uint8Array.from(bytes)], 'photo')
    const { file: copy } = await hidePicture(file, orderFor(one, style), noCanvas, () => 0.3)
    return Buffer.from(await copy.arrayBuffer())
  } catch (error) {
    if (error instanceof Error && error.message === 'not in place') return null
    throw error
  }
}

/** Every sample of 16 bits, not turned. */
async function samplesOf(bytes: Uint8Array) {
  const { data, info } = await sharp(bytes, { failOn: 'none' })
    .toColourspace('rgb16')
    .ensureAlpha()
    .raw({ depth: 'ushort' })
    .toBuffer({ resolveWithObject: true })
  return { ...info, data: new Uint16Array(data.buffer, data.byteOffset, data.length / 2) }
}

/** Is the cell of this pixel hidden, or one that lies no further away than `reach` cells? */
function hides({ columns, rows, cell, regionOf }: Mask, pixel: number, width: number, reach: number): boolean {
  const column = Math.floor((pixel % width) / cell.width)
  const row = Math.floor(Math.floor(pixel / width) / cell.height)
  for (let y = Math.max(0, row - reach); y <= Math.min(rows - 1, row + reach); y++)
    for (let x = Math.max(0, column - reach); x <= Math.min(columns - 1, column + reach); x++)
      if (regionOf[y * columns + x]) return true
  return false
}

/** How many pixels outside of what is hidden are others, as a decoder that is not ours shows them. */
async function changedOutside(mask: Mask, before: Uint8Array, after: Uint8Array, reach: number): Promise<number> {
  const [a, b] = [await samplesOf(before), await samplesOf(after)]
  if (a.width !== b.width || a.height !== b.height || a.channels !== b.channels) return a.width * a.height
  let changed = 0
  for (let pixel = 0; pixel < a.width * a.height; pixel++) {
    const from = pixel * a.channels
    const same = [0, 1, 2, 3].every((channel) => a.data[from + channel] === b.data[from + channel])
    if (!same && !hides(mask, pixel, a.width, reach)) changed++
  }
  return changed
}

describe.each(['jpeg', 'png'] as const)('hiding in a %s, wherever it is', (format) => {
  let cases: Case[] = []
  const refused: Case[] = []
  const filled = new Map<Case, Buffer>()

  it('is done in place, but for those that are coded in a way that is not taken apart', async () => {
    cases = await casesOf(format)
    for (const one of cases) {
      const after = await hidden(one, FILL)
      if (after) filled.set(one, after)
      else refused.push(one)
    }
    console.info(`${format}: hidden in ${filled.size} photos, ${refused.length} are drawn on a canvas instead`)
    expect(filled.size).toBeGreaterThan(0)
    // A PNG that is to be turned is drawn the right way up.
    const others = refused.filter(({ orientation }) => format !== 'png' || orientation === 1)
    expect(others.map(({ name }) => name).filter((name) => !(name in NOT_IN_PLACE))).toEqual([])
  })

  it('changes no pixel outside', async () => {
    const wrong: string[] = []
    for (const [one, after] of filled) {
      // Decoders smooth colours over the border of a block.
      const [mask, reach] = format === 'jpeg' ? [jpegMask(one), 1] : [pngMask(one), 0]
      const changed = await changedOutside(mask, one.bytes, after, reach)
      if (changed > 0) wrong.push(`${one.name}: ${changed} pixels`)
    }
    expect(wrong).toEqual([])
  })

  it('gives the same file for another original that differs inside only', async () => {
    const wrong: string[] = []
    for (const [one, after] of filled) {
      const noise = format === 'jpeg' ? await alteredInside(one.bytes, one.regions, one.orientation, 'all') : null
      const other = noise ?? (await hidden(one, STICKER))
      if (!other || !(await hidden(one, FILL, other))?.equals(after)) wrong.push(one.name)
    }
    expect(wrong).toEqual([])
  })
})

it('a mosaic in a JPEG knows nothing but the means of blocks, whose colours it rounds', async () => {
  const wrong: string[] = []
  let compared = 0
  for (const one of await casesOf('jpeg')) {
    const after = await hidden(one, MOSAIC)
    const other = after && (await alteredInside(one.bytes, one.regions, one.orientation, 'all but means'))
    if (!other) continue
    compared++
    if (!(await hidden(one, MOSAIC, other))?.equals(after)) wrong.push(one.name)
  }
  expect(compared).toBeGreaterThan(0)
  expect(wrong).toEqual([])
})

const jpegMask = ({ bytes, orientation, regions }: Case) => mcuMask(readCoefficients(bytes).frame, orientation, regions)
const pngMask = ({ stored, orientation, regions }: Case) =>
  maskOf(stored, orientation, { width: 1, height: 1 }, regions)
