import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { BROWSERS, type Browser, type Tab } from '../support/browsers'

const CORNERS = ['#ff0000', '#00ff00', '#0000ff', '#ffff00'] as const
const SIDE = 32

/** Red, green, blue and yellow from the upper left to the lower right, as it is to be seen, stored in one of eight ways. */
async function turned(orientation: number): Promise<Buffer> {
  const corners = CORNERS.map((background, at) => ({
    input: { create: { width: 2 * SIDE, height: SIDE, channels: 3 as const, background } },
    left: (at % 2) * 2 * SIDE,
    top: Math.floor(at / 2) * SIDE,
  }))
  const upright = await sharp({
    create: { width: 4 * SIDE, height: 2 * SIDE, channels: 3, background: '#000000' },
  })
    .composite(corners)
    .png()
    .toBuffer()
  // How a picture has to be stored so that turning it by the orientation shows it like that; Exif 3.0 §4.6.5.1.6.
  const ways: Readonly<Record<number, readonly [degrees: number, mirrored: boolean]>> = {
    1: [0, false],
    2: [0, true],
    3: [180, false],
    4: [180, true],
    5: [90, true],
    6: [270, false],
    7: [270, true],
    8: [90, false],
  }
  const [degrees, mirrored] = ways[orientation] ?? [0, false]
  const rotated = await sharp(upright).rotate(degrees).png().toBuffer()
  return sharp(rotated)
    .flop(mirrored)
    .withMetadata({ orientation })
    .jpeg({ quality: 100, chromaSubsampling: '4:4:4' })
    .toBuffer()
}

describe.each(BROWSERS)('the Worker that shows pictures, in $name', ({ start }) => {
  let browser: Browser
  let tab: Tab
  beforeAll(async () => {
    browser = await start({ extension: true })
    tab = await browser.openExtensionPage('checker.html')
  })
  afterAll(() => browser?.close())

  it.each([
    ...[1, 2, 3, 4, 5, 6, 7, 8].map((orientation) => [orientation, 'image/jpeg'] as const),
    [6, ''],
    [6, 'image/png'],
  ] as const)('shows a JPEG the right way up that is stored in way %i and called “%s”', async (orientation, type) => {
    const base64 = (await turned(orientation)).toString('base64')
    const [size, ...corners] = await tab.evaluate<number[][]>(`(async () => {
      const bytes = Uint8Array.from(atob('${base64}'), (letter) => letter.charCodeAt(0))
      globalThis.pictures ??= new Worker('/assets/picture.worker.js', { type: 'module' })
      const answer = await new Promise((resolve, reject) => {
        globalThis.pictures.onmessage = ({ data }) => resolve(data)
        globalThis.pictures.onerror = () => reject(new Error('the Worker failed'))
        const file = new File([bytes], 'a.jpg', { type: '${type}' })
        globalThis.pictures.postMessage({ id: 0, name: 'thumbnail', given: [file, 64] })
      })
      if (!answer.ok) throw new Error(answer.message)
      const { width, height } = answer.value
      const canvas = new OffscreenCanvas(width, height)
      const context = canvas.getContext('2d')
      context.drawImage(answer.value, 0, 0)
      const at = (x, y) => [...context.getImageData(x, y, 1, 1).data.slice(0, 3)]
      return [[width, height], at(16, 8), at(48, 8), at(16, 24), at(48, 24)]
    })()`)
    expect(size).toEqual([64, 32])
    const names = corners.map((colour) => `#${colour.map((part) => (part > 128 ? 'ff' : '00')).join('')}`)
    expect(names).toEqual(CORNERS)
  })
})
