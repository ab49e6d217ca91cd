import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startChromium, until } from '../support/browsers'
import type { ChromiumBrowser, ChromiumTab } from '../support/browsers/chromium'
import { type LocalSite, startLocalSite } from '../support/local-site/local-site'
import { serveStates } from '../support/states-site'

let site: LocalSite
let browser: ChromiumBrowser

beforeAll(async () => {
  site = await startLocalSite()
  await serveStates(site)
  browser = await startChromium({ extension: false })
})
afterAll(async () => {
  await browser?.close()
  await site.close()
})

async function many(): Promise<ChromiumTab> {
  const tab = await browser.open()
  await tab.page.setViewportSize({ width: 1280, height: 800 })
  await tab.go(site.address('states.test', '/states/index.html?page=pause'))
  await until('the page', () => tab.evaluate<string[] | undefined>('globalThis.states'))
  await tab.evaluate(`show('many', 'en')`)
  return tab
}

const BOXES = '[data-action="pick"]'
/** Which boxes are ticked, by their places on the screen. */
const ticked = (tab: ChromiumTab) =>
  tab.evaluate<number[]>(
    `Array.from(document.querySelectorAll('${BOXES}')).flatMap(({ checked }, at) => (checked ? [at] : []))`,
  )
const states = (tab: ChromiumTab) =>
  tab.evaluate<string[]>(`Array.from(document.querySelectorAll('.photo-card-state'), (one) => one.textContent)`)

describe('several of many photos are ticked for one choice', () => {
  it('by click, and with Shift from one through to another', async () => {
    const tab = await many()
    const boxes = tab.page.locator(BOXES)
    await boxes.nth(1).click()
    expect(await ticked(tab)).toEqual([1])
    await boxes.nth(4).click({ modifiers: ['Shift'] })
    expect(await ticked(tab)).toEqual([1, 2, 3, 4])
    await boxes.nth(2).click()
    expect(await ticked(tab)).toEqual([1, 3, 4])
    expect(await tab.page.locator('.picked [role="status"]').textContent()).toBe('3 ticked')

    await tab.page.locator('[data-action="picked-omit"]').click()
    expect(await ticked(tab)).toEqual([])
    expect((await states(tab)).map((state) => state === 'Left out')).toEqual([
      false,
      true,
      false,
      true,
      true,
      ...Array.from({ length: (await states(tab)).length - 5 }, () => false),
    ])
    await tab.close()
  })

  it('by keyboard: arrows go from photo to photo, Space ticks, and Shift with it ticks all between', async () => {
    const tab = await many()
    await tab.page.locator(BOXES).first().focus()
    await tab.page.keyboard.press('Space')
    await tab.page.keyboard.press('ArrowRight')
    await tab.page.keyboard.press('ArrowRight')
    expect(await ticked(tab)).toEqual([0])
    await tab.page.keyboard.press('Shift+Space')
    expect(await ticked(tab)).toEqual([0, 1, 2])
    await tab.page.keyboard.press('ArrowLeft')
    await tab.page.keyboard.press('Space')
    expect(await ticked(tab)).toEqual([0, 2])
    await tab.close()
  })

  it('or all at once, and no button moves', async () => {
    const tab = await many()
    const answers = `JSON.stringify(Array.from(document.querySelectorAll('.actions button'), (one) => one.getBoundingClientRect()))`
    const before = await tab.evaluate<string>(answers)
    await tab.page.locator('[data-action="pick-all"]').click()
    const all = await tab.evaluate<number>(`document.querySelectorAll('${BOXES}').length`)
    expect(await ticked(tab)).toHaveLength(all)
    expect(await tab.evaluate(answers)).toBe(before)
    await tab.page.locator('[data-action="pick-none"]').click()
    expect(await ticked(tab)).toEqual([])
    await tab.close()
  })
})
