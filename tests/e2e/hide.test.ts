import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { answerAccountQuestion } from '../support/account-question'
import { BROWSERS, type Browser, type Frame, until } from '../support/browsers'
import { closeExifTool, personalValues } from '../support/exiftool'
import { FACE_PHOTOS } from '../support/face-photos'
import { type LocalSite, startLocalSite } from '../support/local-site/local-site'

let site: LocalSite
let folder: string
let photo: string
const [portrait] = FACE_PHOTOS
if (!portrait) throw new Error('no photo')

beforeAll(async () => {
  site = await startLocalSite()
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
afterAll(async () => {
  await closeExifTool()
  await site.close()
  await rm(folder, { recursive: true })
})

describe.each(BROWSERS)('hiding faces in $name', ({ name, start }) => {
  let browser: Browser
  beforeAll(async () => {
    browser = await start({ extension: true })
  })
  afterAll(() => browser?.close())

  it('hides one, keeps another, and sends a new picture with nothing else changed', async () => {
    const tab = await browser.open(site.address('www.instagram.com', `/input.html?case=${name}-hide`))
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
    await answerAccountQuestion(tab)
    const [upload] = await until(
      'the upload',
      async () => site.uploads(`${name}-hide`).length === 1 && site.uploads(`${name}-hide`),
    )
    if (!upload) throw new Error('no upload')
    const bytes = Buffer.from(upload.bytes)
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
