import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type ChromiumTab, type FirefoxTab, type PausePage, type Tab, until } from '../support/browsers'
import { eachBrowser } from '../support/each-browser'
import { makePhoto } from '../support/made-photos'
import { WITH_PLACE, WITH_PLACE_SIZE } from '../support/photos'
import { placeTags } from '../support/place-tags'
import { recordedBy } from '../support/recorded'

let folder: string
/** Two photos with a place that no test shares, because an answer is remembered for the photo. */
let photos: [string, string]

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pausephoto-choices-'))
  await mkdir(join(folder, 'holiday', 'beach'), { recursive: true })
  await copyFile(WITH_PLACE, join(folder, 'holiday', 'beach', 'IMG_0001.JPG'))
  await writeFile(join(folder, 'holiday', 'letter.txt'), 'Not a picture.')
  photos = [
    await makePhoto(folder, 'a.jpg', { place: true }),
    await makePhoto(folder, 'b.jpg', { place: true, caption: 'The other one' }),
  ]
})
afterAll(() => rm(folder, { recursive: true }))

eachBrowser('a choice', (stage) => {
  const files = (tab: Tab, selector: string) =>
    tab.evaluate<string[]>(`[...document.querySelector('${selector}').files].map(({ name }) => name)`)
  const closed = (tab: Tab) => until('the pause to close', async () => !(await tab.isPaused()))
  const toFront = (tab: Tab) => (tab as ChromiumTab | FirefoxTab).page.bringToFront()

  // Firefox cannot be driven to choose a folder.
  it.skipIf(stage.name === 'firefox')('of a folder keeps what lies together, under neutral names', async () => {
    const ofCase = `${stage.name}-folder`
    const tab = await stage.open('choices.html', ofCase)
    // The driver waits until the page hears of the choice.
    const chosen = tab.choose('#folder', [join(folder, 'holiday')])
    await stage.answer(tab, 'clean')
    await chosen
    const uploads = await until('both files', async () => {
      const all = stage.site.uploads(ofCase)
      return all.length === 2 && all
    })
    for (const { bytes } of uploads) expect(await placeTags(bytes)).toEqual([])
    expect((await recordedBy(tab)).files.map(({ size }) => size)).not.toContain(WITH_PLACE_SIZE)
    const paths = `[...document.querySelector('#folder').files].map((file) => file.webkitRelativePath).sort()`
    expect(await tab.evaluate(paths)).toEqual(['folder/folder 1/IMG_0001.JPG', 'holiday/letter.txt'])
    await tab.close()
  })

  it('from the camera, in fullscreen, is paused like any other', async () => {
    const ofCase = `${stage.name}-capture`
    const tab = await stage.open('choices.html', ofCase)
    await tab.click('#full')
    await until('fullscreen', () => tab.evaluate(`document.fullscreenElement !== null`))
    await tab.choose('#capture', [WITH_PLACE])
    await stage.answer(tab, 'clean')
    await stage.expectClean(tab, ofCase)
    await tab.close()
  })

  it('that the page hands to a Worker and to a service worker is the cleaned copy there too', async () => {
    const ofCase = `${stage.name}-worker`
    const tab = await stage.open('choices.html', ofCase)
    await until('the service worker', () =>
      tab.evaluate(`document.querySelector('#log').textContent.includes('ready')`),
    )
    await tab.choose('#worker', [WITH_PLACE])
    await stage.answer(tab, 'clean')
    await until('both readers', async () => stage.site.uploads(ofCase).length === 2)
    for (const { bytes } of stage.site.uploads(ofCase)) {
      expect(bytes.length).toBeGreaterThan(0.8 * WITH_PLACE_SIZE)
      expect(await placeTags(bytes)).toEqual([])
    }
    await tab.close()
  })

  it('that replaces a held one is the only one asked about; cancelled later, it gives way to what was there before', async () => {
    const ofCase = `${stage.name}-again`
    const [first, second] = photos
    const tab = await stage.open('input.html', ofCase)
    await tab.choose('#one', [first])
    await tab.pause()
    await tab.give('#one', [second])
    await until('the pause for the second', async () =>
      (await (await tab.pauseNow())?.text())?.includes('The other one'),
    )
    await stage.answer(tab, 'clean')
    await until('the upload', async () => stage.site.uploads(ofCase).length > 0)
    const [kept] = await files(tab, '#one')
    expect(kept).toBeDefined()
    await closed(tab)

    await tab.choose('#one', [WITH_PLACE])
    await (await tab.pause()).press('cancel')
    await closed(tab)
    expect(await files(tab, '#one')).toEqual([kept])
    expect(stage.site.uploads(ofCase)).toHaveLength(1)

    expect(
      await tab.evaluate(`(one => { one.value = ''; return one.files.length })(document.querySelector('#one'))`),
    ).toBe(0)
    await tab.choose('#one', [second])
    await until('the same photo once more', async () => stage.site.uploads(ofCase).length === 2)
    for (const { bytes } of stage.site.uploads(ofCase)) expect(await placeTags(bytes)).toEqual([])
    await tab.close()
  })

  it('answered in two tabs at once keeps what both said about their accounts', async () => {
    const hosts = ['www.facebook.com', 'x.com']
    const tabs: Tab[] = []
    const pauses: PausePage[] = []
    for (const host of hosts) {
      const address = stage.site.address(host, `/input.html?case=${stage.name}-at-once`)
      const tab = await stage.browser.open(address)
      await tab.choose('#one', [WITH_PLACE])
      const pause = await tab.pause()
      await pause.press('clean')
      await until('the account question', () =>
        pause.evaluate(`document.querySelector('[data-action="audience-limited"]') !== null`),
      )
      tabs.push(tab)
      pauses.push(pause)
    }
    await Promise.all(
      pauses.map((pause) => pause.evaluate(`document.querySelector('[data-action="audience-limited"]').click()`)),
    )
    await until('both photos', async () => stage.site.uploads(`${stage.name}-at-once`).length === hosts.length)
    for (const tab of tabs) await tab.close()
    const own = await stage.browser.openExtensionPage('options.html')
    const stored = `chrome.storage.local.get('accountAnswers').then(({ accountAnswers }) =>
      ['facebook', 'x'].map((site) => accountAnswers[site]?.answer))`
    expect(await own.evaluate(stored)).toEqual(['limited', 'limited'])
    await own.close()
  })

  it('in each of two tabs of a site waits for its own answer', async () => {
    const open = (which: string) => stage.open('input.html', `${stage.name}-${which}`)
    const tabs = [await open('left'), await open('right')] as const
    for (const tab of tabs) {
      await toFront(tab)
      await tab.choose('#one', [WITH_PLACE])
      await tab.pause()
    }
    await stage.answer(tabs[1], 'clean')
    await stage.expectClean(tabs[1], `${stage.name}-right`)
    await toFront(tabs[0])
    await stage.answer(tabs[0], 'cancel')
    await closed(tabs[0])
    await stage.expectNothingSeen(tabs[0])
    expect(stage.site.uploads(`${stage.name}-left`)).toEqual([])
    for (const tab of tabs) await tab.close()
  })
})
