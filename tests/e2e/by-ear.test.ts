import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startChromium, until } from '../support/browsers'
import type { ChromiumBrowser } from '../support/browsers/chromium'
import { type LocalSite, startLocalSite } from '../support/local-site/local-site'
import { readAloud } from '../support/read-aloud'
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

/** The way of a photo from the first word to the last, and of several. */
const PATH = [
  'looking',
  'single whose place was given a name, with the map',
  'single with a hidden video',
  'many',
  'one of many',
  'can be redrawn',
  'account after cleaning',
  'notice',
  'failed',
]

/** What an element is called that has no name: nobody who listens could press it. */
const UNNAMED = /^\s*(button|link|checkbox|radio|image|dialog|switch):( \(|$)/

describe.each(['en', 'fr'])('read aloud in %s, the pause', (language) => {
  let aloud: Record<string, string[]>

  beforeAll(async () => {
    const tab = await browser.open()
    await tab.page.setViewportSize({ width: 1280, height: 800 })
    await tab.go(site.address('states.test', '/states/index.html?page=pause'))
    await until('the page', () => tab.evaluate<string[] | undefined>('globalThis.states'))
    aloud = {}
    for (const state of PATH) {
      await tab.evaluate(`show(${JSON.stringify(state)}, ${JSON.stringify(language)})`)
      aloud[state] = await readAloud(tab)
    }
    await tab.close()
  })

  it('says the same, in the same order, as the last time somebody listened', async () => {
    const transcript = PATH.map((state) => [`# ${state}`, ...(aloud[state] ?? [])].join('\n')).join('\n\n')
    await expect(`${transcript}\n`).toMatchFileSnapshot(`../ear/${language}.txt`)
  })

  it('has a name for everything that can be pressed or looked at', () => {
    expect(Object.values(aloud).flatMap((lines) => lines.filter((line) => UNNAMED.test(line)))).toEqual([])
  })

  it.each(PATH.filter((state) => state !== 'notice'))('begins “%s” with the dialog, named by its headline', (state) => {
    const lines = (aloud[state] ?? []).map((line) => line.trim())
    const [, named = ''] = /^dialog: (.+?)(?: \(|$)/.exec(lines.find((line) => line.startsWith('dialog: ')) ?? '') ?? []
    expect(named).not.toBe('')
    expect(lines.some((line) => line.startsWith('heading: ') && line.includes(named))).toBe(true)
  })

  it('says what the photo gives away before it asks what to do', () => {
    const lines = (aloud['single whose place was given a name, with the map'] ?? []).map((line) => line.trim())
    const at = (begin: string) => lines.findIndex((line) => line.startsWith(begin))
    const answers = lines.map((line) => line.startsWith('button: ')).lastIndexOf(true)
    expect(at('heading: ')).toBeGreaterThan(0)
    expect(at('image: ')).toBeGreaterThan(0)
    expect(at('list')).toBeGreaterThan(at('heading: '))
    expect(answers).toBeGreaterThan(at('list'))
  })
})
