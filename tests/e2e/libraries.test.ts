import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { bundleLibraries, serveLibraries } from '../libraries/bundle'
import { DROPZONE, type Library, QUILL, TINYMCE, UPPY } from '../libraries/library'
import { type Tab, until } from '../support/browsers'
import { eachBrowser } from '../support/each-browser'
import type { LocalSite } from '../support/local-site/local-site'
import { makePhoto } from '../support/made-photos'
import { WITH_PLACE, WITH_PLACE_SIZE } from '../support/photos'
import { placeTags } from '../support/place-tags'
import { recordedBy } from '../support/recorded'

/** One of each kind: a hidden input that is made anew, chunks, a picture in a text, a frame; tests/libraries tries all in both browsers. */
const LIBRARIES = [UPPY, DROPZONE, QUILL, TINYMCE]

/** Plain file inputs of frameworks, by the page they are on: each is cancelled once, then chosen again. */
const FRAMEWORKS = [
  ['frameworks', 'react'],
  ['zone', 'zone-property'],
] as const

let folder: string
beforeAll(async () => {
  await bundleLibraries('', [...LIBRARIES.map(({ name }) => name), ...FRAMEWORKS.map(([page]) => page)])
  folder = await mkdtemp(join(tmpdir(), 'pausephoto-libraries-'))
}, 600_000)
afterAll(() => rm(folder, { recursive: true }))

async function prepare(site: LocalSite): Promise<void> {
  serveLibraries(site)
}

const happened = (tab: Tab, what: string) =>
  tab.evaluate<boolean>(`Number(document.documentElement.dataset.${what} ?? 0) > 0`)

async function expectNothingSeen(tab: Tab): Promise<void> {
  const { files, bytes } = await recordedBy(tab)
  expect(files).toEqual([])
  expect(bytes).toEqual([])
}

eachBrowser(
  'libraries',
  (stage) => {
    /** The file a case sent, put together from its pieces. */
    const receivedBy = (ofCase: string) => Buffer.concat(stage.site.uploads(ofCase).map(({ bytes }) => bytes))
    const expectCleanCopyToArrive = async (tab: Tab, library: Library, ofCase: string) => {
      await until(`${library.name} to send`, () => happened(tab, 'sent'))
      const received = receivedBy(ofCase)
      expect(received.length).toBeGreaterThan(0.8 * WITH_PLACE_SIZE)
      expect(received.length).toBeLessThan(WITH_PLACE_SIZE)
      expect(await placeTags(received)).toEqual([])
      if (library.chunks) expect(stage.site.uploads(ofCase).length).toBeGreaterThan(1)
      if (library.progress) expect(await happened(tab, 'progress')).toBe(true)
      const { preview } = library
      if (preview)
        await until(`${library.name}'s preview`, () =>
          tab.evaluate(`document.querySelector(${JSON.stringify(preview)}) !== null`),
        )
    }

    const open = async (library: Library, ofCase: string) => {
      const tab = await stage.open(`served/${library.name}.html`, ofCase)
      const there = (selector: string) => () =>
        tab.evaluate<boolean>(`document.querySelector(${JSON.stringify(selector)})?.getBoundingClientRect().width > 0`)
      for (const selector of [library.pick, library.zone])
        if (selector) await until(`${library.name}'s ${selector}`, there(selector))
      return tab
    }

    // A library's picker in one browser, its zone in the other.
    const inTurn = LIBRARIES.map((library, index) => ({
      ...library,
      picksHere: (index % 2 === 0) === (stage.name === 'chromium'),
    }))
    const picking = inTurn.filter(({ pick, picksHere }) => pick && picksHere)
    it.each(picking)('$name: a click, cancelled, then taken out', async (library) => {
      const ofCase = `${stage.name}-${library.name}-pick`
      const tab = await open(library, ofCase)
      await tab.choose(library.pick ?? '', [WITH_PLACE])
      const first = await tab.pause()
      await expectNothingSeen(tab)
      await first.press('cancel')
      await until('the pause to close', async () => !(await tab.isPaused()))
      expect(receivedBy(ofCase).length).toBe(0)

      await tab.choose(library.pick ?? '', [WITH_PLACE])
      const second = await tab.pause()
      await expectNothingSeen(tab)
      await second.press('clean')
      await stage.settle(tab)
      await expectCleanCopyToArrive(tab, library, ofCase)
      await tab.close()
    })

    const dropping = inTurn.filter(({ zone, picksHere }) => zone && !picksHere)
    it.each(dropping)('$name: a drop, cancelled, then taken out', async (library) => {
      const ofCase = `${stage.name}-${library.name}-drop`
      const tab = await open(library, ofCase)
      await tab.drop(library.zone ?? '', [WITH_PLACE])
      const first = await tab.pause()
      await expectNothingSeen(tab)
      await first.press('cancel')
      await until('the pause to close', async () => !(await tab.isPaused()))
      expect(receivedBy(ofCase).length).toBe(0)

      await tab.drop(library.zone ?? '', [WITH_PLACE])
      const second = await tab.pause()
      await second.press('clean')
      await stage.settle(tab)
      await expectCleanCopyToArrive(tab, library, ofCase)
      await tab.close()
    })

    it.each(FRAMEWORKS)('%s: a plain input, cancelled, then taken out: %s', async (page, input) => {
      const ofCase = `${stage.name}-${page}`
      const tab = await stage.open(`served/${page}.html`, ofCase)
      const photo = await makePhoto(folder, `${stage.name}-${input}.jpg`, { place: true })
      const { size } = await stat(photo)
      const expectUnseen = async () => {
        const { files, bytes } = await recordedBy(tab)
        expect(files.map((file) => file.size)).not.toContain(size)
        expect(bytes.map(({ length }) => length)).not.toContain(size)
      }
      const selector = `#${input}-input`
      await until(selector, () => tab.evaluate(`document.querySelector('${selector}') !== null`))
      await tab.choose(selector, [photo])
      await (await tab.pause()).press('cancel')
      await until('the pause to close', async () => !(await tab.isPaused()))
      await tab.choose(selector, [photo])
      const pause = await tab.pause()
      await expectUnseen()
      await pause.press('clean')
      await stage.settle(tab)
      await until(`an upload of ${input}`, async () => receivedBy(`${ofCase}-${input}`).length > 0)
      await expectUnseen()
      expect(stage.site.uploads(`${ofCase}-${input}`)).toHaveLength(1)
      expect(await placeTags(receivedBy(`${ofCase}-${input}`))).toEqual([])
      await tab.close()
    })
  },
  { prepare },
)
