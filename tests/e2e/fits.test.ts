import { describe, expect, it } from 'vitest'
import { languagesOnDisk } from '../../scripts/words-from-disk'
import { PAGES } from '../states/pages'
import { until } from '../support/browsers'
import { statesInChromium } from '../support/states-in-chromium'

const open = statesInChromium()
const PHONE = { width: 360, height: 740 }

describe('every sentence fits its box on a phone, with letters of twice the size,', () => {
  it.each(PAGES)('on the page %s in every language', async (page) => {
    const { tab } = await open(page, PHONE)
    await tab.page.addStyleTag({ content: 'html { font-size: 200% !important }' })
    const problems: Record<string, string[]> = {}
    for (const language of languagesOnDisk()) {
      Object.assign(problems, await tab.evaluate<typeof problems>(`(${inEveryState})(${JSON.stringify(language)})`))
    }
    expect(problems).toEqual({})
    await tab.close()
  })

  it('and the rules see one that does not', async () => {
    const { tab } = await open('popup', PHONE)
    await tab.page.addStyleTag({ content: 'button { inline-size: 3rem; white-space: nowrap; overflow-wrap: normal }' })
    const problems = await tab.evaluate<Record<string, string[]>>(`(${inEveryState})('de')`)
    expect(Object.values(problems).flat().length).toBeGreaterThan(0)
    await tab.page.addStyleTag({ content: 'h2 { inline-size: 1em; overflow-wrap: anywhere }' })
    const narrow = await tab.evaluate<Record<string, string[]>>(`(${inEveryState})('de')`)
    expect(Object.values(narrow).flat().join()).toContain('letter under letter')
    await tab.close()
  })
})

describe('what comes late moves nothing that can be pressed', () => {
  const PLACES = `Array.from(document.querySelectorAll('button, summary, h1'), (one) => {
    const { x, y, width, height } = one.getBoundingClientRect()
    return one.matches('.place-map-zoom') ? null : [one.dataset.action ?? one.localName, x, y, width, height].join(' ')
  }).filter(Boolean)`

  it.each([
    { before: 'single before its map', after: 'single' },
    { before: 'many before their map', after: 'many' },
  ])('from “$before” to “$after”', async ({ before, after }) => {
    const { tab } = await open('pause', PHONE)
    for (const width of [360, 1280]) {
      await tab.page.setViewportSize({ width, height: 740 })
      const at: string[][] = []
      for (const state of [before, after]) {
        await tab.evaluate(`show(${JSON.stringify(state)}, 'de')`)
        expect(await tab.evaluate(`document.querySelectorAll('.place-map > svg path').length`)).toBe(
          state === after ? 2 : 0,
        )
        at.push(await tab.evaluate<string[]>(PLACES))
      }
      expect(at[0]?.length).toBeGreaterThan(3)
      expect(at[1]).toEqual(at[0])
    }
    await tab.close()
  })
})

it('of many photos only those are picked that have a box, also before the copies of the others are made', async () => {
  const { tab } = await open('pause', PHONE)
  await tab.evaluate(`show('many', 'en')`)
  const count = (selector: string) => tab.evaluate<number>(`document.querySelectorAll('${selector}').length`)
  expect(await count('.photo-card')).toBeGreaterThan(await count('[data-action="pick"]'))
  await tab.click('[data-action="pick-all"]')
  await until('some to be picked', async () => (await count('[data-picked="true"]')) > 0)
  expect(await tab.evaluate(`document.querySelector('.picked').dataset.picked`)).toBe(
    String(await count('[data-action="pick"]')),
  )
  await tab.close()
})

/** Runs in the page. Text that is cut off, that hangs out of its button, line or cell, or out of the window. */
const inEveryState = `async (language) => {
  const problems = {}
  const boxes = 'button, a.button, label, summary, li, td, th, dd, p, h1, h2, h3, legend, option'
  for (const state of globalThis.states) {
    await globalThis.sketch(state, language)
    const found = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const range = document.createRange()
    while (walker.nextNode()) {
      const text = walker.currentNode
      const parent = text.parentElement
      // A table that scrolls in a box of its own may be wider than the window.
      if (!text.data.trim() || !parent || parent.closest('svg, option, select, [tabindex="0"], .hidden-from-view')) continue
      if (!parent.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: false })) continue
      range.selectNodeContents(text)
      const box = parent.closest(boxes)?.getBoundingClientRect()
      for (const { left, right, width } of range.getClientRects()) {
        if (width < 1) continue
        if (left < -1 || right > innerWidth + 1) found.push('out of the window: ' + text.data)
        else if (box && (left < box.left - 2 || right > box.right + 2)) found.push('out of its box: ' + text.data)
      }
      const lines = new Set(Array.from(range.getClientRects(), ({ top }) => Math.round(top))).size
      if (lines > 3 && text.data.trim().length / lines < 3) found.push('letter under letter: ' + text.data)
    }
    for (const one of document.querySelectorAll('div, section, li, p, ul, ol, button, label, fieldset')) {
      const { overflowY, display, clipPath } = getComputedStyle(one)
      if (overflowY !== 'visible' || display === 'inline' || clipPath !== 'none' || one.clientHeight === 0) continue
      // Cards out of view are as high as was guessed.
      if (one.closest('.photo-card, .checked')) continue
      if (one.scrollHeight > one.clientHeight + 4) found.push('hangs out of its room, over what follows: ' + one.outerHTML.slice(0, 80))
    }
    for (const one of document.querySelectorAll('.screen-body'))
      if (one.clientHeight < Math.min(one.scrollHeight, 250)) found.push('no room to read: ' + one.clientHeight)
    for (const one of document.querySelectorAll('body *')) {
      const { overflowX, clipPath } = getComputedStyle(one)
      if (one.closest('svg, .hidden-from-view') || clipPath !== 'none' || overflowX === 'visible') continue
      if (['auto', 'scroll'].includes(overflowX) && one.matches('.screen-body, [tabindex="0"]')) continue
      if (one.scrollWidth > one.clientWidth + 1 && one.textContent.trim() && one.clientWidth > 0 && one.localName !== 'textarea' && one.localName !== 'pre')
        found.push('cut off: ' + one.outerHTML.slice(0, 80))
    }
    if (document.documentElement.scrollWidth > innerWidth + 1) found.push('wider than the window: ' + document.documentElement.scrollWidth)
    if (found.length > 0) problems[language + ', ' + state] = [...new Set(found)].slice(0, 5)
  }
  return problems
}`
