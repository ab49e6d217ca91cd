import { copyFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { violationsIn } from '../support/axe'
import { type Frame, type Tab, until } from '../support/browsers'
import { eachBrowser } from '../support/each-browser'
import { personalValues } from '../support/exiftool'
import { makePhoto } from '../support/made-photos'

let folder: string
/** Each says the same, and is another photo. */
let placed: string[]

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pausephoto-notice-'))
  placed = await Promise.all(
    ['a.jpg', 'b.jpg', 'c.jpg', 'd.jpg', 'e.jpg', 'f.jpg'].map((photo) =>
      makePhoto(folder, photo, { place: true, model: 'iPhone 13' }),
    ),
  )
})
afterAll(async () => {
  await rm(folder, { recursive: true })
})

/** The page makes a file of its own from what it got last, and puts it into the input itself. */
const WRAP_ANEW = `(() => {
  const held = new DataTransfer()
  held.items.add(new File(window.last, 'wrapped.jpg', { type: 'image/jpeg' }))
  const input = document.querySelector('#one')
  input.files = held.files
  input.dispatchEvent(new Event('change', { bubbles: true }))
})()`

eachBrowser('the same answer three times', (stage) => {
  let ofCase: string
  let tab: Tab
  let opened = 0
  beforeEach(async () => {
    ofCase = `${stage.name}-notice-${++opened}`
    tab = await stage.open('input.html', ofCase)
  })
  afterEach(() => tab.close())

  const has = (frame: Frame, selector: string) => frame.evaluate<boolean>(`!!document.querySelector('${selector}')`)
  const uploads = (count: number) =>
    until(`${count} uploads`, async () => {
      const all = stage.site.uploads(ofCase)
      return all.length === count && all
    })
  const pauseFrame = async (): Promise<Frame> => {
    for (const frame of tab.frames()) if (await has(frame, '[role="status"]').catch(() => false)) return frame
    throw new Error('no pause page')
  }
  const noticeSays = (text: string) =>
    until(`a notice that says “${text}”`, async () =>
      (await (await pauseFrame()).evaluate<string>(`document.querySelector('.notice')?.innerText ?? ''`)).includes(
        text,
      ),
    )

  const photo = (number: number) => placed[number] ?? ''
  const chooseAndFind = async (path = '') => {
    await tab.choose('#one', [path])
    const pause = await tab.pause()
    await until('the findings', () => has(pause, '[data-screen="findings"]'))
    return pause
  }
  const isClean = async (bytes: Uint8Array = new Uint8Array()) =>
    (await personalValues(new Blob([new Uint8Array(bytes)]))).length === 0

  it('is offered as the rule the fourth time, then followed with a notice that can undo it', async () => {
    for (const time of [1, 2, 3, 4]) {
      const pause = await chooseAndFind(placed[time])
      expect(await has(pause, '[data-action="as-rule"]')).toBe(time === 4)
      if (time === 4) await pause.evaluate(`document.querySelector('[data-action="as-rule"]').click()`)
      await pause.press('clean')
      if (time === 1) await stage.settle(tab)
      await uploads(time)
      if (time > 1) await noticeSays('Taken out: the place and details of the phone or camera.')
      expect(await tab.isPaused()).toBe(false)
    }

    await tab.choose('#one', [photo(5)])
    const all = await uploads(5)
    for (const { bytes } of all) expect(await isClean(bytes)).toBe(true)
    expect(await tab.isPaused()).toBe(false)
    await noticeSays('You asked to have this done here without a question.')
    expect(await violationsIn(await pauseFrame())).toEqual([])
    expect(await tab.evaluate(`document.activeElement?.id`)).toBe('one')

    await (await pauseFrame()).evaluate(`document.querySelector('[data-action="ask-again"]').click()`)
    await noticeSays('you will be asked here again')
    const pause = await chooseAndFind(placed[0])
    expect(await has(pause, '[data-action="as-rule"]')).toBe(false)
    await pause.press('cancel')
    await until('the dialog to close', async () => !(await tab.isPaused()))
  })

  it('is not asked for twice for the same photo, whatever it is called, until the parent wants it so', async () => {
    // To give it up is no answer.
    await (await chooseAndFind(placed[0])).press('cancel')
    await until('the dialog to close', async () => !(await tab.isPaused()))
    await (await chooseAndFind(placed[0])).press('clean')
    await stage.settle(tab)
    await uploads(1)

    const copy = join(folder, `${stage.name}-copy.jpg`)
    await copyFile(photo(0), copy)
    await tab.choose('#one', [copy])
    const [again] = (await uploads(2)).slice(-1)
    expect(await isClean(again?.bytes)).toBe(true)
    expect(await tab.isPaused()).toBe(false)
    await noticeSays('You already gave this answer')
    expect(await violationsIn(await pauseFrame())).toEqual([])
    expect(await tab.evaluate(`document.activeElement?.id`)).toBe('one')

    await tab.evaluate(WRAP_ANEW)
    const [wrapped] = (await uploads(3)).slice(-1)
    expect([wrapped?.fileName, wrapped?.bytes.equals(again?.bytes ?? Buffer.alloc(0))]).toEqual(['wrapped.jpg', true])

    await tab.choose('#one', [photo(0)])
    await uploads(4)
    await noticeSays('You already gave this answer')
    await (await pauseFrame()).evaluate(`document.querySelector('[data-action="ask-again"]').click()`)
    await noticeSays('You will be asked next time')
    await (await chooseAndFind(placed[0])).press('send-as-is')
    await uploads(5)
    // An input that holds a file says nothing when the same is chosen for it again.
    await tab.choose('#one', [copy])
    const [asIs] = (await uploads(6)).slice(-1)
    expect(await isClean(asIs?.bytes)).toBe(false)
    await noticeSays('Sent as it is: one file.')

    // The same page, loaded again.
    await tab.go(stage.site.address('www.instagram.com', `/input.html?case=${ofCase}`))
    await (await chooseAndFind(placed[0])).press('cancel')
    await until('the dialog to close', async () => !(await tab.isPaused()))
    await uploads(6)
  })
})
