import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Pixels } from '../../../../src/pictures/detect/tiles'
import type { Style } from '../../../../src/pictures/hide/cover'
import { coverPixels } from '../../../../src/pictures/hide/cover-pixels'
import { maskOf } from '../../../../src/pictures/hide/mask'
import type { HideOrder } from '../../../../src/pictures/hide/order'
import type { Region } from '../../../../src/pictures/hide/region'

const WIDTH = 61
const HEIGHT = 43

const coordinate = (length: number) => fc.integer({ min: -12, max: length + 4 })
const point = fc.record({ x: coordinate(WIDTH), y: coordinate(HEIGHT) })
const stroke = fc.record({
  points: fc.array(point, { minLength: 1, maxLength: 4 }),
  radius: fc.integer({ min: 1, max: 9 }),
})
const box = fc.record({
  x: coordinate(WIDTH),
  y: coordinate(HEIGHT),
  width: fc.integer({ min: 1, max: 40 }),
  height: fc.integer({ min: 1, max: 40 }),
})
/** Every shape that the editor can make, also over the border and taken away again in part. */
const region: fc.Arbitrary<Region> = fc.oneof(
  fc.record({ shape: fc.constantFrom('ellipse' as const, 'rectangle' as const), box }),
  fc.record({ shape: fc.constantFrom('stroke' as const, 'erase' as const), stroke }),
)
const regions = fc.array(region, { minLength: 1, maxLength: 5 })

const noise = (seed: number): Pixels => {
  let state = seed + 1
  const data = Uint8ClampedArray.from({ length: WIDTH * HEIGHT * 4 }, () => {
    state = (state * 48271) % 2147483647
    return state & 255
  })
  return { width: WIDTH, height: HEIGHT, data }
}

const orderFor = (some: readonly Region[], style: Style): HideOrder => ({
  width: WIDTH,
  height: HEIGHT,
  regions: some,
  style,
  longSide: null,
})

const covered = (pixels: Pixels, order: HideOrder, random = () => 0.5): Pixels => {
  const copy = { ...pixels, data: Uint8ClampedArray.from(pixels.data) }
  coverPixels(copy, order, random)
  return copy
}

const hiddenIn = (some: readonly Region[]) =>
  maskOf({ width: WIDTH, height: HEIGHT }, 1, { width: 1, height: 1 }, some).regionOf

/** The first picture outside of what is hidden, the second one inside. */
const mixed = (outside: Pixels, inside: Pixels, some: readonly Region[]): Pixels => {
  const mask = hiddenIn(some)
  return { ...outside, data: outside.data.map((value, at) => (mask[at >> 2] ? (inside.data[at] ?? 0) : value)) }
}

const STYLES: readonly Style[] = [
  { kind: 'sticker', sticker: 'sun' },
  { kind: 'fill', colour: '#3f4650' },
]

describe.each(STYLES)('covered with %j, whatever the regions', (style) => {
  test('two pictures that differ in hidden places only become the same one, and nothing else changes', () => {
    fc.assert(
      fc.property(regions, fc.nat(9999), fc.nat(9999), (some, seed, other) => {
        const order = orderFor(some, style)
        const one = noise(seed)
        const after = covered(one, order)
        expect(covered(mixed(one, noise(other + 1), some), order).data).toEqual(after.data)
        const mask = hiddenIn(some)
        for (const [at, value] of after.data.entries()) {
          if (mask[at >> 2]) expect(at % 4 === 3 ? value : 255).toBe(255)
          else if (value !== one.data[at]) throw new Error(`pixel ${at >> 2} is not hidden and was changed`)
        }
      }),
      { numRuns: 60 },
    )
  })
})

test('a mosaic tells nothing but a rounded colour for each of at most 25 blocks', () => {
  fc.assert(
    fc.property(box, fc.nat(9999), (area, seed) => {
      const some: Region[] = [{ shape: 'rectangle', box: area }]
      const order = orderFor(some, { kind: 'mosaic' })
      const before = noise(seed)
      const after = covered(before, order)
      const mask = hiddenIn(some)
      const colours = new Set<string>()
      for (let pixel = 0; pixel < mask.length; pixel++)
        if (mask[pixel]) colours.add(after.data.subarray(pixel * 4, pixel * 4 + 4).join())
      expect(colours.size).toBeLessThanOrEqual(25)
      // Sixteen levels, and what chance adds to them is a whole step at most: half a step with this one is none.
      for (const colour of colours) for (const value of colour.split(',')) expect(Number(value) % 17).toBe(0)
    }),
    { numRuns: 60 },
  )
})

test('a mosaic is the same for two pictures whose blocks round to the same colours', () => {
  const some: Region[] = [{ shape: 'rectangle', box: { x: 5, y: 5, width: 30, height: 30 } }]
  const order = orderFor(some, { kind: 'mosaic' })
  const flat: Pixels = { width: WIDTH, height: HEIGHT, data: new Uint8ClampedArray(WIDTH * HEIGHT * 4).fill(119) }
  // Checkers keep the mean of a block of 6 × 6 pixels.
  const checked = {
    ...flat,
    data: flat.data.map((value, at) => value + (((at >> 2) + Math.floor((at >> 2) / WIDTH)) % 2 === 0 ? 60 : -60)),
  }
  expect(covered(mixed(flat, checked, some), order).data).toEqual(covered(flat, order).data)
  expect(covered(flat, order, () => 0.9).data).not.toEqual(covered(flat, order).data)
})

test('in a smaller copy the cover reaches three pixels further, because making it smaller mixes neighbours', () => {
  const some: Region[] = [{ shape: 'rectangle', box: { x: 20, y: 20, width: 20, height: 10 } }]
  const small = { width: 31, height: 22, data: new Uint8ClampedArray(31 * 22 * 4).fill(9) }
  coverPixels(small, orderFor(some, { kind: 'fill', colour: '#ffffff' }))
  const at = (x: number, y: number) => small.data[(y * 31 + x) * 4]
  expect([at(6, 12), at(7, 12), at(23, 12), at(24, 12)]).toEqual([9, 255, 255, 9])
})
