import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Frame, until } from '../support/browsers'
import { eachBrowser } from '../support/each-browser'
import { personalValues } from '../support/exiftool'
import { FACE_PHOTOS } from '../support/face-photos'

let folder: string
let photo: string
const [portrait] = FACE_PHOTOS
if (!portrait) throw new Error('no photo')

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pausephoto-hide-'))
  photo = join(folder, 'friends.jpg')
  const place = {
    GPSLatitudeRef: 'N',
    GPSLatitude: '48/1 48/1 48/1',
    GPSLongitudeRef: 'E',
    GPSLongitude: '2/1 21/1 44/1',
  }
  await sharp(portrait.path).withExif({ IFD3: place }).jpeg({ quality: 92 }).toFile(photo)
})
afterAll(() => rm(folder, { recursive: true }))

eachBrowser('hiding faces', (stage) => {
  it('hides one, keeps another, and sends a new picture with nothing else changed', async () => {
    const ofCase = `${stage.name}-hide`
    const tab = await stage.open('input.html', ofCase)
    await tab.give('#one', [photo])
    const pause = await tab.pause()
    await pause.press('hide')
    await until(
      'the faces',
      () => pause.evaluate<boolean>(`document.querySelectorAll('.hide-mark').length >= 3`),
      60_000,
    )
    const [kept = [0, 0], ...hidden] = portrait.faces
    await pressMarkAt(pause, kept)
    await pause.press('hide-done')
    await stage.settle(tab)
    const bytes = Buffer.from((await stage.received(ofCase)).bytes)
    expect(stage.site.uploads(ofCase)).toHaveLength(1)
    expect(await personalValues(new Blob([bytes]))).toEqual([])
    const before = await sharp(photo).raw().toBuffer({ resolveWithObject: true })
    const after = await sharp(bytes).raw().toBuffer({ resolveWithObject: true })
    expect(after.info).toMatchObject({ width: before.info.width, height: before.info.height })
    expect(await differs(before, after, kept)).toBe(false)
    for (const face of hidden) expect(await differs(before, after, face)).toBe(true)
    await tab.close()
  })
})

/** Presses the mark on a face, where a person would see it. */
async function pressMarkAt(pause: Frame, [x, y]: readonly [number, number]): Promise<void> {
  const found = await pause.evaluate<boolean>(`(() => {
    const { left, top, width, height } = document.querySelector('.hide-stage').getBoundingClientRect()
    const at = document.elementFromPoint(left + ${x} * width, top + ${y} * height)
    if (!at?.matches('.hide-mark')) return false
    at.click()
    return at.getAttribute('aria-pressed') !== null
  })()`)
  expect(found).toBe(true)
}

interface Pixels {
  readonly data: Buffer
  readonly info: { readonly width: number; readonly height: number; readonly channels: number }
}

/** Is any of nine pixels around a point of the picture another one? */
async function differs(a: Pixels, b: Pixels, [x, y]: readonly [number, number]): Promise<boolean> {
  const { width, height, channels } = a.info
  return Array.from({ length: 9 }, (_, at) => {
    const column = Math.round(x * width) + ((at % 3) - 1) * 12
    const row = Math.round(y * height) + (Math.floor(at / 3) - 1) * 12
    const from = (row * width + column) * channels
    return !a.data.subarray(from, from + channels).equals(b.data.subarray(from, from + channels))
  }).some(Boolean)
}
