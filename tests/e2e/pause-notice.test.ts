import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { answerAccountQuestion } from '../support/account-question'
import { violationsIn } from '../support/axe'
import { BROWSERS, type Browser, type Frame, type Tab, until } from '../support/browsers'
import { closeExifTool, personalValues } from '../support/exiftool'
import { type LocalSite, startLocalSite } from '../support/local-site/local-site'
import { makePhoto } from '../support/made-photos'

let site: LocalSite
let folder: string
let placed: string

beforeAll(async () => {
  site = await startLocalSite()
  folder = await mkdtemp(join(tmpdir(), 'pausephoto-notice-'))
  placed = await makePhoto(folder, 'placed.jpg', { place: true, model: 'iPhone 13' })
})
afterAll(async () => {
  await closeExifTool()
  await site.close()
  await rm(folder, { recursive: true })
})

describe.each(BROWSERS)('the same answer three times in $name', ({ name, start }) => {
  let browser: Browser
  let tab: Tab
  beforeAll(async () => {
    browser = await start({ extension: true })
    tab = await browser.open(site.address('www.instagram.com', `/input.html?case=${name}-notice`))
  })
  afterAll(() => browser?.close())

  const has = (frame: Frame, selector: string) => frame.evaluate<boolean>(`!!document.querySelector('${selector}')`)
  const uploads = (count: number) =>
    until(`${count} uploads`, async () => {
      const all = site.uploads(`${name}-notice`)
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

  it('is offered as the rule the fourth time, then followed with a notice that can undo it', async () => {
    for (const time of [1, 2, 3, 4]) {
      await tab.choose('#one', [placed])
      const pause = await tab.pause()
      await until('the findings', () => has(pause, '[data-screen="findings"]'))
      expect(await has(pause, '[data-action="as-rule"]')).toBe(time === 4)
      if (time === 4) await pause.evaluate(`document.querySelector('[data-action="as-rule"]').click()`)
      await pause.press('clean')
      if (time === 1) await answerAccountQuestion(tab)
      await uploads(time)
      if (time > 1) await noticeSays('Taken out: the place and the phone or camera.')
      expect(await tab.isPaused()).toBe(false)
    }

    await tab.choose('#one', [placed])
    const all = await uploads(5)
    for (const { bytes } of all) expect(await personalValues(new Blob([new Uint8Array(bytes)]))).toEqual([])
    expect(await tab.isPaused()).toBe(false)
    await noticeSays('You asked to have this done here without a question.')
    expect(await violationsIn(await pauseFrame())).toEqual([])
    expect(await tab.evaluate(`document.activeElement?.id`)).toBe('one')

    await (await pauseFrame()).evaluate(`document.querySelector('[data-action="ask-again"]').click()`)
    await noticeSays('you are asked again here')
    await tab.choose('#one', [placed])
    const pause = await tab.pause()
    await until('the findings', () => has(pause, '[data-screen="findings"]'))
    expect(await has(pause, '[data-action="as-rule"]')).toBe(false)
    await pause.press('cancel')
    await until('the dialog to close', async () => !(await tab.isPaused()))
  })
})
