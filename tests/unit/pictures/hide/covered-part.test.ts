import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Pixels } from '../../../../src/pictures/detect/tiles'
import { coverPixels } from '../../../../src/pictures/hide/cover-pixels'
import { coveredPart } from '../../../../src/pictures/hide/covered-part'
import type { HideOrder } from '../../../../src/pictures/hide/order'
import type { Region } from '../../../../src/pictures/hide/region'

const coordinate = fc.integer({ min: -20, max: 70 })
const box = fc.record({
  x: coordinate,
  y: coordinate,
  width: fc.integer({ min: 1, max: 30 }),
  height: fc.integer({ min: 1, max: 30 }),
})
const stroke = fc.record({
  points: fc.array(fc.record({ x: coordinate, y: coordinate }), { minLength: 1, maxLength: 3 }),
  radius: fc.integer({ min: 1, max: 7 }),
})
const region: fc.Arbitrary<Region> = fc.oneof(
  fc.record({ shape: fc.constantFrom('ellipse' as const, 'rectangle' as const), box }),
  fc.record({ shape: fc.constantFrom('stroke' as const, 'erase' as const), stroke }),
)

const blank = (width: number, height: number): Pixels => ({
  width,
  height,
  data: new Uint8ClampedArray(width * height * 4).fill(7),
})

test('to cover a part is to cover the whole picture, at its own size and at others', () => {
  fc.assert(
    fc.property(fc.array(region, { maxLength: 4 }), fc.constantFrom(1, 2, 0.5), (regions, times) => {
      const order: HideOrder = {
        width: 60,
        height: 40,
        regions,
        style: { kind: 'fill', colour: '#ffffff' },
        longSide: null,
      }
      const whole = blank(60 * times, 40 * times)
      coverPixels(whole, order)
      const byPart = blank(whole.width, whole.height)
      const part = coveredPart(byPart, order)
      if (part) {
        const { x, y, width, height } = part.box
        const cut = blank(width, height)
        coverPixels(cut, { ...order, ...part, width, height })
        for (let row = 0; row < height; row++)
          (byPart.data as Uint8ClampedArray).set(
            cut.data.subarray(row * width * 4, (row + 1) * width * 4),
            ((y + row) * byPart.width + x) * 4,
          )
      }
      expect(byPart.data).toEqual(whole.data)
    }),
    { numRuns: 100 },
  )
})
