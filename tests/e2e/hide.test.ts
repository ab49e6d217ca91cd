import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { answerAccountQuestion } from '../support/account-question'
import { violationsIn } from '../support/axe'
import { BROWSERS, type Browser, type Frame, until } from '../support/browsers'
import { closeExifTool, personalValues } from '../support/exiftool'
import { FACE_PHOTOS } from '../support/face-photos'
import { type LocalSite, startLocalSite } from '../support/local-site/local-site'
import { makePhoto } from '../support/made-photos'
import { CATCH_DOWNLOADS, savedBy } from '../support/saved-by'

/** The first search on a busy machine. */
const SEARCH_MS = 120_000

let site: LocalSite
let folder: string
let photo: string
let quiet: string
let faceless: string
const [portrait, group] = FACE_PHOTOS
if (!portrait || !group) throw new Error('no photo')

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
  quiet = join(folder, 'quiet.jpg')
  await sharp(group.path).jpeg({ quality: 92 }).toFile(quiet)
  faceless = await makePhoto(folder, 'wall.jpg', { place: true })
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
      SEARCH_MS,
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

  it('hides faces in several photos at once, one of them corrected, with one answer', async () => {
    const tab = await browser.open(site.address('www.instagram.com', `/input.html?case=${name}-album`))
    await tab.give('#many', [photo, quiet, faceless])
    const pause = await tab.pause()
    const becomes = (what: string, expression: string) =>
      until(what, () => pause.evaluate<boolean>(expression), SEARCH_MS)
    const hiddenIn = (number: number) => `document.querySelectorAll('.hide-card')[${number}]?.dataset.hidden`
    await pause.press('hide')
    await becomes('the faces', `${hiddenIn(0)} >= 3 && ${hiddenIn(1)} >= 3`)
    await becomes('the end of the search', `!document.querySelector('[data-action="stop-looking"]')`)
    expect(await pause.text()).toContain('Faces were found in 2 of 3 photos.')
    expect(await violationsIn(pause)).toEqual([])
    const before = await pause.evaluate<string>(hiddenIn(0))
    await pause.evaluate(`document.querySelector('.hide-card button').click()`)
    await becomes('the editor', `document.querySelector('.hide-stage') !== null`)
    expect(await violationsIn(pause)).toEqual([])
    const [kept = [0, 0]] = portrait.faces
    await pressMarkAt(pause, kept)
    await pause.press('hide-done')
    await becomes('one face less', `${hiddenIn(0)} === '${Number(before) - 1}'`)
    await pause.press('hide-done')
    await becomes('the choice', `document.querySelector('[data-action="clean"]') !== null`)
    await pause.press('clean')
    await answerAccountQuestion(tab)
    const uploads = await until(
      'the uploads',
      async () => site.uploads(`${name}-album`).length === 3 && site.uploads(`${name}-album`),
      SEARCH_MS,
    )
    const copies = uploads.map(({ bytes }) => Buffer.from(bytes))
    for (const copy of copies) expect(await personalValues(new Blob([copy]))).toEqual([])
    const raw = (file: string | Buffer) => sharp(file).raw().toBuffer({ resolveWithObject: true })
    const [first, second] = [await raw(photo), await raw(quiet)]
    const [one, two] = [await raw(copies[0] ?? ''), await raw(copies[1] ?? '')]
    expect(await differs(first, one, kept)).toBe(false)
    for (const face of portrait.faces.slice(1)) expect(await differs(first, one, face)).toBe(true)
    for (const face of group.faces) expect(await differs(second, two, face)).toBe(true)
    await tab.close()
  })

  it('says that films cannot be hidden in, takes one still picture, and makes it smaller when asked', async () => {
    const tab = await browser.openExtensionPage('checker.html')
    await tab.evaluate(CATCH_DOWNLOADS)
    const become = (what: string, expression: string) => until(what, () => tab.evaluate<boolean>(expression), SEARCH_MS)
    await tab.give('[data-input="files"]', ['tests/support/short-film.mp4', photo])
    await become('both files', `document.querySelectorAll('[data-action="hide"]').length === 2`)
    await tab.evaluate(`document.querySelectorAll('[data-action="hide"]')[0].click()`)
    await become('the sentence', `document.body.innerText.includes('Faces in films cannot be hidden here')`)
    await tab.click('[data-action="hide-still"]')
    await become('the still picture', `document.querySelector('[value="box"]') !== null`)
    await tab.click('[value="box"]')
    await tab.evaluate(drag([0.2, 0.2], [0.8, 0.8]))
    await tab.click('[data-action="hide-done"]')
    const [still] = await savedBy(tab, 1)
    expect(still?.name).toMatch(/\.jpg$/)
    expect((await sharp(still?.bytes).metadata()).format).toBe('jpeg')

    await become('the list', `document.querySelectorAll('[data-action="hide"]').length === 2`)
    await tab.evaluate(`document.querySelectorAll('[data-action="hide"]')[1].click()`)
    await become('the faces', `document.querySelectorAll('.hide-mark').length >= 3`)
    await tab.click('[data-action="smaller"]')
    await tab.click('[data-action="hide-done"]')
    const [, smaller] = await savedBy(tab, 2)
    const { width, height } = await sharp(smaller?.bytes).metadata()
    expect(Math.max(width, height)).toBe(1600)
    expect(await personalValues(new Blob([Uint8Array.from(smaller?.bytes ?? [])]))).toEqual([])
    await tab.close()
  })
})

/** Draws with a finger from one point of the picture to another, both as parts of its size. */
function drag(from: readonly [number, number], to: readonly [number, number]): string {
  return `(() => {
    const pen = document.querySelector('.hide-pen')
    const { left, top, width, height } = pen.getBoundingClientRect()
    pen.setPointerCapture = () => undefined
    for (const [type, x, y] of [['down', ${from}], ['move', ${to}], ['up', ${to}]])
      pen.dispatchEvent(new PointerEvent('pointer' + type, {
        bubbles: true, cancelable: true, pointerId: 3, pointerType: 'touch', isPrimary: true, button: 0,
        clientX: left + x * width, clientY: top + y * height,
      }))
  })()`
}

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
