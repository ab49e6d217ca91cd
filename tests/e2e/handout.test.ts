import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { COUNTRIES, HELPLINES } from '../../src/help/helplines'
import { violationsIn } from '../support/axe'
import { until } from '../support/browsers'
import { type ChromiumBrowser, type ChromiumTab, startChromium } from '../support/browsers/chromium'

/** The country with the most services on the sheet. */
const LONGEST = COUNTRIES.toSorted((one, other) => printed(other) - printed(one))[0] ?? 'BE'

function printed(country: (typeof COUNTRIES)[number]): number {
  return HELPLINES[country].filter(({ purpose }) => purpose !== 'worried').length
}

describe('the sheet for parents', () => {
  let browser: ChromiumBrowser
  let tab: ChromiumTab
  beforeAll(async () => {
    browser = await startChromium({ extension: true, language: 'fr-BE' })
    tab = await browser.openExtensionPage('handout.html')
    await tab.page.waitForSelector('.sheet')
  })
  afterAll(() => browser?.close())

  /** How many sheets of paper it takes, in letters a little larger than ours: fonts differ from computer to computer. */
  async function pages(scale = 1.05): Promise<number> {
    const pdf = await tab.page.pdf({ preferCSSPageSize: true, scale })
    return pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0
  }

  const languages = () =>
    tab.evaluate<string[]>(
      `[...document.querySelector('[data-action=sheet-language]').options].map((one) => one.value)`,
    )

  async function speak(language: string): Promise<void> {
    await tab.page.selectOption('[data-action=sheet-language]', language)
    await until(language, () => tab.evaluate<boolean>(`document.documentElement.lang === '${language}'`))
  }

  it('begins with the language and the country of the browser', async () => {
    expect(await tab.evaluate('document.documentElement.lang')).toBe('fr')
    expect(await tab.evaluate(`document.querySelector('.sheet').innerText`)).toContain('116 000')
    expect(await tab.evaluate(`document.querySelector('.sheet').innerText`)).not.toContain('Stop it Now')
  })

  it('fits on one page in every language, with the most services', async () => {
    await tab.page.selectOption('[data-action=sheet-country]', LONGEST)
    expect(await languages()).toHaveLength(9)
    for (const language of await languages()) {
      await speak(language)
      expect(await pages(), language).toBe(1)
      expect(await violationsIn(tab), language).toEqual([])
    }
    await tab.evaluate(`document.querySelector('.sheet').append(document.querySelector('.sheet').cloneNode(true))`)
    expect(await pages()).toBeGreaterThan(1)
    await tab.page.reload()
    await tab.page.waitForSelector('.sheet')
  })

  it('is black on white on paper, also from a dark screen, and leaves the choices away', async () => {
    await tab.page.emulateMedia({ media: 'print', colorScheme: 'dark' })
    const colours = await tab.evaluate<string[]>(`[...new Set([...document.querySelectorAll('.sheet, .sheet *')]
      .filter((one) => one.checkVisibility()).map((one) => getComputedStyle(one).color))]`)
    expect(colours).toEqual(['rgb(0, 0, 0)'])
    expect(await tab.evaluate('getComputedStyle(document.body).backgroundColor')).toBe('rgb(255, 255, 255)')
    expect(await tab.page.isVisible('.handout-choices')).toBe(false)
    await tab.page.emulateMedia({ media: 'screen', colorScheme: 'light' })
  })

  it('changes no setting, and reads on a phone', async () => {
    await speak('nl')
    expect(await tab.evaluate('chrome.storage.local.get(null)')).toEqual({})
    await tab.page.setViewportSize({ width: 320, height: 700 })
    expect(await tab.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')).toBe(0)
  })
})
