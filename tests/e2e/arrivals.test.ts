import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type FirefoxTab, type Tab, until } from '../support/browsers'
import { eachBrowser } from '../support/each-browser'
import { makePhoto } from '../support/made-photos'
import { placeTags } from '../support/place-tags'
import { recordedBy } from '../support/recorded'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pausephoto-arrivals-'))
})
afterAll(() => rm(folder, { recursive: true }))

eachBrowser('a photo that was let through', (stage) => {
  let tab: Tab
  const ofCase = `${stage.name}-arrivals`
  const photo = (name: string) => makePhoto(folder, `${stage.name}-${name}.jpg`, { place: true, caption: name })
  const uploads = () => stage.site.uploads(ofCase)
  /** Answers once `meanwhile` has happened to the page, and waits for the next upload. */
  const arrives = async (give: () => Promise<unknown>, meanwhile: string, count = 1) => {
    const before = uploads().length
    await give()
    const pause = await tab.pause()
    await tab.evaluate(meanwhile)
    expect(uploads()).toHaveLength(before)
    await pause.press('clean')
    await stage.settle(tab)
    await until('the upload', async () => uploads().length >= before + count)
    for (const { bytes } of uploads().slice(before)) {
      expect(bytes.length).toBeGreaterThan(500)
      expect(await placeTags(bytes)).toEqual([])
    }
    expect(tab.confirms).toEqual([])
  }
  beforeAll(async () => {
    tab = await stage.open('arrivals.html', ofCase)
  })
  afterAll(() => tab?.close())

  it('reaches the input that the page drew in place of the old one', async () => {
    const path = await photo('redrawn')
    await arrives(() => tab.give('#view input', [path]), 'draw()')
  })

  it('reaches the zone that lies under the drop now, and its entry gives the file', async () => {
    const path = await photo('dropped')
    await arrives(async () => tab.drop('.zone', [path]), 'draw()')
  })

  it.each(['fetch', 'request', 'beacon'])('is in the form’s data that was sent by %s meanwhile', async (way) => {
    const path = await photo(way)
    await arrives(() => tab.give('#field', [path]), `void sendForm.${way}()`)
  })

  // A driven Chromium pastes drawings of its own only.
  it.skipIf(stage.name === 'chromium')('reaches the editor whose paste bin is gone', async () => {
    const path = await photo('pasted')
    await (tab as FirefoxTab).copy(path)
    await tab.click('#editor')
    await arrives(() => tab.press('Control+v'), `document.querySelector('#bin') === null || undefined`)
    expect((await recordedBy(tab)).files.map(({ where }) => where)).toContain('editor')
  })
})
