/**
 * Posts photos and a film in whole applications, each with its own server on this machine, and prints what their servers keep as ExifTool
 * reads it: `npm run applications -- --only WordPress --browser firefox --shots DIR`. What is missing of their packages is installed with apt.
 */
import { spawnSync } from 'node:child_process'
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Application, Running, Way } from '../tests/applications/application'
import { dokuwiki } from '../tests/applications/dokuwiki'
import { startFront } from '../tests/applications/front'
import { wordpress } from '../tests/applications/wordpress'
import { answerAccountQuestion } from '../tests/support/account-question'
import { type Action, BROWSERS, type Tab, until } from '../tests/support/browsers'
import { closeExifTool, readWithExifTool } from '../tests/support/exiftool'
import { MP4 } from '../tests/support/generated/mp4'
import { makePhoto } from '../tests/support/made-photos'

const APPLICATIONS: readonly Application[] = [dokuwiki, wordpress]

const { values } = parseArgs({
  options: { only: { type: 'string' }, browser: { type: 'string' }, shots: { type: 'string' } },
})
const chosen = APPLICATIONS.filter(({ name }) => !values.only || name === values.only)
install(chosen.flatMap(({ packages }) => packages))

const ANSWERS: readonly Action[] = ['cancel', 'clean', 'send-as-is']
const PLACE = /:GPS|Location|^GPS/i
const rows: string[][] = [
  ['application', 'way', 'browser', 'file', 'answer', 'kept by the server', 'place in it', 'as it should be'],
]
let bad = 0
let count = 0

for (const application of chosen) await tryApplication(application)
await closeExifTool()
const widths = rows[0]?.map((_, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0))) ?? []
for (const row of rows) console.log(row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join('  '))
process.exitCode = bad > 0 ? 1 : 0

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
        const entrance = await browser.open()
        await running.enter?.(entrance, address)
        await entrance.close()
        // A tab for each: an editor asks before it is left.
        const attempt = async (at: Running, way: Way, answer: Action, what: 'photo' | 'film') => {
          const tab = await browser.open()
          await tryWay(application, at, way, tab, address, answer, kind.name, folder, what)
          await tab.close()
        }
        for (const way of running.ways) {
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
  what: 'photo' | 'film',
): Promise<void> {
  const before = new Set(await running.kept())
  const fresh = async () => (await running.kept()).filter((path) => !before.has(path))
  let kept: string[] = []
  let places = 0
  let problem = ''
  try {
    const fileName = `IMG_${String(1000 + ++count)}`
    const file =
      what === 'photo' ? await makePhoto(folder, `${fileName}.jpg`, { place: true }) : await makeFilm(folder, fileName)
    await way.give(tab, address, file)
    const pause = await tab.pause()
    if (values.shots)
      await tab.screenshot(join(values.shots, `${name}-${way.name}-${browser}-${what}-${answer}-dialog.png`))
    await pause.press(answer)
    if (answer !== 'cancel') {
      await answerAccountQuestion(tab)
      await way.send?.(tab)
      await until('a file at the server', async () => (await fresh()).length > 0, 30_000)
      if (values.shots)
        await tab.screenshot(join(values.shots, `${name}-${way.name}-${browser}-${what}-${answer}-after.png`))
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
    good ? 'yes' : `NO ${problem}`,
  ]
  rows.push(row)
  console.error(row.join(' | '))
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
