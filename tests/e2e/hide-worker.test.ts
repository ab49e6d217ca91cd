import fc from 'fast-check'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Style } from '../../src/pictures/hide/cover'
import { coverPixels } from '../../src/pictures/hide/cover-pixels'
import type { HideOrder } from '../../src/pictures/hide/order'
import type { Region } from '../../src/pictures/hide/region'
import { BROWSERS, type Browser, type Tab } from '../support/browsers'
import { closeExifTool, personalValues } from '../support/exiftool'
import { FACE_PHOTOS } from '../support/face-photos'

const WIDTH = 480
const HEIGHT = 320
const FILL: Style = { kind: 'fill', colour: '#406080' }
const BOX = { x: 130, y: 70, width: 150, height: 110 }
type Regions = readonly Region[]
const REGIONS: Regions = [
  { shape: 'ellipse', box: BOX },
  {
    shape: 'stroke',
    stroke: {
      points: [
        { x: 350, y: 40 },
        { x: 420, y: 200 },
      ],
      radius: 20,
    },
  },
]

const place = fc.record({ x: fc.integer({ min: -30, max: WIDTH }), y: fc.integer({ min: -30, max: HEIGHT }) })
const length = fc.integer({ min: 5, max: 160 })
const madeUp: fc.Arbitrary<Region> = fc.oneof(
  fc
    .tuple(fc.constantFrom('ellipse' as const, 'rectangle' as const), place, length, length)
    .map(([shape, at, width, height]) => ({ shape, box: { ...at, width, height } })),
  fc
    .tuple(fc.constantFrom('stroke' as const, 'erase' as const), fc.array(place, { minLength: 1, maxLength: 3 }))
    .map(([shape, points]) => ({ shape, stroke: { points, radius: 18 } })),
)
/** Regions of every shape, also over the border and taken away again: the same ones in every run. */
const MADE_UP: readonly Regions[] = fc.sample(fc.array(madeUp, { minLength: 1, maxLength: 4 }), {
  seed: 16,
  numRuns: 2,
})

const order = (style: Style, change: Partial<HideOrder> = {}): HideOrder => ({
  width: WIDTH,
  height: HEIGHT,
  regions: REGIONS,
  style,
  longSide: null,
  ...change,
})

interface Raw {
  readonly data: Buffer
  readonly width: number
  readonly height: number
}

type Inside = 'itself' | 'noise' | 'its negative'

const photos = new Map<string, Promise<Raw>>()

function photo(inside: Inside = 'itself', regions = REGIONS): Promise<Raw> {
  const key = inside === 'itself' ? inside : `${inside} ${JSON.stringify(regions)}`
  const made = photos.get(key) ?? makePhoto(inside, regions)
  photos.set(key, made)
  return made
}

/** A part of a photo, as it is or with the hidden places replaced by other pixels. */
async function makePhoto(inside: Inside, regions: Regions): Promise<Raw> {
  const [first] = FACE_PHOTOS
  if (inside === 'itself') {
    const data = await sharp(first?.path).resize(WIDTH, HEIGHT, { fit: 'cover' }).removeAlpha().raw().toBuffer()
    return { data, width: WIDTH, height: HEIGHT }
  }
  const { data } = await photo()
  const hidden = hiddenPixels(regions)
  let state = 7
  const other = Buffer.from(data).map((value, at) => {
    state = (state * 48271) % 2147483647
    if (!hidden[Math.floor(at / 3)]) return value
    return inside === 'noise' ? state & 255 : 255 - value
  })
  return { data: Buffer.from(other), width: WIDTH, height: HEIGHT }
}

const picture = ({ data, width, height }: Raw) => sharp(data, { raw: { width, height, channels: 3 } })

const hiddenIn = new Map<Regions, readonly boolean[]>()

/** For each pixel, whether the regions hide it. */
function hiddenPixels(regions = REGIONS): readonly boolean[] {
  const marked = hiddenIn.get(regions) ?? markHidden(regions)
  hiddenIn.set(regions, marked)
  return marked
}

function markHidden(regions: Regions): readonly boolean[] {
  const data = new Uint8ClampedArray(WIDTH * HEIGHT * 4)
  coverPixels({ width: WIDTH, height: HEIGHT, data }, order({ kind: 'fill', colour: '#ffffff' }, { regions }))
  return Array.from({ length: WIDTH * HEIGHT }, (_, at) => data[at * 4] === 255)
}

interface Answer {
  readonly bytes: Buffer
  readonly type: string
  readonly changes: readonly string[]
}

/** Hands a picture to the Worker of the built extension, as its own page does; null when it says that it cannot. */
async function hide(tab: Tab, bytes: Uint8Array, name: string, type: string, what: HideOrder): Promise<Answer | null> {
  const answer = await tab.evaluate<{ base64: string; type: string; changes: string[] } | null>(`(async () => {
    const bytes = Uint8Array.from(atob('${Buffer.from(bytes).toString('base64')}'), (letter) => letter.charCodeAt(0))
    const file = new File([bytes], '${name}', { type: '${type}' })
    globalThis.hider ??= new Worker('/assets/hide.worker.js', { type: 'module' })
    const answer = await new Promise((resolve, reject) => {
      globalThis.hider.onmessage = ({ data }) => resolve(data)
      globalThis.hider.onerror = () => reject(new Error('the Worker failed'))
      globalThis.hider.postMessage({ id: 0, name: 'hide', given: [file, ${JSON.stringify(what)}] })
    })
    if (!answer.ok) return null
    const { file: copy, changes } = answer.value
    const reader = new FileReader()
    await new Promise((resolve) => { reader.onload = resolve; reader.readAsDataURL(copy) })
    return { base64: reader.result.split(',')[1], type: copy.type, changes }
  })()`)
  return answer && { ...answer, bytes: Buffer.from(answer.base64, 'base64') }
}

const rawOf = (bytes: Uint8Array) =>
  sharp(bytes).removeAlpha().toColourspace('srgb').raw().toBuffer({ resolveWithObject: true })

/** Hidden, and so far from everything else that no block and no colour is shared with it. */
function deepInside(hidden: readonly boolean[], pixel: number): boolean {
  const far = 17
  const [x, y] = [pixel % WIDTH, Math.floor(pixel / WIDTH)]
  return [-far, 0, far].every((dy) =>
    [-far, 0, far].every((dx) => x + dx >= 0 && x + dx < WIDTH && hidden[(y + dy) * WIDTH + x + dx] === true),
  )
}

/** How far two pictures are from each other outside of what is hidden, and how far hidden pixels are from the cover. */
function compared(
  before: Buffer,
  after: Buffer,
  exact = true,
  regions = REGIONS,
): { readonly decibels: number; readonly fromCover: number } {
  const hidden = hiddenPixels(regions)
  const colour = [0x40, 0x60, 0x80]
  let squares = 0
  let count = 0
  let fromCover = 0
  for (let at = 0; at < after.length; at++) {
    const value = after[at] ?? 0
    const pixel = Math.floor(at / 3)
    if (hidden[pixel]) {
      if (!exact && !deepInside(hidden, pixel)) continue
      fromCover = Math.max(fromCover, Math.abs(value - (colour[at % 3] ?? 0)))
    } else {
      squares += (value - (before[at] ?? 0)) ** 2
      count++
    }
  }
  return {
    decibels: squares === 0 ? Number.POSITIVE_INFINITY : 10 * Math.log10((255 ** 2 * count) / squares),
    fromCover,
  }
}

const LOSSLESS = [
  {
    name: 'WebP without loss',
    type: 'image/webp',
    code: (raw: Raw) => picture(raw).webp({ lossless: true, effort: 0 }),
  },
  { name: 'PNG', type: 'image/png', code: (raw: Raw) => picture(raw).png() },
  {
    name: 'PNG that is turned',
    type: 'image/png',
    code: (raw: Raw) => picture(raw).withMetadata({ orientation: 1 }).png(),
  },
] as const

const LOSSY = [
  { name: 'WebP', type: 'image/webp', code: (raw: Raw) => picture(raw).webp({ quality: 85 }), changes: ['recoded'] },
  {
    name: 'AVIF',
    type: 'image/avif',
    code: (raw: Raw) => picture(raw).avif({ quality: 70, effort: 0 }),
    changes: ['recoded'],
  },
] as const

afterAll(closeExifTool)

describe.each(BROWSERS)('the Worker that hides, in $name', ({ name, start }) => {
  let browser: Browser
  let tab: Tab
  beforeAll(async () => {
    browser = await start({ extension: true })
    tab = await browser.openExtensionPage('checker.html')
  })
  afterAll(() => browser?.close())

  it.each(LOSSLESS)('$name: stays without loss, and is the same file whatever was hidden', async ({ type, code }) => {
    for (const style of [FILL, { kind: 'sticker', sticker: 'hills' }] as const) {
      const before = await code(await photo()).toBuffer()
      const after = await hide(tab, before, 'a', type, order(style))
      expect(after?.type).toBe('image/png')
      for (const inside of ['noise', 'its negative'] as const) {
        const other = await hide(tab, await code(await photo(inside)).toBuffer(), 'a', type, order(style))
        expect(other?.bytes.equals(after?.bytes ?? Buffer.alloc(0))).toBe(true)
      }
      if (style !== FILL || !after) continue
      const { data, info } = await rawOf(after.bytes)
      expect(info).toMatchObject({ width: WIDTH, height: HEIGHT })
      expect(compared((await rawOf(before)).data, data)).toEqual({ decibels: Number.POSITIVE_INFINITY, fromCover: 0 })
      expect(await personalValues(new Blob([Uint8Array.from(after.bytes)]))).toEqual([])
    }
  })

  it('a picture without loss is the same file whatever was hidden, wherever that is; a mosaic has few colours', async () => {
    const code = LOSSLESS[0].code
    for (const regions of MADE_UP) {
      const before = await code(await photo()).toBuffer()
      const other = await code(await photo('noise', regions)).toBuffer()
      const styles: readonly Style[] = [FILL, { kind: 'sticker', sticker: 'star' }]
      for (const style of styles) {
        const one = await hide(tab, before, 'a', 'image/webp', order(style, { regions }))
        const two = await hide(tab, other, 'a', 'image/webp', order(style, { regions }))
        expect(two?.bytes.equals(one?.bytes ?? Buffer.alloc(0))).toBe(true)
        if (style !== FILL || !one) continue
        const shown = compared((await rawOf(before)).data, (await rawOf(one.bytes)).data, true, regions)
        expect(shown).toEqual({ decibels: Number.POSITIVE_INFINITY, fromCover: 0 })
      }
      const mosaic = await hide(tab, other, 'a', 'image/webp', order({ kind: 'mosaic' }, { regions }))
      const { data } = await rawOf(mosaic?.bytes ?? Buffer.alloc(0))
      const colours = new Set<number>()
      for (const [pixel, isHidden] of hiddenPixels(regions).entries())
        if (isHidden) colours.add(data.readUIntBE(pixel * 3, 3))
      expect(colours.size).toBeLessThanOrEqual(25 * regions.length)
    }
  })

  it.each(LOSSY)('$name: is coded anew with little loss, and shows the cover where it hides', async (kind) => {
    const before = await kind.code(await photo()).toBuffer()
    const after = await hide(tab, before, 'a', kind.type, order(FILL))
    if (!after) throw new Error('nothing was made')
    expect(after).toMatchObject({ type: 'image/jpeg', changes: kind.changes })
    const { decibels, fromCover } = compared((await rawOf(before)).data, (await rawOf(after.bytes)).data, false)
    console.info(`${name}, ${kind.name}: ${decibels.toFixed(1)} dB outside, ${fromCover} from the cover inside`)
    expect(decibels).toBeGreaterThan(45)
    expect(fromCover).toBeLessThanOrEqual(4)
    expect(await personalValues(new Blob([Uint8Array.from(after.bytes)]))).toEqual([])
  })

  it('says what a canvas does not keep: animations, ten bits, wide colours', async () => {
    const frames = await Promise.all((['itself', 'noise', 'its negative'] as const).map((inside) => photo(inside)))
    const reel = sharp(Buffer.concat(frames.map(({ data }) => data)), {
      raw: { width: WIDTH, height: HEIGHT * frames.length, channels: 3, pageHeight: HEIGHT },
    })
    for (const [type, bytes] of [
      ['image/gif', await reel.clone().gif().toBuffer()],
      ['image/webp', await reel.clone().webp({ lossless: true, minSize: false }).toBuffer()],
    ] as const) {
      expect((await sharp(bytes, { animated: true }).metadata()).pages).toBe(3)
      const still = await hide(tab, bytes, 'a', type, order(FILL))
      expect(still?.changes).toContain('still')
      expect((await sharp(still?.bytes).metadata()).pages ?? 1).toBe(1)
      const shown = compared((await rawOf(bytes)).data, (await rawOf(still?.bytes ?? Buffer.alloc(0))).data, false)
      expect(shown.fromCover).toBeLessThanOrEqual(4)
      expect(shown.decibels).toBeGreaterThan(45)
    }
    const wide = await picture(await photo())
      .avif({ bitdepth: 10, quality: 70, effort: 0 })
      .withIccProfile('p3')
      .toBuffer()
    expect((await hide(tab, wide, 'a', 'image/avif', order(FILL)))?.changes).toEqual(
      expect.arrayContaining(['colours', 'depth', 'recoded']),
    )
  })

  it('covers before it makes smaller, so that nothing of the hidden place spreads', async () => {
    const smaller = order(FILL, { longSide: 200 })
    const one = await hide(
      tab,
      await picture(await photo())
        .png()
        .toBuffer(),
      'a',
      'image/png',
      smaller,
    )
    expect(one?.changes).toContain('smaller')
    expect(await sharp(one?.bytes).metadata()).toMatchObject({ width: 200, height: 133 })
    for (const code of [LOSSLESS[0], LOSSLESS[1]]) {
      const [a, b] = await Promise.all(
        (['itself', 'noise'] as const).map(async (inside) => code.code(await photo(inside)).toBuffer()),
      )
      const first = await hide(tab, a ?? Buffer.alloc(0), 'a', code.type, smaller)
      const second = await hide(tab, b ?? Buffer.alloc(0), 'a', code.type, smaller)
      expect(second?.bytes.equals(first?.bytes ?? Buffer.alloc(0))).toBe(true)
    }
  })

  it('hides in one pixel, and says no to what it cannot show', async () => {
    const pixel = sharp({ create: { width: 1, height: 1, channels: 3, background: '#fff' } })
    const all = order(FILL, {
      width: 1,
      height: 1,
      regions: [{ shape: 'rectangle', box: { x: 0, y: 0, width: 1, height: 1 } }],
    })
    for (const [type, bytes] of [
      ['image/png', await pixel.clone().png().toBuffer()],
      ['image/jpeg', await pixel.clone().jpeg().toBuffer()],
      ['image/gif', await pixel.clone().gif().toBuffer()],
      ['image/webp', await pixel.clone().webp().toBuffer()],
    ] as const) {
      const one = await hide(tab, bytes, 'a', type, all)
      expect((await rawOf(one?.bytes ?? Buffer.alloc(0))).data[2], type).toBeGreaterThan(0x70)
      expect((await rawOf(one?.bytes ?? Buffer.alloc(0))).data[0], type).toBeLessThan(0x50)
    }
    const other = await sharp({ create: { width: 64, height: 64, channels: 3, background: '#fff' } })
      .avif()
      .toBuffer()
    const cut = (
      await picture(await photo())
        .webp()
        .toBuffer()
    ).subarray(0, 900)
    expect(await hide(tab, cut, 'a', 'image/webp', order(FILL))).toBeNull()
    expect(await hide(tab, Buffer.from('no picture at all'), 'a', 'image/heic', order(FILL))).toBeNull()
    // Another size than the one in which the regions were told: nothing may be guessed.
    expect(await hide(tab, other, 'a', 'image/avif', order(FILL))).toBeNull()
  })
})
