import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { answerAccountQuestion } from '../tests/support/account-question'
import { BROWSERS, type Browser, type BrowserKind, type Frame, type Tab, until } from '../tests/support/browsers'
import { changedBuild } from '../tests/support/changed-build'
import { type LocalSite, startLocalSite } from '../tests/support/local-site/local-site'
import { makePhoto } from '../tests/support/made-photos'
import { median } from './print-table'

export const BROWSERS_HEAD = ['browser', 'what', 'median', 'least', 'most', 'goal']

/** Odd, for the median; small differences need many. */
const LOADS = 41
const CHOICES = 9
const MANY = 500
/** Milliseconds that the quickest parent looks at the question. */
const A_LOOK = 500
/** Milliseconds that the quickest parent looks for a photo in a picker, which loads the pause page. */
const A_CHOICE = 2000
/** Milliseconds after which a page that was just opened has nothing more to do. */
const AT_REST = 1000
/** Clocks are coarse where a page is not isolated. */
const ISOLATED = 'coep=require-corp&coop=same-origin'
const PAGE = `<!doctype html><meta charset="utf-8"><title>A page</title><input type="file" id="one" multiple>
${'<p>Some words, as pages have them.</p>'.repeat(300)}
<script>
  const now = () => performance.timeOrigin + performance.now()
  addEventListener('change', () => { window.heardAt = now() })
  const shown = () => {
    const top = document.elementFromPoint(2, 2)
    return top?.localName === 'div' && top.parentNode === document.documentElement
  }
  window.giveStarts = () => {
    Object.assign(window, { startedAt: now(), shownAt: 0, heardAt: 0 })
    const look = setInterval(() => { if (shown()) { shownAt = now(); clearInterval(look) } }, 1)
  }
</script>`
const SMALL_PAGE = '<!doctype html><meta charset="utf-8"><title>A page</title><p>Some words.</p>'
/** Tasks over 50 ms, in the document it is asked in. */
const WATCH_TASKS = `window.longTasks = []; new PerformanceObserver((list) => {
  for (const { duration } of list.getEntries()) longTasks.push(duration)
}).observe({ type: 'longtask' })`

/**
 * What PausePhoto costs a page that takes no photo, and how long the parent waits, in both browsers with the built extension.
 * `photo` is a photo of twelve megapixels with a place; `folder` takes copies of it.
 */
export async function inBrowsers(photo: string, folder: string): Promise<string[][]> {
  const rows: string[][] = []
  const site = await startLocalSite()
  const headers = { 'cross-origin-embedder-policy': 'require-corp', 'cross-origin-opener-policy': 'same-origin' }
  site.serve('/served/page.html', 'text/html; charset=utf-8', PAGE, headers)
  site.serve('/served/plain.html', 'text/html; charset=utf-8', PAGE)
  site.serve('/served/small.html', 'text/html; charset=utf-8', SMALL_PAGE)
  try {
    for (const kind of BROWSERS) {
      process.stderr.write(`${kind.name} … `)
      rows.push(...(await inOne(kind, site, photo, folder)))
    }
  } finally {
    await site.close()
  }
  process.stderr.write('\n')
  return rows
}

async function inOne(kind: BrowserKind, site: LocalSite, photo: string, folder: string): Promise<string[][]> {
  const row = (what: string, times: readonly number[], goal = '') => [
    kind.name,
    what,
    ...[median(times), ...(times.length > 1 ? [Math.min(...times), Math.max(...times)] : [])].map(
      (time) => `${time.toFixed(1)} ms`,
    ),
    ...(times.length > 1 ? [] : ['', '']),
    goal,
  ]
  const address = site.address('www.instagram.com', `/served/page.html?${ISOLATED}`)
  const plain = site.address('www.instagram.com', '/served/plain.html')
  const without = await kind.start({ extension: false })
  const browser = await kind.start({ extension: true })
  const emptied = await withEmptyScripts(kind.name)
  const empty = await kind.start({ extension: true, folder: emptied.folder })
  try {
    const driving = await driverTimes(await without.open(address), photo)
    const small = await loadTimes([without, empty, browser], site.address('www.instagram.com', '/served/small.html'))
    const loads = await loadTimes([without, empty, browser], address)
    const { painted, mapped } = await paintTimes(browser, plain, photo)
    const mappedOnceLoaded = await mapTimesOnceLoaded(browser, plain, photo)
    const { shown, given } = await answerTimes(await browser.open(address), photo, join(folder, kind.name))
    const [alone, many] = [
      await manyWithout(await without.open(address), folder),
      await manyPhotos(await browser.open(address), folder),
    ]
    return [
      ...[
        { page: 'a small page', times: small },
        { page: 'a larger page', times: loads },
      ].flatMap(({ page, times }) => [
        row(`${page} loads, without`, times[0] ?? []),
        row(`${page} loads, an extension whose two scripts are empty`, times[1] ?? []),
        row(`${page} loads, with`, times[2] ?? [], `≤ ${(median(times[1] ?? []) + 3).toFixed(1)} ms`),
      ]),
      row('page world installs itself', await installTimes(without, address, kind.name), '< 2 ms'),
      row(
        'choice → dialog, 12 MP',
        shown.map((time) => time - median(driving)),
        '≤ 150 ms',
      ),
      row('answer → page, 12 MP', given, '≤ 50 ms'),
      row('pause page loaded → painted, 12 MP, first time in a page', painted, '≤ 100 ms'),
      row('question on the screen → map drawn, first time in a page, at most', mapped, '≤ 300 ms'),
      row('the same, the pause page having been loaded two seconds before', mappedOnceLoaded, '≤ 300 ms'),
      row(`choice → dialog, ${MANY} photos`, many.shown),
      row(`${MANY} photos ticked at once → drawn`, many.ticked, '≤ 200 ms'),
      ...(kind.name === 'chromium'
        ? [
            row('longest task of the page, without', alone),
            row('longest task of the page, with', many.inPage, 'as without'),
            row('longest task of the pause page', many.inPause, '≤ 50 ms'),
          ]
        : []),
    ]
  } finally {
    await without.close()
    await browser.close()
    await empty.close()
    await emptied.remove()
  }
}

/** The built extension whose two scripts for every page are empty: what any extension in these pages costs. */
async function withEmptyScripts(name: Browser['name']) {
  const build = await changedBuild(name, () => undefined)
  for (const script of ['page-world.js', 'guard.js']) writeFileSync(join(build.folder, script), '')
  return build
}

/** In turn, so that a busy machine slows both; the first loads are warming up. */
async function loadTimes(browsers: readonly Browser[], address: string): Promise<number[][]> {
  const tabs = await Promise.all(browsers.map((browser) => browser.open()))
  const times = tabs.map((): number[] => [])
  for (let load = -3; load < LOADS; load++)
    for (const [which, tab] of tabs.entries()) {
      await tab.go(address)
      const time = await until('the end of the load', () =>
        tab.evaluate<number>(`performance.getEntriesByType('navigation')[0].loadEventEnd`),
      )
      if (load >= 0) times[which]?.push(time)
    }
  for (const tab of tabs) await tab.close()
  return times
}

/** The injected script as it is built, run in a fresh document, compiling included. */
async function installTimes(without: Browser, address: string, name: Browser['name']): Promise<number[]> {
  const folder = name === 'chromium' ? process.env.PAUSEPHOTO_CHROME_BUILD : process.env.PAUSEPHOTO_FIREFOX_BUILD
  const path = join(resolve(folder ?? `.output/${name === 'chromium' ? 'chrome' : 'firefox'}-mv3`), 'page-world.js')
  const script = JSON.stringify(readFileSync(path, 'utf8'))
  const tab = await without.open()
  const times: number[] = []
  for (let load = -3; load < LOADS; load++) {
    await tab.go(address)
    const run = `(() => { const start = performance.now(); (0, eval)(${script}); return performance.now() - start })()`
    const time = await tab.evaluate<number>(run)
    if (load >= 0) times.push(time)
  }
  await tab.close()
  return times
}

/** How long the driver itself takes from its start until the page hears of a choice. */
async function driverTimes(tab: Tab, photo: string): Promise<number[]> {
  const times: number[] = []
  for (let choice = -1; choice < CHOICES; choice++) {
    await tab.evaluate(`document.querySelector('#one').value = ''; giveStarts()`)
    await tab.give('#one', [photo])
    await until('the change', () => tab.evaluate<boolean>('heardAt > 0'))
    if (choice >= 0) times.push(await tab.evaluate<number>('heardAt - startedAt'))
  }
  await tab.close()
  return times
}

/** From the choice to the dialog and from the answer to the page, with the pause page already loaded by the first choice. */
async function answerTimes(tab: Tab, photo: string, folder: string): Promise<{ shown: number[]; given: number[] }> {
  mkdirSync(folder, { recursive: true })
  const bytes = readFileSync(photo)
  const artist = bytes.indexOf('Nobody')
  if (artist < 0) throw new Error('the photo has no artist to tell its copies apart')
  const shown: number[] = []
  const given: number[] = []
  for (let choice = -1; choice < CHOICES; choice++) {
    // An answer is remembered for the photo, so each has to be another one.
    bytes.write(`Nobod${choice + 1}`, artist, 'latin1')
    const path = join(folder, `${choice + 1}.jpg`)
    writeFileSync(path, bytes)
    await tab.evaluate('giveStarts()')
    await tab.give('#one', [path])
    const pause = await tab.pause()
    const first = await tab.evaluate<number>('shownAt - startedAt')
    await new Promise((resume) => setTimeout(resume, A_LOOK))
    await pause.evaluate(`document.addEventListener(
      'click', () => { window.clickedAt = performance.timeOrigin + performance.now() }, { capture: true, once: true })`)
    await pause.press('clean')
    const clickedAt = await pause.evaluate<number>('clickedAt')
    await answerAccountQuestion(tab)
    await until('the cleaned photo', () => tab.evaluate<boolean>('heardAt > 0'))
    if (choice >= 0) given.push((await tab.evaluate<number>('heardAt')) - clickedAt)
    if (choice >= 0) shown.push(first)
    await until('the pause to close', async () => !(await tab.isPaused()))
  }
  await tab.close()
  return { shown, given }
}

/**
 * From the end of the pause page's load to its first paint, with a photo that waits for it already: nothing opened a picker
 * before, which is when the pause page loads otherwise. Then until the map of its place is drawn.
 */
async function paintTimes(
  browser: Browser,
  address: string,
  photo: string,
): Promise<{ painted: number[]; mapped: number[] }> {
  const painted = `(performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0)`
  // Looked at from outside, so that it can only be found later than it was there.
  const map = `new Promise((seen) => {
    const look = () => document.querySelector('.place-map path') ? seen(performance.now() - ${painted}) : setTimeout(look, 2)
    look()
  })`
  const [times, mapped]: [number[], number[]] = [[], []]
  for (let page = -1; page < CHOICES; page++) {
    const tab = await browser.open(address)
    await new Promise((resume) => setTimeout(resume, AT_REST))
    await tab.give('#one', [photo])
    const pause = await tab.pause()
    await until('the first paint', () => pause.evaluate<boolean>(`${painted} > 0`))
    const time = await pause.evaluate<number>(`${painted} - performance.getEntriesByType('navigation')[0].loadEventEnd`)
    const drawn = await pause.evaluate<number>(map)
    if (page >= 0) times.push(time)
    if (page >= 0) mapped.push(drawn)
    await tab.close()
  }
  return { painted: times, mapped }
}

/**
 * From the question to the map where the pause page was there before the photo, as it is for a parent who looks for one in a picker: here
 * an earlier choice without a place loaded it.
 */
async function mapTimesOnceLoaded(browser: Browser, address: string, photo: string): Promise<number[]> {
  const worded = await makePhoto(dirname(photo), 'worded.jpg', { caption: 'At school with Nobody' })
  const times: number[] = []
  for (let page = -1; page < CHOICES; page++) {
    const tab = await browser.open(address)
    await tab.give('#one', [worded])
    const pause = await tab.pause()
    await pause.press('cancel')
    await until('the pause to close', async () => !(await tab.isPaused()))
    await pause.evaluate(`{
      const seen = (selector) => document.querySelector(selector) ? performance.now() : 0
      Object.assign(window, { asked: 0, drawn: 0 })
      new MutationObserver(() => {
        asked ||= seen('[data-action="clean"]')
        drawn ||= seen('.place-map path')
      }).observe(document, { subtree: true, childList: true })
    }`)
    await new Promise((resume) => setTimeout(resume, A_CHOICE))
    await tab.give('#one', [photo])
    const again = await tab.pause()
    await until('the map', () => again.evaluate<boolean>('drawn > 0'))
    if (page >= 0) times.push(await again.evaluate<number>('drawn - asked'))
    await tab.close()
  }
  return times
}

async function manyWithout(tab: Tab, folder: string): Promise<number[]> {
  const paths = await copiesOf(folder)
  await tab.evaluate(WATCH_TASKS).catch(() => undefined)
  await tab.evaluate('giveStarts()')
  await tab.give('#one', paths)
  await until('all photos', () => tab.evaluate<boolean>('heardAt > 0'), 60_000)
  const times = [await longestTask(tab)]
  await tab.close()
  return times
}

interface Many {
  readonly shown: readonly number[]
  readonly ticked: readonly number[]
  readonly inPage: readonly number[]
  readonly inPause: readonly number[]
}

async function manyPhotos(tab: Tab, folder: string): Promise<Many> {
  const paths = await copiesOf(folder)
  // A first choice loads the pause page, so that its tasks can be watched from the start.
  await tab.give('#one', paths.slice(0, 1))
  const pause = await tab.pause()
  const watched: Frame[] = [tab, pause]
  for (const frame of watched) await frame.evaluate(WATCH_TASKS).catch(() => undefined)
  await pause.press('cancel')
  await until('the pause to close', async () => !(await tab.isPaused()))
  await tab.evaluate('giveStarts()')
  await tab.give('#one', paths)
  const again = await tab.pause()
  const shown = await tab.evaluate<number>('shownAt - startedAt')
  await until('all cards', () =>
    again.evaluate<boolean>(`document.querySelectorAll('[data-action="pick"]').length === ${MANY}`),
  )
  const ticked = await again.evaluate<number>(`new Promise((drawn) => {
    const start = performance.now()
    document.querySelector('[data-action="pick-all"]').click()
    requestAnimationFrame(() => setTimeout(() => drawn(performance.now() - start)))
  })`)
  await again.press('clean')
  await answerAccountQuestion(tab)
  await until('all photos', () => tab.evaluate<boolean>('heardAt > 0'), 60_000)
  const many = {
    shown: [shown],
    ticked: [ticked],
    inPage: [await longestTask(tab)],
    inPause: [await longestTask(again)],
  }
  await tab.close()
  return many
}

const longestTask = (frame: Frame) => frame.evaluate<number>('Math.max(0, ...(window.longTasks ?? []))')

async function copiesOf(folder: string): Promise<string[]> {
  const photo = await makePhoto(folder, 'many.jpg', { place: true })
  const bytes = readFileSync(photo)
  return Array.from({ length: MANY }, (_, number) => {
    const path = join(folder, `many-${number}.jpg`)
    writeFileSync(path, bytes)
    return path
  })
}
