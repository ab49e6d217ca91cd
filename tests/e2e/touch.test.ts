import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Frame, startFirefox, until } from '../support/browsers'
import type { FirefoxBrowser, FirefoxTab } from '../support/browsers/firefox'
import { closeExifTool } from '../support/exiftool'
import { type LocalSite, startLocalSite } from '../support/local-site/local-site'
import { WITH_PLACE } from '../support/photos'
import { placeTags } from '../support/place-tags'

/** A small phone. Firefox for Android is the same engine with other windows; these tests have a finger, not the phone. */
const PHONE = { width: 360, height: 640 }

/** What sticks out of the window, and what is too small for a finger (WCAG 2.2, 2.5.8). */
const PROBLEMS = `[
  ...(document.documentElement.scrollWidth > innerWidth ? ['wider than the window: ' + document.documentElement.scrollWidth] : []),
  ...Array.from(document.querySelectorAll('button, select, input'), (one) => [one, (one.closest('label') ?? one).getBoundingClientRect()])
    .filter(([one, { width, height }]) => one.checkVisibility() && (width < 24 || height < 24))
    .map(([one]) => one.outerHTML),
]`

describe('the extension under a finger (firefox)', () => {
  let site: LocalSite
  let browser: FirefoxBrowser
  beforeAll(async () => {
    site = await startLocalSite()
    browser = await startFirefox({ extension: true })
  })
  afterAll(async () => {
    await closeExifTool()
    await browser?.close()
    await site?.close()
  })

  /** Taps an element, as a finger does: the pointer that the page sees is a touch. */
  const tap = async (tab: FirefoxTab, frame: Pick<Frame, 'evaluate'>, selector: string) => {
    const at = await frame.evaluate<{ x: number; y: number }>(`(() => {
      const one = document.querySelector(${JSON.stringify(selector)})
      one.scrollIntoView({ block: 'nearest' })
      document.addEventListener('pointerup', ({ pointerType }) => {
        document.documentElement.dataset.pointer = pointerType
      }, { capture: true, once: true })
      const { x, y, width, height } = one.getBoundingClientRect()
      return { x: x + Math.min(width, 200) / 2, y: y + height / 2 }
    })()`)
    await tab.page.touchscreen.tap(at.x, at.y)
    expect(await frame.evaluate('document.documentElement.dataset.pointer')).toBe('touch')
  }
  /** Taps again like a person: a dialog that only just came takes no answer, and what comes late moves what was to be tapped. */
  const tapUntil = async (
    what: string,
    tab: FirefoxTab,
    frame: Pick<Frame, 'evaluate'>,
    selector: string,
    isDone: () => Promise<boolean>,
  ) => {
    await until(selector, () => frame.evaluate<boolean>(`document.querySelector(${JSON.stringify(selector)}) !== null`))
    for (let taps = 0; taps < 5; taps++) {
      await tap(tab, frame, selector)
      if (await until(what, isDone, 2000).catch(() => false)) return
    }
    throw new Error(`five taps did not bring ${what}`)
  }

  it('asks and cleans on a site, by taps alone', async () => {
    const tab = await browser.open()
    await tab.page.setViewport(PHONE)
    await tab.go(site.address('www.instagram.com', '/input.html?case=touch'))
    await tab.give('#one', [WITH_PLACE])
    const pause = await tab.pause()
    expect(await pause.evaluate(PROBLEMS)).toEqual([])
    expect(await pause.evaluate('[innerWidth, innerHeight]')).toEqual([PHONE.width, PHONE.height])
    const isThere = (action: string) =>
      pause.evaluate<boolean>(`document.querySelector('[data-action="${action}"]') !== null`)
    await tapUntil('the question', tab, pause, '[data-action="clean"]', () => isThere('audience-later'))
    expect(await pause.evaluate(PROBLEMS)).toEqual([])
    await tapUntil('the end', tab, pause, '[data-action="audience-later"]', async () => !(await tab.isPaused()))
    const upload = await until('the upload', async () => site.uploads('touch')[0])
    expect(await placeTags(upload.bytes)).toEqual([])
    await tab.close()
  })

  it.each(['popup.html', 'options.html', 'checker.html', 'welcome.html', 'help.html', 'handout.html'])(
    '%s has room on a phone',
    async (page) => {
      const tab = await browser.openExtensionPage(page)
      await tab.page.setViewport(PHONE)
      await until('the size', () => tab.evaluate<boolean>(`innerWidth === ${PHONE.width}`))
      expect(await tab.evaluate(PROBLEMS)).toEqual([])
      if (await tab.evaluate<boolean>(`document.querySelector('summary') !== null`)) {
        const isOpen = () => tab.evaluate<boolean>(`document.querySelector('summary').parentElement.open`)
        const before = await isOpen()
        await tapUntil('it to unfold', tab, tab, 'summary', async () => (await isOpen()) !== before)
        expect(await tab.evaluate(PROBLEMS)).toEqual([])
      }
      await tab.close()
    },
  )
})
