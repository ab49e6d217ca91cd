/** How many faces and words are found in the extension as it is shipped, and how long a parent waits for them; in both browsers. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp, { type Sharp } from 'sharp'
import { BROWSERS, type Tab, until } from '../tests/support/browsers'
import { FACE_PHOTOS, type FacePhoto } from '../tests/support/face-photos'
import { coveredWords, TEXT_SCENES } from '../tests/support/text-scenes'
import { findText, give, leave, type MarkShown, marksShown, openEditor, type Waited } from './editor-tab'
import { hideAllBut } from './like-a-person'
import { print, printTable } from './print-table'

/** Less than this in any row is a failure of the command. */
const MIN_RECALL = 0.95
/** A photo of twelve megapixels, as phones take it. */
const LARGE = { width: 4000, height: 3000 }

/** What these rows cannot say. */
const FAIRNESS =
  'These photos are those of one npm package: 22 faces of grown women indoors, in light and in dark. There is no child among them,\n' +
  'no man, no mask, no pair of glasses, nobody who lies, and few in profile, so these rows cannot say whether all people are\n' +
  'found alike. npm has no photos for that which a test may use.'

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

async function facesShown(tab: Tab, path: string): Promise<MarkShown[]> {
  await give(tab, path)
  await openEditor(tab)
  const marks = await marksShown(tab, 'face')
  await leave(tab)
  return marks
}

/** How long a parent waits for the faces in a large photo, and whether the page answers meanwhile. */
async function timesOf(tab: Tab, path: string): Promise<readonly Waited[]> {
  const times: Waited[] = []
  for (let photo = 0; photo < 3; photo++) {
    await give(tab, path)
    times.push(await openEditor(tab))
    await leave(tab)
  }
  return times
}

/** Of the words in made-up scenes, how many are marked; a row for each size of letters. */
async function textRows(tab: Tab, browser: string, folder: string): Promise<string[][]> {
  const rows = new Map<string, { found: number; wanted: number; more: number; ms: number[] }>()
  for (const scene of TEXT_SCENES) {
    const path = join(folder, 'scene.jpg')
    await writeFile(path, await scene.jpeg())
    await give(tab, path)
    await openEditor(tab)
    const { ms } = await findText(tab)
    const marks = await marksShown(tab, 'text')
    await leave(tab)
    const size = scene.name.replace(/,.*/, '')
    const row = rows.get(size) ?? { found: 0, wanted: 0, more: 0, ms: [] }
    row.found += coveredWords(scene, marks).length
    row.wanted += scene.words.length
    row.more += Math.max(0, marks.length - scene.words.length)
    row.ms.push(ms)
    rows.set(size, row)
  }
  return [...rows].map(([size, { found, wanted, more, ms }]) => [
    browser,
    size,
    `${found} of ${wanted}`,
    `${more}`,
    `${Math.round(ms.reduce((sum, one) => sum + one, 0) / ms.length)} ms`,
  ])
}

const folder = await mkdtemp(join(tmpdir(), 'pausephoto-faces-'))
let missed = false
try {
  const rows: string[][] = []
  const times: string[][] = []
  const texts: string[][] = []
  for (const { name, start } of BROWSERS) {
    const browser = await start({ extension: true })
    try {
      const tab = await browser.openExtensionPage('checker.html')
      const large = join(folder, 'large.jpg')
      await sharp(FACE_PHOTOS[0]?.path)
        .resize({ ...LARGE, fit: 'cover' })
        .jpeg({ quality: 92 })
        .toFile(large)
      const waited = await timesOf(tab, large)
      await give(tab, large)
      const person = await hideAllBut(tab, FACE_PHOTOS[0]?.faces[0] ?? [0, 0])
      await until('the copy', () => tab.evaluate<boolean>(`document.querySelector('[data-action="clear"]') !== null`))
      await leave(tab)
      times.push([
        name,
        ...waited.slice(0, 2).map(({ ms }) => `${Math.round(ms)} ms`),
        `${Math.round(Math.max(...waited.map(({ blockedMs }) => blockedMs)))} ms`,
        `${(person / 1000).toFixed(1)} s`,
      ])
      texts.push(...(await textRows(tab, name, folder)))
      for (const { name: variant, make, place } of VARIANTS) {
        let found = 0
        let wanted = 0
        let more = 0
        for (const photo of FACE_PHOTOS) {
          const path = join(folder, photo.name)
          await make(photo).jpeg({ quality: 90 }).toFile(path)
          const marks = await facesShown(tab, path)
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
  printTable(
    ['12 megapixels', 'first photo', 'next photo', 'page blocked at most', 'hide all but one, like a person'],
    times,
  )
  print('')
  printTable(['browser', 'words in made-up scenes', 'found', 'other marks', 'time'], texts)
  print('')
  print(FAIRNESS)
} finally {
  await rm(folder, { recursive: true })
}
if (missed) {
  print(`\nFewer than ${MIN_RECALL * 100} % of the faces were found.`)
  process.exitCode = 1
}
