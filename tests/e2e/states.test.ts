import { describe, expect, it } from 'vitest'
import { PAGES } from '../states/pages'
import { violationsIn } from '../support/axe'
import type { ChromiumTab } from '../support/browsers'
import { statesInChromium } from '../support/states-in-chromium'

const open = statesInChromium()

/** Language, colours and window: a computer, a phone at night from right to left, and 1280 × 1024 at 400 %. */
const WAYS = [
  { language: 'en', colorScheme: 'light', width: 1280, height: 800 },
  { language: 'ar', colorScheme: 'dark', width: 360, height: 740 },
  { language: 'de', colorScheme: 'light', width: 320, height: 256 },
] as const

describe.each(WAYS)('$language, $colorScheme, $width × $height', ({ language, colorScheme, width, height }) => {
  it.each(PAGES)('every state of %s is for everyone', async (page) => {
    const { tab, states } = await open(page, { width, height, colorScheme })
    expect(states.length).toBeGreaterThan(1)
    const problems: Record<string, unknown> = {}
    for (const state of states) {
      await tab.evaluate(`show(${JSON.stringify(state)}, ${JSON.stringify(language)})`)
      const found = await tab.evaluate<string[]>(OWN_RULES)
      // Large zoom changes the room, not the names and colours that axe-core looks at.
      if (width > 320) found.push(...(await violationsIn(tab)))
      if (width > 1000) found.push(...(await vanishingIn(tab)))
      if (found.length > 0) problems[state] = found
    }
    expect(problems).toEqual({})
    await tab.close()
  })
})

it('sees what vanishes in the reader’s own colours', async () => {
  const { tab } = await open('checker', { width: 1280, height: 800 })
  await tab.evaluate(`show('hiding in one photo', 'en')`)
  expect(await vanishingIn(tab)).toEqual([])
  await tab.page.addStyleTag({
    content: `.swatch, [aria-pressed] { forced-color-adjust: auto !important; border: 0 !important; background: #ccc !important }
      :focus-visible, label { outline: none !important } h1 { color: HighlightText !important }`,
  })
  await tab.evaluate(`document.querySelector('[data-action="undo"]').focus({ focusVisible: true })`)
  const found = (await vanishingIn(tab)).join()
  for (const kind of ['a surface', 'pressed', 'chosen', 'focus', 'letters']) expect(found).toContain(kind)
  await tab.close()
})

/** Looks at a state in forced colours, where shadows go and grounds become one: what cannot be told there any more. */
async function vanishingIn({ page }: ChromiumTab): Promise<string[]> {
  await page.evaluate(MARK_SURFACES)
  await page.emulateMedia({ forcedColors: 'active' })
  const found = await page.evaluate<string[]>(VANISHING)
  await page.emulateMedia({ forcedColors: 'none' })
  return found
}

/** Marks what lies on another ground than what is around it, or throws a shadow. */
const MARK_SURFACES = `(() => {
  const ground = (one) => one && (getComputedStyle(one).backgroundColor === 'rgba(0, 0, 0, 0)' ? ground(one.parentElement) : getComputedStyle(one).backgroundColor)
  for (const one of document.querySelectorAll('body *:not(canvas, video, svg, svg *, progress, input, select, label.photo-card-pick)')) {
    const { boxShadow } = getComputedStyle(one)
    const stands = boxShadow !== 'none' || (ground(one) && ground(one) !== ground(one.parentElement))
    if (stands && one.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true })) one.dataset.surface = ''
  }
})()`

const VANISHING = `(() => {
  const found = []
  const looks = (one) => { const { borderWidth, borderColor, borderStyle, backgroundColor, backgroundImage, outlineStyle } = getComputedStyle(one); return [borderWidth, borderColor, borderStyle, backgroundColor, backgroundImage, outlineStyle].join() }
  const named = (what, one) => found.push(what + ': ' + one.outerHTML.slice(0, 90))
  for (const one of document.querySelectorAll('[data-surface]')) {
    const { borderWidth, forcedColorAdjust } = getComputedStyle(one)
    if (borderWidth === '0px' && forcedColorAdjust !== 'none') named('a surface without an edge', one)
    delete one.dataset.surface
  }
  for (const [what, chosen, other] of [
    ['pressed', '[aria-pressed="true"].button', '.button:enabled:not([aria-pressed="true"], [data-rank="main"])'],
    ['picked', '[data-picked="true"] > button', '[data-picked="false"] > button'],
    ['chosen', '.hide-swatches label:has(:checked)', '.hide-swatches label:not(:has(:checked))'],
    ['a fill', '.swatch[data-kind="fill"]', '.swatch[data-kind="mosaic"]'],
  ]) {
    const [one, another] = [document.querySelector(chosen), document.querySelector(other)]
    if (one && another && looks(one) === looks(another)) named(what + ' as what is not', one)
  }
  // Browsers paint the page's ground behind letters.
  const ground = getComputedStyle(document.body.appendChild(Object.assign(document.createElement('i'), { style: 'color: Canvas' }))).color
  document.body.lastChild.remove()
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT, (text) => text.data.trim() ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_REJECT)
  while (walker.nextNode()) {
    const { color, forcedColorAdjust } = getComputedStyle(walker.currentNode.parentElement)
    if (color === ground && forcedColorAdjust === 'auto') named('letters on their own colour', walker.currentNode.parentElement)
  }
  for (const one of document.querySelectorAll(':focus-visible:not(h1, h2)'))
    if (getComputedStyle(one).outlineStyle === 'none') named('without a ring in focus', one)
  const [here, land, map] = ['.place-map-here', '.place-map-land', '.place-map > svg'].map((one) => document.querySelector(one))
  if (here && land && map) {
    const [point, ground] = [here, land].map((one) => getComputedStyle(one).fill)
    if (point === ground || ground === getComputedStyle(map).backgroundColor) named('a map of one colour', map)
  }
  return found
})()`

/** What axe-core does not measure: targets of 24 × 24 pixels (WCAG 2.2, 2.5.8) and room for the whole page in its window (1.4.10). */
const OWN_RULES = `[
  ...Array.from(document.querySelectorAll('button, a, summary, input, select'), (one) => [one, one.getBoundingClientRect(), (one.closest('label') ?? one).getBoundingClientRect()])
    .map(([one, own, label]) => [one, { width: Math.max(own.width, label.width), height: Math.max(own.height, label.height) }])
    .filter(([one, { width, height }]) => one.checkVisibility() && (width < 24 || height < 24) && !(one.localName === 'a' && one.closest('p, li')))
    .map(([one, { width, height }]) => 'too small, ' + Math.round(width) + ' × ' + Math.round(height) + ': ' + one.outerHTML),
  ...(document.querySelector('.pause') && innerHeight > 512 && document.documentElement.scrollHeight > innerHeight
    ? ['scrolls as a whole, and its answers out of view: ' + document.documentElement.scrollHeight]
    : []),
  ...(document.documentElement.scrollWidth > innerWidth ? ['wider than its window: ' + document.documentElement.scrollWidth] : []),
]`
