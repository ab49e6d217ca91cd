/** How many faces are found in the extension as it is shipped, and how long a parent waits for them; in both browsers. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp, { type Sharp } from 'sharp'
import { BROWSERS, type Tab, until } from '../tests/support/browsers'
import { FACE_PHOTOS, type FacePhoto } from '../tests/support/face-photos'
import { print, printTable } from './print-table'

/** Less than this in any row is a failure of the command. */
const MIN_RECALL = 0.95
/** A photo of twelve megapixels, as phones take it. */
const LARGE = { width: 4000, height: 3000 }

interface Variant {
  readonly name: string
  readonly make: (photo: FacePhoto) => Sharp
  readonly place: (point: readonly [x: number, y: number]) => readonly [x: number, y: number]
}

const VARIANTS: readonly Variant[] = [
  { name: 'as they are', make: ({ path }) => sharp(path), place: (point) => point },
  { name: 'mirrored', make: ({ path }) => sharp(path).flop(), place: ([x, y]) => [1 - x, y] },
  { name: 'half as large', make: ({ path }) => sharp(path).resize({ width: 960 }), place: (point) => point },
  { name: 'dark', make: ({ path }) => sharp(path).modulate({ brightness: 0.35 }), place: (point) => point },
  { name: 'turned by a quarter', make: ({ path }) => sharp(path).rotate(90), place: ([x, y]) => [1 - y, x] },
]

interface Shown {
  readonly marks: readonly { x: number; y: number; width: number; height: number }[]
  readonly ms: number
}

/** Gives the photo to the checker, presses the button, and reads where marks are, as parts of the picture. */
async function facesShown(tab: Tab, path: string): Promise<Shown> {
  await tab.give('[data-input="files"]', [path])
  await until(
    'the photo',
    () => tab.evaluate<boolean>(`document.querySelector('[data-action="hide"]') !== null`),
    60_000,
  )
  const ms = await tab.evaluate<number>(`(async () => {
    const start = performance.now()
    document.querySelector('[data-action="hide"]').click()
    while (!document.querySelector('.hide-found')) await new Promise(requestAnimationFrame)
    return performance.now() - start
  })()`)
  const marks = await tab.evaluate<Shown['marks']>(`(() => {
    const stage = document.querySelector('.hide-stage').getBoundingClientRect()
    return [...document.querySelectorAll('.hide-mark')].map((mark) => {
      const { left, top, width, height } = mark.getBoundingClientRect()
      return { x: (left - stage.left) / stage.width, y: (top - stage.top) / stage.height, width: width / stage.width, height: height / stage.height }
    })
  })()`)
  await tab.evaluate(`document.querySelector('[data-action="hide-back"]').click()`)
  await until('the list', () => tab.evaluate<boolean>(`document.querySelector('[data-action="clear"]') !== null`))
  await tab.evaluate(`document.querySelector('[data-action="clear"]').click()`)
  await until('an empty list', () => tab.evaluate<boolean>(`document.querySelector('[data-action="hide"]') === null`))
  return { marks, ms }
}

const folder = await mkdtemp(join(tmpdir(), 'pausephoto-faces-'))
let missed = false
try {
  const rows: string[][] = []
  const times: string[][] = []
  for (const { name, start } of BROWSERS) {
    const browser = await start({ extension: true })
    try {
      const tab = await browser.openExtensionPage('checker.html')
      const large = join(folder, 'large.jpg')
      await sharp(FACE_PHOTOS[0]?.path)
        .resize({ ...LARGE, fit: 'cover' })
        .jpeg({ quality: 92 })
        .toFile(large)
      const first = await facesShown(tab, large)
      const next = await facesShown(tab, large)
      times.push([name, `${Math.round(first.ms)} ms`, `${Math.round(next.ms)} ms`])
      for (const { name: variant, make, place } of VARIANTS) {
        let found = 0
        let wanted = 0
        let more = 0
        for (const photo of FACE_PHOTOS) {
          const path = join(folder, photo.name)
          await make(photo).jpeg({ quality: 90 }).toFile(path)
          const { marks } = await facesShown(tab, path)
          const hit = photo.faces
            .map(place)
            .filter(([x, y]) =>
              marks.some((mark) => x > mark.x && x < mark.x + mark.width && y > mark.y && y < mark.y + mark.height),
            ).length
          found += hit
          wanted += photo.faces.length
          more += Math.max(0, marks.length - hit)
        }
        missed ||= found / wanted < MIN_RECALL
        rows.push([name, variant, `${found} of ${wanted}`, `${more}`])
      }
    } finally {
      await browser.close()
    }
  }
  printTable(['browser', 'photos', 'faces found', 'other marks'], rows)
  print('')
  printTable(['12 megapixels', 'first photo', 'next photo'], times)
} finally {
  await rm(folder, { recursive: true })
}
if (missed) {
  print(`\nFewer than ${MIN_RECALL * 100} % of the faces were found.`)
  process.exitCode = 1
}
