import { describe, expect, it } from 'vitest'
import { PAGES } from '../states/pages'
import { violationsIn } from '../support/axe'
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
      if (found.length > 0) problems[state] = found
    }
    expect(problems).toEqual({})
    await tab.close()
  })
})

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
