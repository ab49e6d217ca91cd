import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Tab, until } from '../support/browsers'
import { eachBrowser } from '../support/each-browser'
import { WITH_PLACE, WITH_PLACE_SIZE } from '../support/photos'
import { placeTags } from '../support/place-tags'
import { type Recorded, recordedBy } from '../support/recorded'

let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pausephoto-e2e-'))
  await writeFile(join(folder, 'letter.txt'), 'Not a picture.')
})
afterAll(() => rm(folder, { recursive: true }))

/** What the page that believes the browser only was told of `#one`, and whether anything else happened to the input. */
const told = async (tab: Tab, what: RegExp) =>
  (await tab.evaluate<string[]>('log')).filter((line) => what.test(line)).map((line) => line.replace(/\s+/g, ' '))
const CHOSEN = ['input true 2', 'input true 3', 'change true 2', 'change true 3'].map(
  (event) => `one ${event} file | false | 1 | C:\\fakepath\\IMG_0001.JPG | <input type="file" id="one" required="">`,
)

eachBrowser('an input', (stage) => {
  const untouched = (recorded: Recorded) => {
    expect(recorded.polls).toBeGreaterThan(0)
    expect(recorded.files).toEqual([])
    expect(recorded.events.filter(({ type }) => type === 'input' || type === 'change')).toEqual([])
  }
  const wait = (tab: Tab, events: string) => until(`the page's ${events}`, () => tab.evaluate<boolean>(events))

  it('gives the page a cleaned photo, and nothing before the answer', async () => {
    const ofCase = `${stage.name}-clean`
    const tab = await stage.open('input.html', ofCase)
    await tab.choose('#one', [WITH_PLACE])
    const pause = await tab.pause()
    untouched(await recordedBy(tab))
    await pause.press('clean')
    await stage.settle(tab)
    const upload = await stage.received(ofCase)
    expect(await placeTags(upload.bytes)).toEqual([])
    expect(upload.bytes.length).toBeGreaterThan(0.8 * WITH_PLACE_SIZE)
    const recorded = await recordedBy(tab)
    expect(recorded.files.map(({ size }) => size)).not.toContain(WITH_PLACE_SIZE)
    expect(recorded.bytes.map(({ length }) => length)).not.toContain(WITH_PLACE_SIZE)
    await tab.close()
  })

  it('sends the very same file when the parent says so', async () => {
    const ofCase = `${stage.name}-as-is`
    const tab = await stage.open('input.html', ofCase)
    await tab.choose('#one', [WITH_PLACE])
    const pause = await tab.pause()
    await pause.press('send-as-is')
    await stage.settle(tab)
    const upload = await stage.received(ofCase)
    expect(upload.fileName).toBe('IMG_0001.JPG')
    expect(upload.bytes.length).toBe(WITH_PLACE_SIZE)
    expect(await placeTags(upload.bytes)).not.toEqual([])
    await tab.close()
  })

  it('leaves a cancelled choice as if nothing had been chosen, and lets the parent choose again', async () => {
    const ofCase = `${stage.name}-cancel`
    const tab = await stage.open('input.html', ofCase)
    await tab.choose('#one', [WITH_PLACE])
    await (await tab.pause()).press('cancel')
    await wait(
      tab,
      `document.querySelector('#log').textContent.endsWith('cancelled\\n') && recorded.events.some(({ type, trusted }) => type === 'cancel' && !trusted)`,
    )
    expect(await tab.evaluate(`document.querySelector('#one').files.length`)).toBe(0)
    untouched(await recordedBy(tab))
    await tab.choose('#one', [WITH_PLACE])
    await (await tab.pause()).press('clean')
    await stage.settle(tab)
    expect(await placeTags((await stage.received(ofCase)).bytes)).toEqual([])
    await tab.close()
  })

  it('has the browser itself fire the events, for pages that believe no others', async () => {
    const ofCase = `${stage.name}-trusted`
    const tab = await stage.open('trusted.html', ofCase)
    // One that cannot be clicked gets events of a script, and the files all the same.
    await tab.choose('#two', [WITH_PLACE])
    const pause = await tab.pause()
    await tab.evaluate(`document.querySelector('#set').disabled = true`)
    await pause.press('clean')
    await stage.settle(tab)
    await until('the untrusted events', async () => (await told(tab, /^two change false/)).length === 2)
    expect(await tab.evaluate(`(({ type, files }) => type + files.length)(document.querySelector('#two'))`)).toBe(
      'file1',
    )

    // Answered once, the same photo is not asked about again.
    await tab.choose('#one', [WITH_PLACE])
    expect(await placeTags((await stage.received(ofCase)).bytes)).toEqual([])
    expect(await told(tab, /^one (click|input|change) /)).toEqual(CHOSEN)
    expect(await told(tab, /^one attribute /)).toEqual(
      CHOSEN.slice(2).map((line) => line.replace(/change.* file/, 'attribute type, file')),
    )
    await tab.close()
  })

  it('lets what is not a picture pass untouched', async () => {
    const ofCase = `${stage.name}-letter`
    const tab = await stage.open('input.html', ofCase)
    await tab.choose('#many', [join(folder, 'letter.txt')])
    expect((await stage.received(ofCase)).bytes.toString()).toBe('Not a picture.')
    const { events } = await recordedBy(tab)
    // A driven picker in Firefox is cancelled first.
    const told = events.filter(({ where, type }) => where === 'document' && type !== 'cancel')
    expect(told.map(({ type, trusted }) => [type, trusted])).toEqual([
      ['input', true],
      ['change', true],
    ])
    await tab.close()
  })

  it('holds a letter that was chosen together with a photo, and gives both in their order', async () => {
    const ofCase = `${stage.name}-mixed`
    const tab = await stage.open('input.html', ofCase)
    await tab.choose('#many', [join(folder, 'letter.txt'), WITH_PLACE])
    const pause = await tab.pause()
    untouched(await recordedBy(tab))
    await pause.press('clean')
    await stage.settle(tab)
    await until('both files', async () => stage.site.uploads(ofCase).length === 2)
    const [letter, photo] = stage.site.uploads(ofCase)
    expect(letter?.bytes.toString()).toBe('Not a picture.')
    expect(await placeTags(photo?.bytes ?? Buffer.alloc(0))).toEqual([])
    await tab.close()
  })
})

eachBrowser(
  'an input without the extension',
  (stage) => {
    it('receives the place, so that these tests can fail', async () => {
      const ofCase = `${stage.name}-without`
      const tab = await stage.open('input.html', ofCase)
      await tab.choose('#one', [WITH_PLACE])
      expect(await placeTags((await stage.received(ofCase)).bytes)).not.toEqual([])
      const recorded = await recordedBy(tab)
      expect(recorded.files.map(({ where }) => where)).toContain('poll')
      expect(recorded.files.map(({ size }) => size)).toContain(WITH_PLACE_SIZE)
      await tab.go(stage.site.address('www.instagram.com', `/trusted.html?case=${ofCase}`))
      await tab.choose('#one', [WITH_PLACE])
      await until('the events', async () => (await told(tab, /^one change true 3/)).length > 0)
      expect(await told(tab, / (click|input|change) /)).toEqual(CHOSEN)
    })
  },
  { extension: false },
)
