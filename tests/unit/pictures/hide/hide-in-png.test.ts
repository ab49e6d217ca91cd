import fc from 'fast-check'
import sharp, { type PngOptions } from 'sharp'
import { describe, expect, test } from 'vitest'
import { crc32 } from '../../../../src/formats/core/crc32'
import { join } from '../../../../src/formats/core/part'
import { sourceOf } from '../../../../src/formats/core/source'
import type { Style } from '../../../../src/pictures/hide/cover'
import type { HideOrder } from '../../../../src/pictures/hide/order'
import { hideInPng } from '../../../../src/pictures/hide/png/hide-in-png'

const WIDTH = 37
const HEIGHT = 29

type Channels = 1 | 2 | 3 | 4

const KINDS: Readonly<Record<string, { channels: Channels; png: PngOptions; wide?: true }>> = {
  RGB: { channels: 3, png: {} },
  'RGB with alpha': { channels: 4, png: {} },
  'RGB, interlaced': { channels: 3, png: { progressive: true } },
  grey: { channels: 1, png: {} },
  'grey with alpha, interlaced': { channels: 2, png: { progressive: true } },
  'a palette of 16 colours': { channels: 3, png: { palette: true, colours: 16, dither: 0 } },
  'a palette of 2 colours': { channels: 3, png: { palette: true, colours: 2, dither: 0 } },
  'RGB of 16 bits': { channels: 3, png: {}, wide: true },
}

const STYLES: readonly Style[] = [
  { kind: 'sticker', sticker: 'cloud' },
  { kind: 'fill', colour: '#102030' },
]
const box = { x: 8, y: 6, width: 15, height: 11 }
const order = (style: Style): HideOrder => ({
  width: WIDTH,
  height: HEIGHT,
  regions: [{ shape: 'rectangle', box }],
  style,
  longSide: null,
})
const isInside = (pixel: number) => {
  const [x, y] = [pixel % WIDTH, Math.floor(pixel / WIDTH)]
  return x >= box.x && x < box.x + box.width && y >= box.y && y < box.y + box.height
}

function picture(seed: number, channels: Channels): Uint8Array {
  let state = seed + 1
  return Uint8Array.from({ length: WIDTH * HEIGHT * channels }, () => {
    state = (state * 48271) % 2147483647
    return state & 255
  })
}

async function code(pixels: Uint8Array, { channels, png, wide }: (typeof KINDS)[string]): Promise<Buffer> {
  const raw = sharp(pixels, { raw: { width: WIDTH, height: HEIGHT, channels } })
  const image = channels < 3 ? raw.toColourspace('b-w') : raw
  return (wide ? image.toColourspace('rgb16') : image).png(png).toBuffer()
}

async function hidden(bytes: Uint8Array, what: HideOrder): Promise<Buffer> {
  const { parts } = await hideInPng(sourceOf(new Blob([Uint8Array.from(bytes)])), what)
  return Buffer.from(await new Blob(join(parts)).arrayBuffer())
}

const decode = (bytes: Buffer) =>
  sharp(bytes).toColourspace('rgb16').ensureAlpha().raw({ depth: 'ushort' }).toBuffer({ resolveWithObject: true })

describe.each(Object.entries(KINDS))('a PNG, %s', (_, kind) => {
  test.each(STYLES)('keeps every pixel outside and shows the cover inside: %j', async (style) => {
    const before = await code(picture(1, kind.channels), kind)
    const after = await hidden(before, order(style))
    const [a, b] = [await decode(before), await decode(after)]
    expect(b.info).toMatchObject({ width: WIDTH, height: HEIGHT, channels: a.info.channels })
    const pixelBytes = a.data.length / (WIDTH * HEIGHT)
    const wrong = { outside: 0, seeThrough: 0 }
    for (let pixel = 0; pixel < WIDTH * HEIGHT; pixel++) {
      const [from, to] = [pixel * pixelBytes, (pixel + 1) * pixelBytes]
      if (!isInside(pixel)) wrong.outside += a.data.subarray(from, to).equals(b.data.subarray(from, to)) ? 0 : 1
      else if (b.data[to - 1] !== 255 || b.data[to - 2] !== 255) wrong.seeThrough++
    }
    expect(wrong).toEqual({ outside: 0, seeThrough: 0 })
  })

  test('is the same file whatever was hidden', async () => {
    if (kind.png.palette) return
    await fc.assert(
      fc.asyncProperty(fc.nat(1000), fc.nat(1000), async (seed, other) => {
        const [one, two] = [picture(seed, kind.channels), picture(other, kind.channels)]
        const mixed = Uint8Array.from(one, (value, at) =>
          isInside(Math.floor(at / kind.channels)) ? (two[at] ?? 0) : value,
        )
        const what = order({ kind: 'sticker', sticker: 'star' })
        expect(await hidden(await code(mixed, kind), what)).toEqual(await hidden(await code(one, kind), what))
      }),
      { numRuns: 5 },
    )
  })
})

/** The same picture with its data in chunks of 100 bytes, as encoders write large pictures in chunks of 8 kB. */
function inManyChunks(bytes: Buffer): Buffer {
  const out = [bytes.subarray(0, 8)]
  for (let at = 8; at < bytes.length; ) {
    const end = at + 12 + bytes.readUInt32BE(at)
    const [type, data] = [bytes.subarray(at + 4, at + 8), bytes.subarray(at + 8, end - 4)]
    if (type.toString('latin1') === 'IDAT')
      for (let from = 0; from < data.length; from += 100) {
        const body = Buffer.concat([type, data.subarray(from, from + 100)])
        const [length, crc] = [Buffer.alloc(4), Buffer.alloc(4)]
        length.writeUInt32BE(body.length - 4)
        crc.writeUInt32BE(crc32(body))
        out.push(length, body, crc)
      }
    else out.push(bytes.subarray(at, end))
    at = end
  }
  return Buffer.concat(out)
}

test.each(Object.entries(KINDS))('picture data in many chunks are one stream: %s', async (_, kind) => {
  const [one, many] = await code(picture(3, kind.channels), kind).then((bytes) => [bytes, inManyChunks(bytes)])
  expect(many?.length).toBeGreaterThan(one?.length ?? 0)
  const what = order({ kind: 'fill', colour: '#102030' })
  expect(await hidden(many ?? one ?? Buffer.alloc(0), what)).toEqual(await hidden(one ?? Buffer.alloc(0), what))
})

test('a palette does not tell which colours were hidden', async () => {
  const flat = (colour: number) =>
    Uint8Array.from({ length: WIDTH * HEIGHT * 3 }, (_, at) => (isInside(Math.floor(at / 3)) ? colour : 200))
  const kind = { channels: 3, png: { palette: true, dither: 0 } } as const
  const what = order({ kind: 'fill', colour: '#102030' })
  const one = await hidden(await code(flat(10), kind), what)
  expect(await hidden(await code(flat(90), kind), what)).toEqual(one)
  expect(one.includes('PLTE')).toBe(false)
})
