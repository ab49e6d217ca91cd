import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { answerAccountQuestion } from '../support/account-question'
import { type Action, BROWSERS, type Browser, type ChromiumBrowser, type Tab, until } from '../support/browsers'
import { closeExifTool } from '../support/exiftool'
import { type LocalSite, startLocalSite } from '../support/local-site/local-site'
import { takeTusUploads } from '../support/local-site/tus'
import { makePhoto } from '../support/made-photos'
import { pasteInto } from '../support/paste'
import { WITH_PLACE } from '../support/photos'
import { placeTags } from '../support/place-tags'
import { recordedBy } from '../support/recorded'
import { bundleLibraries, serveLibraries } from './bundle'
import { EDITORS, INPUTS, type Library, WIDGETS } from './library'

let site: LocalSite
let folder: string
let photos = 0
beforeAll(async () => {
  await bundleLibraries()
  await bundleLibraries('more')
  folder = await mkdtemp(join(tmpdir(), 'pausephoto-libraries-'))
  site = await startLocalSite()
  serveLibraries(site)
  serveLibraries(site, 'more')
  takeTusUploads(site)
}, 900_000)
afterAll(async () => {
  await closeExifTool()
  await site?.close()
  await rm(folder, { recursive: true })
})

/** No two alike: what was answered for one is not asked about again. */
const photo = () =>
  makePhoto(folder, `IMG_${String(++photos).padStart(4, '0')}.jpg`, { place: true, caption: `Photo ${photos}` })
/** One that is sent in pieces: large, and with a comment of its own behind its first two bytes. */
const largePhoto = async () => {
  const [bytes, comment] = [await readFile(WITH_PLACE), Buffer.from(`Photo ${++photos}`)]
  const path = join(folder, `IMG_${String(photos).padStart(4, '0')}.jpg`)
  const segment = Buffer.concat([Buffer.from([0xff, 0xfe, 0, comment.length + 2]), comment])
  await writeFile(path, Buffer.concat([bytes.subarray(0, 2), segment, bytes.subarray(2)]))
  return path
}
const there = (selector: string) =>
  `document.querySelector(${JSON.stringify(selector)})?.getBoundingClientRect().width > 0`

type Way = (tab: Tab, library: Library, files: readonly string[]) => Promise<void>
const WAYS: Readonly<Record<'pick' | 'zone' | 'paste', Way>> = {
  pick: (tab, { pick = '' }, files) => tab.choose(pick, files),
  zone: (tab, { zone = '' }, files) => tab.drop(zone, files),
  paste: (tab, { paste = '' }, [file = '']) => pasteInto(tab, paste, file),
}

describe.each(BROWSERS)('widgets, editors and frameworks in $name', ({ name, start }) => {
  let browser: Browser
  beforeAll(async () => {
    browser = await start({ extension: true })
    if (name === 'chromium')
      await (browser as ChromiumBrowser).context.grantPermissions(['clipboard-read', 'clipboard-write'])
  })
  afterAll(() => browser?.close())

  const open = async (page: string, ofCase: string, wait: readonly string[]) => {
    const tab = await browser.open(site.address('www.instagram.com', `/served/${page}.html?case=${ofCase}`))
    for (const selector of wait) await until(selector, () => tab.evaluate<boolean>(there(selector)))
    return tab
  }
  const received = (ofCase: string) => site.uploads(ofCase).filter(({ bytes }) => bytes.length > 0)
  const arrive = (ofCase: string, count: number) =>
    until(`${count} uploads of ${ofCase}`, async () => received(ofCase).length >= count)
  const closed = (tab: Tab) => until('the pause to close', async () => !(await tab.isPaused()))
  const answer = async (tab: Tab, action: Action) => {
    await (await tab.pause()).press(action)
    if (action !== 'cancel') await answerAccountQuestion(tab)
    await closed(tab)
  }

  /** A drawing tells nothing: nothing is asked but who sees the account, once. */
  const isDrawing = (way: keyof typeof WAYS) => way === 'paste' && name === 'chromium'

  const rows = [...WIDGETS, ...EDITORS].flatMap((library) =>
    (['pick', 'zone', 'paste'] as const)
      .filter((way) => library[way])
      .map((way) => ({ library, way, title: `${library.name}: ${way}` })),
  )
  it.each(rows)('$title', async ({ library, way }) => {
    const ofCase = `${name}-${library.name}-${way}`
    const give = WAYS[way]
    const tab = await open(
      library.name,
      ofCase,
      [library.pick, library.zone, library.paste].flatMap((one) => one ?? []),
    )
    if (isDrawing(way)) {
      for (const count of [1, 2]) {
        await give(tab, library, [])
        await answerAccountQuestion(tab)
        await arrive(ofCase, count)
      }
      await tab.close()
      return
    }
    /** What came since it was asked last: whole files, or one that came in pieces. */
    let taken = 0
    const one = library.chunks ? largePhoto : photo
    const photosSince = async (count: number) => {
      const ends = library.chunks
        ? () => tab.evaluate<boolean>(`Number(document.documentElement.dataset.sent ?? 0) >= ${taken > 0 ? 2 : 1}`)
        : async () => received(ofCase).length >= taken + count
      await until(`${count} more of ${ofCase}`, ends)
      const fresh = received(ofCase)
        .slice(taken)
        .map(({ bytes }) => bytes)
      taken += fresh.length
      if (library.chunks) expect(fresh.length).toBeGreaterThan(1)
      const whole = library.chunks ? [Buffer.concat(fresh)] : fresh
      return Promise.all(whole.map(async (bytes) => ((await placeTags(bytes)).length > 0 ? 'with place' : 'clean')))
    }
    await give(tab, library, [await one()])
    await tab.pause()
    const { files, bytes } = await recordedBy(tab)
    expect([...files, ...bytes]).toEqual([])
    await answer(tab, 'cancel')
    expect(received(ofCase)).toEqual([])

    await give(tab, library, [await one()])
    await answer(tab, 'clean')
    expect(await photosSince(1)).toEqual(['clean'])
    const { preview } = library
    if (preview) await until(preview, () => tab.evaluate(`document.querySelector(${JSON.stringify(preview)}) !== null`))
    // Another one at once after the first.
    if (library.more && way === 'pick') await tab.click(library.more)
    await give(tab, library, [await one()])
    await answer(tab, 'send-as-is')
    expect(await photosSince(1)).toEqual(['with place'])
    if (library.several && way !== 'paste') {
      await give(tab, library, [await one(), await one()])
      await answer(tab, 'clean')
      expect(await photosSince(2)).toEqual(['clean', 'clean'])
    }
    if (library.progress)
      expect(await tab.evaluate(`Number(document.documentElement.dataset.progress ?? 0) > 0`)).toBe(true)
    await tab.close()
  })

  const inputs = INPUTS.flatMap(([page, , names]) => names.map((input) => ({ page, input })))
  it.each(inputs)('$page: $input', async ({ page, input }) => {
    const ofCase = `${name}-${page}`
    const selector = `#${input}-input`
    const tab = await open(page, ofCase, [selector])
    const choose = async () => tab.choose(selector, [await photo()])
    await choose()
    await answer(tab, 'cancel')
    expect(received(`${ofCase}-${input}`)).toEqual([])
    await choose()
    await answer(tab, 'clean')
    await arrive(`${ofCase}-${input}`, 1)
    await choose()
    await answer(tab, 'send-as-is')
    await arrive(`${ofCase}-${input}`, 2)
    // A drop on the input, and several at once.
    await tab.drop(selector, [await photo()])
    await answer(tab, 'cancel')
    await tab.drop(selector, [await photo()])
    await answer(tab, 'clean')
    await arrive(`${ofCase}-${input}`, 3)
    await tab.choose(selector, [await photo(), await photo()])
    await answer(tab, 'clean')
    await arrive(`${ofCase}-${input}`, 5)
    const places = await Promise.all(
      received(`${ofCase}-${input}`).map(async ({ bytes }) => (await placeTags(bytes)).length > 0),
    )
    expect(places).toEqual([false, true, false, false, false])
    await tab.close()
  })
})
