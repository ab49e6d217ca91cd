import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Frame, until } from '../support/browsers'
import { eachBrowser } from '../support/each-browser'
import { personalValues } from '../support/exiftool'
import { FACE_PHOTOS } from '../support/face-photos'
import { HEIF } from '../support/generated/heif'
import { makePhoto } from '../support/made-photos'

/** Two drawn children, and where their faces are. */
const DRAWN = 'src/welcome/sample.jpg'
const DRAWN_FACES = [
  [0.29, 0.62],
  [0.63, 0.68],
] as const
const FILM = 'tests/support/short-film.mp4'

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

  it('hides in an album at once, one photo of it corrected by keyboard, with one answer', async () => {
    const ofCase = `${stage.name}-album`
    const tab = await stage.open('input.html', ofCase)
    const drawn = join(folder, `${stage.name}-drawn.jpg`)
    await copyFile(DRAWN, drawn)
    const plain = await makePhoto(folder, `${stage.name}-plain.jpg`, { place: true })
    await tab.give('#many', [photo, drawn, plain, FILM])
    const pause = await tab.pause()
    await pause.press('hide')
    await until(
      'all to be looked at',
      () => pause.evaluate<boolean>(`document.querySelector('.hide-found')?.textContent.length > 0`),
      60_000,
    )
    const onCard = `[...document.querySelectorAll('[data-action="open"]')].indexOf(document.activeElement)`
    expect(await pause.evaluate(`document.querySelectorAll('[data-action="open"]').length`)).toBe(3)
    await pause.evaluate(`document.querySelectorAll('[data-action="open"]')[1].focus()`)
    await tab.press('Enter')
    await until('its faces', () => pause.evaluate<boolean>(`document.querySelectorAll('.hide-mark').length === 2`))
    await pause.evaluate(`document.querySelector('.hide-mark').focus()`)
    await tab.press('Enter')
    const kept = await pause.evaluate<[number, number]>(`(() => {
      const stage = document.querySelector('.hide-stage').getBoundingClientRect()
      const { left, top, width, height } = document.querySelector('.hide-mark[data-hidden="false"]').getBoundingClientRect()
      return [(left + width / 2 - stage.left) / stage.width, (top + height / 2 - stage.top) / stage.height]
    })()`)
    await pause.evaluate(`document.querySelector('[data-action="hide-done"]').focus()`)
    await tab.press('Enter')
    await until('the album', async () => (await pause.evaluate<number>(onCard)) === 1)
    await pause.press('hide-done')
    await pause.press('clean')
    await stage.settle(tab)
    const uploads = await until('four files', async () => {
      const all = stage.site.uploads(ofCase)
      return all.length === 4 && all
    })
    for (const { bytes } of uploads) expect(await personalValues(new Blob([Uint8Array.from(bytes)]))).toEqual([])
    const [album, corrected] = await Promise.all(
      uploads.slice(0, 2).map(({ bytes }) => sharp(bytes).raw().toBuffer({ resolveWithObject: true })),
    )
    const [before, drawing] = await Promise.all(
      [photo, drawn].map((path) => sharp(path).raw().toBuffer({ resolveWithObject: true })),
    )
    if (!album || !corrected || !before || !drawing) throw new Error('not four files')
    for (const face of portrait.faces) expect(await differs(before, album, face)).toBe(true)
    const hidden = DRAWN_FACES.map((face) => differs(drawing, corrected, face))
    expect((await Promise.all(hidden)).filter(Boolean)).toHaveLength(1)
    expect(await differs(drawing, corrected, kept)).toBe(false)
    await tab.close()
  })

  it.each([
    ['the photo is gone meanwhile', 'gone', 'It may have been moved or deleted'],
    ['the browser cannot show it', 'heic', 'You can leave it out, or save it as a JPEG first'],
  ])('says so when %s, releases nothing, and keeps the question', async (_, why, sentence) => {
    const ofCase = `${stage.name}-${why}`
    const tab = await stage.open('input.html', ofCase)
    const path = join(folder, why === 'heic' ? `${ofCase}.heic` : `${ofCase}.jpg`)
    if (why === 'heic') await writeFile(path, (await HEIF[0]?.make()) ?? '')
    else await copyFile(photo, path)
    await tab.give('#one', [path])
    const pause = await tab.pause()
    await until('the findings', () => pause.evaluate<boolean>(`!!document.querySelector('[data-action="hide"]')`))
    if (why === 'gone') await rm(path)
    await pause.press('hide')
    const said = await until(
      'the end of looking',
      async () => {
        const text = await pause.evaluate<string>(
          `document.querySelector('.hide .screen-body')?.innerText ?? 'Looking for faces'`,
        )
        return !text.includes('Looking for faces') && text
      },
      60_000,
    )
    expect(said).toContain(sentence)
    await pause.press('hide-back')
    expect(await pause.evaluate(`!!document.querySelector('[data-action="hide"]')`)).toBe(true)
    await pause.press('cancel')
    expect(stage.site.uploads(ofCase)).toEqual([])
    await tab.close()
  })

  it('sends one still picture of a film, and a smaller one, when the parent wants that', async () => {
    const ofCase = `${stage.name}-still`
    const tab = await stage.open('input.html', ofCase)
    await tab.give('#one', [FILM])
    const pause = await tab.pause()
    await pause.press('hide')
    await until('the offer', () => pause.evaluate<boolean>(`!!document.querySelector('[data-action="hide-still"]')`))
    await pause.evaluate(`document.querySelector('[data-action="hide-still"]').click()`)
    await until(
      'the editor',
      () => pause.evaluate<boolean>(`document.querySelector('.hide-found')?.textContent.length > 0`),
      60_000,
    )
    expect(await pause.evaluate(`document.querySelector('[data-action="hide-done"]').disabled`)).toBe(true)
    await pause.evaluate(`document.querySelector('[data-action="smaller"]').click()`)
    await pause.press('hide-done')
    await stage.settle(tab)
    const { bytes } = await stage.received(ofCase)
    const { format, width } = await sharp(bytes).metadata()
    expect(format).toMatch(/^(?:jpeg|png)$/)
    expect(width).toBeLessThanOrEqual(1600)
    expect(await personalValues(new Blob([Uint8Array.from(bytes)]))).toEqual([])
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
