import fc from 'fast-check'
import sharp, { type JpegOptions } from 'sharp'
import { describe, expect, test } from 'vitest'
import { join } from '../../../../src/formats/core/part'
import { sourceOf } from '../../../../src/formats/core/source'
import type { Style } from '../../../../src/pictures/hide/cover'
import { NotEditable } from '../../../../src/pictures/hide/jpeg/frame'
import { hideInJpeg } from '../../../../src/pictures/hide/jpeg/hide-in-jpeg'
import { readCoefficients } from '../../../../src/pictures/hide/jpeg/read-frame'
import type { HideOrder } from '../../../../src/pictures/hide/order'
import type { Region } from '../../../../src/pictures/hide/region'

const WIDTH = 120
const HEIGHT = 88

const KINDS = {
  'baseline 4:2:0': { quality: 80 },
  'baseline 4:4:4': { quality: 92, chromaSubsampling: '4:4:4' },
  'progressive 4:2:0': { quality: 75, progressive: true },
  'progressive 4:4:4, tables of 16 bits': { quality: 2, progressive: true, chromaSubsampling: '4:4:4' },
} as const
const STYLES: readonly Style[] = [
  { kind: 'sticker', sticker: 'sun' },
  { kind: 'fill', colour: '#3f4650' },
]

/** A picture of noise that is another one for each seed. */
function noise(seed: number, channels: 1 | 3 = 3): Uint8Array {
  let state = seed + 1
  return Uint8Array.from({ length: WIDTH * HEIGHT * channels }, () => {
    state = (state * 48271) % 2147483647
    return state & 255
  })
}

const code = (pixels: Uint8Array, options: JpegOptions, channels: 1 | 3 = 3) =>
  sharp(pixels, { raw: { width: WIDTH, height: HEIGHT, channels } })
    .toColourspace(channels === 1 ? 'b-w' : 'srgb')
    .jpeg(options)
    .toBuffer()

const order = (regions: readonly Region[], style: Style): HideOrder => ({
  width: WIDTH,
  height: HEIGHT,
  regions,
  style,
  longSide: null,
})

async function hidden(bytes: Uint8Array, what: HideOrder, random = () => 0.5): Promise<Buffer> {
  const { parts } = await hideInJpeg(sourceOf(new Blob([Uint8Array.from(bytes)])), what, random)
  return Buffer.from(await new Blob(join(parts)).arrayBuffer())
}

/** Regions that lie in the picture, of every shape. */
const someRegion = fc
  .record({
    shape: fc.constantFrom('ellipse' as const, 'rectangle' as const),
    x: fc.integer({ min: -10, max: WIDTH - 8 }),
    y: fc.integer({ min: -10, max: HEIGHT - 8 }),
    width: fc.integer({ min: 4, max: 60 }),
    height: fc.integer({ min: 4, max: 60 }),
  })
  .map(({ shape, ...box }): Region => ({ shape, box }))

/** MCUs of 16 × 16 pixels are the largest of these kinds. */
function touched(regions: readonly Region[], x: number, y: number): boolean {
  return regions.some((region) => {
    if (!('box' in region)) return false
    const { box } = region
    return x >= box.x - 16 && x < box.x + box.width + 16 && y >= box.y - 16 && y < box.y + box.height + 16
  })
}

describe.each(Object.entries(KINDS))('a JPEG, %s', (_, options) => {
  test('is written again with the same coefficients where nothing is hidden', async () => {
    const before = await code(noise(1), options)
    const after = await hidden(before, order([], STYLES[0] as Style))
    const [a, b] = [readCoefficients(before), readCoefficients(after)]
    for (const [index, component] of a.frame.components.entries())
      expect(b.frame.components[index]?.coefficients).toEqual(component.coefficients)
    expect(await sharp(after).raw().toBuffer()).toEqual(await sharp(before).raw().toBuffer())
  })

  test.each(STYLES)('is the same file whatever was hidden: %j', async (style) => {
    await fc.assert(
      fc.asyncProperty(fc.array(someRegion, { minLength: 1, maxLength: 3 }), fc.nat(1000), async (regions, seed) => {
        const what = order(regions, style)
        const one = noise(seed)
        const cover = await sharp(await hidden(await code(one, options), what))
          .raw()
          .toBuffer()
        // Another original: what a decoder shows in the hidden blocks is replaced by other noise, block by block.
        const mask = await hiddenPixels(one, options, what)
        const other = Uint8Array.from(one, (value, at) => (mask[Math.floor(at / 3)] ? 255 - value : value))
        expect(await hidden(await code(other, options), what)).toEqual(await hidden(await code(one, options), what))
        expect(cover.length).toBe(WIDTH * HEIGHT * 3)
      }),
      { numRuns: 6 },
    )
  })

  test('keeps every pixel away from what is hidden, as another decoder sees it', async () => {
    const regions: Region[] = [{ shape: 'ellipse', box: { x: 40, y: 30, width: 30, height: 20 } }]
    const before = await code(noise(5), options)
    const after = await hidden(before, order(regions, { kind: 'fill', colour: '#102030' }))
    const [a, b] = [await sharp(before).raw().toBuffer(), await sharp(after).raw().toBuffer()]
    let other = 0
    for (let at = 0; at < a.length; at++) {
      const pixel = Math.floor(at / 3)
      if (!touched(regions, pixel % WIDTH, Math.floor(pixel / WIDTH)) && a[at] !== b[at]) other++
    }
    expect(other).toBe(0)
  })

  test('shows the cover at every hidden pixel, as another decoder sees it', async () => {
    const box = { x: 33, y: 17, width: 50, height: 41 }
    const after = await hidden(
      await code(noise(7), options),
      order([{ shape: 'rectangle', box }], { kind: 'fill', colour: '#406080' }),
    )
    const pixels = await sharp(after).raw().toBuffer()
    const colour = [0x40, 0x60, 0x80]
    // The coarsest table here has steps of 255 for colours: the mean of a block is a multiple of an eighth of it.
    const near = 'quality' in options && options.quality < 10 ? 40 : 4
    for (let y = box.y + 2; y < box.y + box.height - 2; y++)
      for (let x = box.x + 2; x < box.x + box.width - 2; x++)
        for (const [channel, value] of colour.entries())
          expect(Math.abs((pixels[(y * WIDTH + x) * 3 + channel] ?? 0) - value)).toBeLessThanOrEqual(near)
  })
})

test('a grey JPEG is covered in grey', async () => {
  const before = await code(noise(3, 1), { quality: 90 }, 1)
  const box = { x: 20, y: 20, width: 40, height: 40 }
  const after = await hidden(before, order([{ shape: 'rectangle', box }], { kind: 'fill', colour: '#808080' }))
  const { data, info } = await sharp(after).toColourspace('b-w').raw().toBuffer({ resolveWithObject: true })
  expect(info.channels).toBe(1)
  expect((await sharp(after).metadata()).channels).toBe(1)
  expect(Math.abs((data[40 * WIDTH + 40] ?? 0) - 128)).toBeLessThan(4)
})

test('a turned picture is covered where it is seen', async () => {
  const upright = { width: HEIGHT, height: WIDTH }
  const box = { x: 10, y: 70, width: 30, height: 30 }
  for (const orientation of [5, 6, 7, 8]) {
    const turned = await sharp(noise(9), { raw: { width: WIDTH, height: HEIGHT, channels: 3 } })
      .withMetadata({ orientation })
      .jpeg({ quality: 90 })
      .toBuffer()
    const { clean } = await import('../../../../src/clean/clean')
    const { jpeg } = await import('../../../../src/formats/jpeg/jpeg')
    const { parts } = await clean(await jpeg.split(sourceOf(new Blob([Uint8Array.from(turned)]))), jpeg)
    const cleaned = new Uint8Array(await new Blob(join(parts)).arrayBuffer())
    const style = { kind: 'fill', colour: '#c02020' } as const
    const after = await hidden(cleaned, { ...upright, regions: [{ shape: 'rectangle', box }], style, longSide: null })
    const { data, info } = await sharp(after).rotate().raw().toBuffer({ resolveWithObject: true })
    expect(info).toMatchObject(upright)
    const at = (85 * info.width + 25) * 3
    expect(Math.abs((data[at] ?? 0) - 0xc0)).toBeLessThan(6)
    expect(Math.abs((data[at + 1] ?? 0) - 0x20)).toBeLessThan(6)
  }
})

test('a mosaic depends on nothing but the rounded colours of its blocks', async () => {
  const region: Region = { shape: 'rectangle', box: { x: 0, y: 0, width: 80, height: 80 } }
  const what = order([region], { kind: 'mosaic' })
  // Checkers of ±20 in every 8 × 8 block keep the mean of each block.
  const flat = new Uint8Array(WIDTH * HEIGHT * 3).fill(120)
  const checked = Uint8Array.from(flat, (value, at) => {
    const pixel = Math.floor(at / 3)
    return value + ((pixel + Math.floor(pixel / WIDTH)) % 2 === 0 ? 20 : -20)
  })
  const onlyInside = Uint8Array.from(flat, (value, at) => {
    const pixel = Math.floor(at / 3)
    return pixel % WIDTH < 80 && pixel / WIDTH < 80 ? (checked[at] ?? value) : value
  })
  const options = { quality: 95, chromaSubsampling: '4:4:4' } as const
  const [a, b] = [await hidden(await code(flat, options), what), await hidden(await code(onlyInside, options), what)]
  expect(b).toEqual(a)
  expect(await hidden(await code(flat, options), what, () => 0.9)).not.toEqual(a)
})

test('a coding that is not taken apart is refused, and so is a cut file', async () => {
  const bytes = await code(noise(2), { quality: 90 })
  expect(() => readCoefficients(bytes.subarray(0, bytes.length / 2))).toThrow(NotEditable)
  const arithmetic = Buffer.from(bytes)
  const sof = arithmetic.indexOf(Buffer.from([0xff, 0xc0]))
  arithmetic[sof + 1] = 0xc9
  expect(() => readCoefficients(arithmetic)).toThrow(NotEditable)
})

/** For each pixel, whether it lies in an MCU that is hidden. */
async function hiddenPixels(pixels: Uint8Array, options: JpegOptions, what: HideOrder): Promise<boolean[]> {
  const { frame } = readCoefficients(await code(pixels, options))
  const { mcuMask } = await import('../../../../src/pictures/hide/jpeg/cover-frame')
  const { regionOf, cell, columns } = mcuMask(frame, 1, what.regions)
  return Array.from({ length: WIDTH * HEIGHT }, (_, at) => {
    const column = Math.floor((at % WIDTH) / cell.width)
    const row = Math.floor(Math.floor(at / WIDTH) / cell.height)
    return regionOf[row * columns + column] !== 0
  })
}
