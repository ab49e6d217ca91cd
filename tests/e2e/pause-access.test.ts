import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { violationsIn } from '../support/axe'
import { BROWSERS, type Browser, type PausePage, startChromium, type Tab, until } from '../support/browsers'
import type { ChromiumBrowser, ChromiumTab } from '../support/browsers/chromium'
import { type LocalSite, startLocalSite } from '../support/local-site/local-site'
import { BITMAP, makePhoto } from '../support/made-photos'
import { WITH_PLACE } from '../support/photos'

let site: LocalSite
let folder: string
let placed: string
let plain: string
let bitmap: string

beforeAll(async () => {
  site = await startLocalSite()
  folder = await mkdtemp(join(tmpdir(), 'pausephoto-access-'))
  placed = await makePhoto(folder, 'placed.jpg', { place: true, caption: 'At school', model: 'iPhone 13' })
  plain = await makePhoto(folder, 'plain.jpg')
  bitmap = join(folder, 'drawing.bmp')
  await writeFile(bitmap, BITMAP)
})
afterAll(async () => {
  await site.close()
  await rm(folder, { recursive: true })
})

const onScreen = (pause: PausePage, screen: string) =>
  until(`the screen “${screen}”`, () =>
    pause.evaluate<boolean>(`!!document.querySelector('[data-screen="${screen}"]')`),
  )
const focused = (pause: PausePage) =>
  pause.evaluate<string>(`document.activeElement.dataset.action ?? document.activeElement.id`)
const settled = (pause: PausePage) => until('the pictures', () => pause.evaluate<boolean>(ALL_IN_VIEW_ARE_DRAWN))

describe('a reader of screens, a small window and large letters (chromium)', () => {
  // Every state of it is looked at in tests/e2e/states.test.ts; here it is the built one, with real photos.
  const WAYS = [{ language: 'fr-FR', colorScheme: 'dark', width: 360, height: 740 }] as const

  describe.each(WAYS)('$language, $colorScheme, $width × $height', ({ language, colorScheme, width, height }) => {
    let browser: ChromiumBrowser
    beforeAll(async () => {
      browser = await startChromium({ extension: true, language })
    })
    afterAll(() => browser?.close())

    const open = async (host = 'www.instagram.com'): Promise<ChromiumTab> => {
      const tab = await browser.open()
      await tab.page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      await tab.page.setViewportSize({ width, height })
      await tab.go(site.address(host, '/input.html?case=access'))
      return tab
    }
    const isAccessible = async (pause: PausePage) => {
      await settled(pause)
      expect(await violationsIn(pause)).toEqual([])
      expect(await pause.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width)
      expect(await pause.evaluate('[document.documentElement.lang, document.documentElement.dir]')).toEqual([
        language.slice(0, 2),
        'ltr',
      ])
      expect(await pause.evaluate(TOO_SMALL)).toEqual([])
    }

    it.each([
      ['findings', () => [placed]],
      ['findings', () => [WITH_PLACE]],
      ['findings', () => [placed, plain, WITH_PLACE, bitmap]],
      ['trouble', () => [bitmap]],
      ['account', () => [plain]],
    ] as const)('the screen %s', async (screen, files) => {
      const tab = await open()
      await tab.give('#many', files())
      const pause = await tab.pause()
      await onScreen(pause, screen)
      await isAccessible(pause)
      await pause.evaluate(`document.querySelector('details')?.setAttribute('open', '')`)
      await isAccessible(pause)
      await tab.close()
    })

    it('one photo of many', async () => {
      const tab = await open()
      await tab.give('#many', [placed, plain])
      const pause = await tab.pause()
      await onScreen(pause, 'findings')
      await pause.evaluate(`document.querySelector('[data-action="details"]').click()`)
      await until('the photo', () => pause.evaluate(`!!document.querySelector('[data-action="back"]')`))
      await isAccessible(pause)
      expect(await focused(pause)).toBe('headline')
      await pause.press('back')
      await until('the focus to come back', async () => (await focused(pause)) === 'details')
      await tab.close()
    })

    it('the account question where everything is public', async () => {
      const tab = await open('bsky.app')
      await tab.give('#many', [plain])
      const pause = await tab.pause()
      await onScreen(pause, 'account')
      await isAccessible(pause)
      await tab.close()
    })
  })
})

/** Pictures are drawn when they come near the part that is in view. */
const ALL_IN_VIEW_ARE_DRAWN = `Array.from(document.querySelectorAll('.thumbnail[data-state="waiting"]'), (one) => one.getBoundingClientRect())
  .every(({ top, bottom }) => bottom <= 0 || top >= innerHeight || !document.elementFromPoint(innerWidth / 2, top + 1)?.closest('.thumbnail'))`

/** Buttons, links, folds and fields smaller than 24 × 24 pixels (WCAG 2.2, 2.5.8). */
const TOO_SMALL = `Array.from(document.querySelectorAll('button, a, summary, input'), (one) => [one, one.closest('label') ?? one])
  .filter(([, target]) => target.getBoundingClientRect().width < 24 || target.getBoundingClientRect().height < 24)
  .map(([one]) => one.outerHTML)`

describe.each(BROWSERS)('a keyboard alone in $name', ({ name, start }) => {
  let browser: Browser
  beforeAll(async () => {
    browser = await start({ extension: true })
  })
  afterAll(() => browser?.close())

  const open = (ofCase: string) =>
    browser.open(site.address('www.instagram.com', `/input.html?case=${name}-keys-${ofCase}`))
  const uploads = (ofCase: string, count: number) =>
    until(`${count} uploads`, async () => {
      const all = site.uploads(`${name}-keys-${ofCase}`)
      return all.length === count && all
    })
  /** Presses Tab until the element with this action has the focus; a whole round without it fails. */
  const tabTo = async (tab: Tab, pause: PausePage, action: string) => {
    const passed: string[] = []
    while ((await focused(pause)) !== action) {
      if (passed.length > 40) throw new Error(`Tab does not reach ${action}: ${passed.join(', ')}`)
      await tab.press('Tab')
      passed.push(await focused(pause))
    }
  }
  const firstHasFocus = (pause: PausePage) =>
    until('the first answer to have the focus', async () => (await focused(pause)) === 'clean')

  it('takes it out, answers the question and sends', async () => {
    const tab = await open('clean')
    await tab.choose('#one', [placed])
    const pause = await tab.pause()
    await onScreen(pause, 'findings')
    await firstHasFocus(pause)
    await tab.press('Enter')
    await onScreen(pause, 'account')
    await until('the question to have the focus', async () => (await focused(pause)) === 'headline')
    await tabTo(tab, pause, 'open-privacy-page')
    await tabTo(tab, pause, 'audience-limited')
    await tab.press('Enter')
    const [upload] = await uploads('clean', 1)
    expect(upload?.bytes.includes('iPhone 13')).toBe(false)
    await until('what was pressed in the page to have the focus again', () =>
      tab.evaluate(`document.hasFocus() && document.activeElement.id === 'one'`),
    )
    await tab.close()
  })

  it('reaches the other answers with one, two and three presses', async () => {
    const tab = await open('other')
    await tab.choose('#one', [placed])
    const pause = await tab.pause()
    await onScreen(pause, 'findings')
    await firstHasFocus(pause)
    for (const action of ['hide', 'send-as-is', 'cancel']) {
      await tab.press('Tab')
      expect(await focused(pause)).toBe(action)
    }
    await tabTo(tab, pause, 'send-as-is')
    await tab.press('Enter')
    const [upload] = await uploads('other', 1)
    expect(upload?.bytes.includes('iPhone 13')).toBe(true)
    await tab.close()
  })

  it('gives up with Escape', async () => {
    const tab = await open('escape')
    await tab.choose('#one', [placed])
    const pause = await tab.pause()
    await onScreen(pause, 'findings')
    await firstHasFocus(pause)
    await tab.press('Escape')
    await until('the dialog to close', async () => !(await tab.isPaused()))
    expect(site.uploads(`${name}-keys-escape`)).toEqual([])
    await tab.close()
  })

  it('decides photo by photo, and Escape goes back to all', async () => {
    const tab = await open('each')
    await tab.choose('#many', [placed, plain])
    const pause = await tab.pause()
    await onScreen(pause, 'findings')
    await firstHasFocus(pause)
    await tabTo(tab, pause, 'details')
    await tab.press('Enter')
    await until('the photo', async () => (await focused(pause)) === 'headline')
    await tab.press('Escape')
    await until('all photos', async () => (await focused(pause)) === 'details')
    await tab.press('Enter')
    await until('the photo', async () => (await focused(pause)) === 'headline')
    const onRadio = () => pause.evaluate<boolean>(`document.activeElement.type === 'radio'`)
    for (let presses = 0; !(await onRadio()) && presses < 10; presses++) await tab.press('Tab')
    await tab.press('ArrowDown')
    await tabTo(tab, pause, 'back')
    await tab.press('Enter')
    await until('all photos', async () => (await focused(pause)) === 'details')
    await tabTo(tab, pause, 'clean')
    await tab.press('Enter')
    const all = await uploads('each', 2)
    expect(all.find(({ fileName }) => fileName === 'placed.jpg')?.bytes.includes('iPhone 13')).toBe(true)
    await tab.close()
  })
})
