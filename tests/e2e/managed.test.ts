import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { violationsIn } from '../support/axe'
import { type FirefoxBrowser, startFirefox, type Tab, until } from '../support/browsers'

/**
 * Firefox reads what a school set also from the home folder, so that a test leaves no trace on the machine. Chromium reads
 * policies from the system's folders only; docs/schools.md was tried there by hand.
 */
const POLICY = {
  name: 'pausephoto@pausephoto.example',
  description: 'What a school set',
  type: 'storage',
  data: {
    language: 'fr',
    askAgainDays: 60,
    addedSites: ['ent.example.org'],
    cleanWithoutAsking: ['www.smartschool.be'],
    hideWelcome: true,
  },
}

const HOMES = ['.mozilla', '.config/mozilla']
const before = process.env.HOME
let home: string
let browser: FirefoxBrowser
let options: Tab

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'pausephoto-home-'))
  for (const one of HOMES) {
    await mkdir(join(home, one, 'managed-storage'), { recursive: true })
    await writeFile(join(home, one, 'managed-storage', `${POLICY.name}.json`), JSON.stringify(POLICY))
  }
  process.env.HOME = home
  browser = await startFirefox({ extension: true, withoutWelcome: true })
  options = await browser.openExtensionPage('options.html')
  await until('the settings', () => options.evaluate(`document.querySelector('[data-section=stored]') !== null`))
})
afterAll(async () => {
  process.env.HOME = before
  await browser?.close()
  await rm(home, { recursive: true, force: true, maxRetries: 3 })
})

const texts = (selector: string) =>
  options.evaluate<string[]>(
    `[...document.querySelectorAll(${JSON.stringify(selector)})].map((one) => one.textContent.trim())`,
  )

it('what a school set counts, says so, and cannot be changed', async () => {
  await until('the school’s values', async () => (await texts('[data-school]')).length === 4)
  expect(new Set(await texts('[data-school]'))).toEqual(new Set(['Réglé par votre école']))
  expect(await options.evaluate('document.documentElement.lang')).toBe('fr')
  expect(
    await options.evaluate(`['language', 'ask-again-days'].map((name) => {
      const { value, disabled } = document.querySelector('[data-action=' + name + ']')
      return [value, disabled]
    })`),
  ).toEqual([
    ['fr', true],
    ['60', true],
  ])
  expect(await texts('.options-rows li strong')).toEqual(['ent.example.org', 'Smartschool'])
  expect(await texts('[data-action=remove-site], [data-action=ask-again-here]')).toEqual([])
  expect(await texts('[data-action=allow-sites]')).toHaveLength(1)
  expect(await violationsIn(options)).toEqual([])
})

it('is not stored as the parent’s own', async () => {
  expect(await options.evaluate('chrome.storage.local.get(null)')).toEqual({})
})
