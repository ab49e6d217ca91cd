import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { answerAccountQuestion } from '../support/account-question'
import { type Action, BROWSERS, type Browser, type ChromiumBrowser, type Tab, until } from '../support/browsers'
import { closeExifTool } from '../support/exiftool'
import { type LocalSite, startLocalSite } from '../support/local-site/local-site'
import { makePhoto } from '../support/made-photos'
import { pasteInto } from '../support/paste'
import { placeTags } from '../support/place-tags'
import { recordedBy } from '../support/recorded'
import { bundleLibraries, serveLibraries } from './bundle'
import { EDITORS, INPUTS, type Library } from './library'

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
}, 900_000)
afterAll(async () => {
  await closeExifTool()
  await site?.close()
  await rm(folder, { recursive: true })
})

/** No two alike: what was answered for one is not asked about again. */
const photo = () =>
  makePhoto(folder, `IMG_${String(++photos).padStart(4, '0')}.jpg`, { place: true, caption: `Photo ${photos}` })
const there = (selector: string) =>
  `document.querySelector(${JSON.stringify(selector)})?.getBoundingClientRect().width > 0`

type Way = (tab: Tab, library: Library, files: readonly string[]) => Promise<void>
const WAYS: Readonly<Record<'pick' | 'zone' | 'paste', Way>> = {
  pick: (tab, { pick = '' }, files) => tab.choose(pick, files),
  zone: (tab, { zone = '' }, files) => tab.drop(zone, files),
  paste: (tab, { paste = '' }, [file = '']) => pasteInto(tab, paste, file),
}

describe.each(BROWSERS)('editors and frameworks in $name', ({ name, start }) => {
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

  const rows = EDITORS.flatMap((library) =>
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
    await give(tab, library, [await photo()])
    await tab.pause()
    const { files, bytes } = await recordedBy(tab)
    expect([...files, ...bytes]).toEqual([])
    await answer(tab, 'cancel')
    expect(received(ofCase)).toEqual([])

    await give(tab, library, [await photo()])
    await answer(tab, 'clean')
    await arrive(ofCase, 1)
    // Another one at once after the first.
    await give(tab, library, [await photo()])
    await answer(tab, 'send-as-is')
    await arrive(ofCase, 2)
    if (library.several && way !== 'paste') {
      await give(tab, library, [await photo(), await photo()])
      await answer(tab, 'clean')
      await arrive(ofCase, 4)
    }
    const places = await Promise.all(received(ofCase).map(async ({ bytes }) => (await placeTags(bytes)).length > 0))
    expect(places).toEqual([false, true, false, false].slice(0, places.length))
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
    const places = await Promise.all(
      received(`${ofCase}-${input}`).map(async ({ bytes }) => (await placeTags(bytes)).length > 0),
    )
    expect(places).toEqual([false, true])
    await tab.close()
  })
})
