/**
 * Posts photos and a film in whole applications, each with a server on this machine, and prints what their servers keep as ExifTool
 * reads it: `npm run applications -- --only WordPress --way NAME --browser firefox --shots DIR`. What is missing of their packages is installed with
 * apt and npm.
 */
import { spawnSync } from 'node:child_process'
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Application, Running, Way } from '../tests/applications/application'
import { converse } from '../tests/applications/converse'
import { dokuwiki } from '../tests/applications/dokuwiki'
import { startFront } from '../tests/applications/front'
import { hydrogen } from '../tests/applications/hydrogen'
import { tryLongFilm } from '../tests/applications/long-film'
import { installPackages } from '../tests/applications/packages'
import { roundcube } from '../tests/applications/roundcube'
import { sabredav } from '../tests/applications/sabredav'
import { wordpress } from '../tests/applications/wordpress'
import { answerAccountQuestion } from '../tests/support/account-question'
import { type Action, BROWSERS, type ChromiumBrowser, type Tab, until } from '../tests/support/browsers'
import { closeExifTool, readWithExifTool } from '../tests/support/exiftool'
import { MP4 } from '../tests/support/generated/mp4'
import { makePhoto } from '../tests/support/made-photos'
import { COVERED, type Edges } from '../tests/support/notice-card'

/** Under this name a film of 300 MB is dropped into an uploader that sends it in chunks. */
const LONG_FILM = 'long-film'

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    way: { type: 'string' },
    browser: { type: 'string' },
    shots: { type: 'string' },
  },
})
const APPLICATIONS: readonly Application[] = [dokuwiki, wordpress, roundcube, converse, hydrogen, sabredav]
const chosen = APPLICATIONS.filter(({ name }) => !values.only || name === values.only)
install(chosen.flatMap(({ packages }) => packages))
const withFilm = !values.only || values.only === LONG_FILM
if (withFilm || chosen.some(({ npm }) => npm)) installPackages()

const ANSWERS: readonly Action[] = ['cancel', 'clean', 'send-as-is']
/** Milliseconds in which the notice comes after the page has its files, if it comes. */
const NOTICE_MS = 2500

type What = 'photo' | 'film' | 'drawing'
const PLACE = /:GPS|Location|^GPS/i
const rows: string[][] = [
  ['application', 'way', 'browser', 'file', 'answer', 'kept by the server', 'place in it', 'notice', 'as it should be'],
]
let bad = 0
let count = 0

for (const application of chosen) await tryApplication(application)
if (withFilm) {
  const film = await tryLongFilm(values.browser, values.way)
  bad += film.bad
  print(film.rows)
}
await closeExifTool()
if (rows.length > 1) print(rows)
process.exitCode = bad > 0 ? 1 : 0

function print(table: readonly string[][]): void {
  const widths = table[0]?.map((_, at) => Math.max(...table.map((row) => row[at]?.length ?? 0))) ?? []
  for (const row of table) console.log(row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join('  '))
}

function install(packages: readonly string[]): void {
  const missing = [...new Set(packages)].filter(
    (name) => !spawnSync('dpkg', ['-s', name]).stdout.toString().includes('ok installed'),
  )
  if (missing.length === 0) return
  console.log(`applications: installing ${missing.join(', ')} with apt; their services are not started …`)
  const run = (args: readonly string[]) =>
    spawnSync('apt-get', args, {
      stdio: 'inherit',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' },
    }).status === 0
  if (!run(['update', '-qq']) || !run(['install', '-y', '-qq', '--no-install-recommends', ...missing]))
    throw new Error('apt could not install them; this needs Debian and the rights to do so')
}

async function tryApplication(application: Application): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'pausephoto-application-'))
  let running: Running | undefined
  const front = await startFront(() => running?.port ?? 0)
  const address = front.address('www.instagram.com', '')
  try {
    running = await application.start(folder, address)
    for (const kind of BROWSERS) {
      if (values.browser && values.browser !== kind.name) continue
      const browser = await kind.start({ extension: true })
      try {
        if (kind.name === 'chromium')
          await (browser as ChromiumBrowser).context.grantPermissions(['clipboard-read', 'clipboard-write'])
        const entrance = await browser.open()
        await running.enter?.(entrance, address)
        await entrance.close()
        // A tab for each: an editor asks before it is left.
        const attempt = async (at: Running, way: Way, answer: Action, what: What) => {
          const tab = await browser.open()
          await tryWay(application, at, way, tab, address, answer, kind.name, folder, what)
          await tab.close()
        }
        for (const way of running.ways) {
          if (values.way && way.name !== values.way) continue
          if (way.pastes && kind.name === 'chromium') {
            await attempt(running, way, 'clean', 'drawing')
            continue
          }
          for (const answer of ANSWERS) await attempt(running, way, answer, 'photo')
          if (!way.photosOnly) await attempt(running, way, 'clean', 'film')
        }
      } finally {
        await browser.close()
      }
    }
  } finally {
    await running?.stop()
    await front.close()
    await rm(folder, { recursive: true, force: true })
  }
}

async function tryWay(
  { name }: Application,
  running: Running,
  way: Way,
  tab: Tab,
  address: string,
  answer: Action,
  browser: string,
  folder: string,
  what: What,
): Promise<void> {
  const before = new Set(await running.kept())
  const fresh = async () => (await running.kept()).filter((path) => !before.has(path))
  let kept: string[] = []
  let places = 0
  let problem = ''
  let notice = ''
  const shot = async (when: string) => {
    if (values.shots)
      await tab.screenshot(join(values.shots, `${name}-${way.name}-${browser}-${what}-${answer}-${when}.png`))
  }
  try {
    const fileName = `IMG_${String(1000 + ++count)}`
    const file =
      what === 'film' ? await makeFilm(folder, fileName) : await makePhoto(folder, `${fileName}.jpg`, { place: true })
    await way.give(tab, address, file)
    if (what !== 'drawing') {
      const pause = await tab.pause()
      await shot('dialog')
      await pause.press(answer)
    }
    if (answer !== 'cancel') {
      await answerAccountQuestion(tab)
      notice = await lookAtNotice(tab, way.next ?? [])
      await shot('notice')
      await way.send?.(tab)
      await until('a file at the server', async () => (await fresh()).length > 0, 30_000)
      // A server that makes smaller copies is done once nothing is added any more.
      let sizes = ''
      await until('the server to be done', async () => {
        const last = sizes
        sizes = String(await Promise.all((await fresh()).map(async (path) => `${path} ${(await stat(path)).size}`)))
        await new Promise((resume) => setTimeout(resume, 500))
        return sizes === last
      })
    } else await until('the pause to close', async () => !(await tab.isPaused()))
    kept = await fresh()
    for (const path of kept) if (Object.keys(await readWithExifTool(path)).some((tag) => PLACE.test(tag))) places++
  } catch (error) {
    problem = String(error).split('\n')[0] ?? ''
  }
  const good =
    problem === '' &&
    !notice.startsWith('over') &&
    (answer === 'cancel' ? kept.length === 0 : kept.length > 0 && (answer === 'send-as-is') === places > 0)
  if (!good) bad++
  const row = [
    name,
    way.name,
    browser,
    what,
    answer,
    String(kept.length),
    String(places),
    notice,
    good ? 'yes' : `NO ${problem}`,
  ]
  rows.push(row)
  console.error(row.join(' | '))
}

/** Says whether the notice came, and whether it lies over something that is used next. */
async function lookAtNotice(tab: Tab, next: readonly string[]): Promise<string> {
  await until('the question to close', async () => !(await tab.isPaused()))
  const edges = await until('a notice', () => tab.evaluate<Edges | null>(COVERED), NOTICE_MS).catch(() => null)
  if (!edges) return 'none'
  for (const selector of next) {
    const box = await tab.evaluate<Edges | null>(`(() => {
      const box = document.querySelector(${JSON.stringify(selector)})?.getBoundingClientRect()
      return box ? { left: box.left, right: box.right, top: box.top, bottom: box.bottom } : null
    })()`)
    if (box && edges.left < box.right && edges.right > box.left && edges.top < box.bottom && edges.bottom > box.top)
      return `over ${selector}`
  }
  return 'beside'
}

async function makeFilm(folder: string, name: string): Promise<string> {
  const recipe = MP4.find((one) => one.format === 'mp4')
  if (!recipe) throw new Error('no film')
  const path = join(folder, `${name}.mp4`)
  await writeFile(
    path,
    Buffer.concat([
      await recipe.make(),
      Buffer.from([0, 0, 0, 12, 0x66, 0x72, 0x65, 0x65, 0, 0, count >> 8, count & 255]),
    ]),
  )
  return path
}
