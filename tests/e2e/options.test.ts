import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { violationsIn } from '../support/axe'
import { BROWSERS, type Browser, type Tab, until } from '../support/browsers'
import { type LocalSite, startLocalSite } from '../support/local-site/local-site'
import { WITH_PLACE, WITH_PLACE_SIZE } from '../support/photos'
import { recordedBy } from '../support/recorded'

const FORUM = '*://*.forum.example.org/*'

let site: LocalSite
let scratch: string

beforeAll(async () => {
  site = await startLocalSite()
  scratch = await mkdtemp(join(tmpdir(), 'pausephoto-options-'))
})
afterAll(async () => {
  await site.close()
  await rm(scratch, { recursive: true })
})

/** No driver can press the browser's own permission box, so here the forum is allowed from the start. */
async function buildThatMayWatchForum(built: string): Promise<string> {
  const folder = join(scratch, built)
  await cp(process.env[`PAUSEPHOTO_${built}_BUILD`] ?? `.output/${built.toLowerCase()}-mv3`, folder, {
    recursive: true,
  })
  const manifest = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8'))
  manifest.host_permissions.push(FORUM)
  await writeFile(join(folder, 'manifest.json'), JSON.stringify(manifest))
  return folder
}

describe.each(BROWSERS)('settings in $name', ({ name, start }) => {
  let browser: Browser
  let options: Tab
  beforeAll(async () => {
    browser = await start({
      extension: true,
      folder: await buildThatMayWatchForum(name === 'chromium' ? 'CHROME' : 'FIREFOX'),
    })
    options = await browser.openExtensionPage('options.html')
    await shows(options, '[data-section="stored"]')
  })
  afterAll(() => browser?.close())

  const stored = () => options.evaluate<Record<string, unknown>>('chrome.storage.local.get(null)')
  const store = (values: object) => options.evaluate(`chrome.storage.local.set(${JSON.stringify(values)})`)
  const whenStored = (what: string, test: (values: Record<string, unknown>) => boolean) =>
    until(what, async () => test(await stored()))

  it('change language at once, and say so to screen readers', async () => {
    await choose(options, '[data-action="language"]', 'fr')
    await until('French', () => options.evaluate<boolean>(`document.documentElement.lang === 'fr'`))
    expect(await options.evaluate('document.querySelector("h1").textContent')).toBe('Réglages')
    await choose(options, '[data-action="language"]', 'auto')
    await until('English', () => options.evaluate<boolean>(`document.documentElement.lang === 'en'`))
  })

  it('keep how often to ask, and refuse what makes no sense', async () => {
    await choose(options, '[data-action="ask-again-days"]', '7')
    await whenStored('seven days', ({ askAgainDays }) => askAgainDays === 7)
    await choose(options, '[data-action="ask-again-days"]', '0')
    expect(await options.evaluate(`document.querySelector('[data-action="ask-again-days"]').value`)).toBe('7')
    expect((await stored()).askAgainDays).toBe(7)
  })

  it('show answers and forget them one by one', async () => {
    const on = new Date().toISOString()
    await store({ accountAnswers: { instagram: { answer: 'limited', on }, x: { answer: 'public', on } } })
    await shows(options, '[data-id="instagram"] [data-action="forget-answer"]')
    expect(await text(options, '[data-id="instagram"]')).toContain('Only people I chose')
    await options.click('[data-id="instagram"] [data-action="forget-answer"]')
    await whenStored('one answer', ({ accountAnswers }) => Object.keys(accountAnswers as object).join() === 'x')
  })

  it('show what is stored, and bring it back from a file', async () => {
    await whenStored('the days', ({ askAgainDays }) => askAgainDays === 7)
    const exported = JSON.parse(await until('the export', () => text(options, '[data-stored]')))
    expect(exported.settings.askAgainDays).toBe(7)
    const file = join(scratch, `${name}.json`)
    await writeFile(file, JSON.stringify({ ...exported, settings: { ...exported.settings, askAgainDays: 14 } }))
    await options.give('[data-action="import-file"]', [file])
    await whenStored('the imported days', ({ askAgainDays }) => askAgainDays === 14)
    await shows(options, '[data-outcome="imported"]')
    // Another file: a choice of the one that the input still holds would be no change to Firefox.
    const broken = join(scratch, `${name}-broken.json`)
    await writeFile(broken, JSON.stringify({ ...exported, settings: { askAgainDays: 0 } }))
    await options.give('[data-action="import-file"]', [broken])
    await shows(options, '[data-outcome="broken"]')
    expect((await stored()).askAgainDays).toBe(14)
  })

  describe('a site the parent adds', () => {
    const openForum = async () => browser.open(site.address('www.forum.example.org', '/input.html'))
    const sizesSeen = async (tab: Tab) => (await recordedBy(tab)).files.map(({ size }) => size)

    it('lets photos pass before', async () => {
      const tab = await openForum()
      await tab.choose('#one', [WITH_PLACE])
      await until('the photo', async () => (await sizesSeen(tab)).includes(WITH_PLACE_SIZE))
      expect(await tab.isPaused()).toBe(false)
      await tab.close()
    })

    it('refuses what is no address, and what is watched already', async () => {
      for (const [typed, words] of [
        ['my forum', 'not the address'],
        ['instagram.com', 'already'],
      ]) {
        await type(options, '[data-action="site-address"]', typed ?? '')
        await options.click('[data-section="sites"] [data-action="add-site"]')
        await until(`“${words}”`, async () => (await text(options, '#addition')).includes(words ?? ''))
      }
    })

    it('is protected once it is added, in pages that load from then on', async () => {
      await type(options, '[data-action="site-address"]', 'https://www.forum.example.org/new')
      await options.click('[data-section="sites"] [data-action="add-site"]')
      await shows(options, `[data-id="${FORUM}"]`)
      await until('both scripts', () =>
        options.evaluate<boolean>('chrome.scripting.getRegisteredContentScripts().then((all) => all.length === 2)'),
      )
      const tab = await openForum()
      await tab.choose('#one', [WITH_PLACE])
      const pause = await tab.pause()
      expect(await sizesSeen(tab)).toEqual([])
      await pause.press('cancel')
      await tab.close()
    })

    it('is known for a server of Mastodon by its page, which says who sees a post', async () => {
      const page = await readFile('tests/pages/input.html', 'utf8')
      const fragment = await readFile('tests/unit/sites/fragments/mastodon-default-private.html', 'utf8')
      const app = `<div id="mastodon"></div>${fragment}`
      site.serve('/served/mastodon.html', 'text/html; charset=utf-8', page + app)
      const tab = await browser.open(site.address('www.forum.example.org', '/served/mastodon.html'))
      await tab.choose('#one', [WITH_PLACE])
      const pause = await tab.pause()
      await pause.press('clean')
      const asked = () =>
        pause.evaluate<string | null>(`document.querySelector('[data-reading]')?.dataset.reading ?? null`)
      expect(await until('the account question', asked)).toBe('limited')
      expect(await pause.evaluate(`document.querySelector('[data-action="open-privacy-page"]').href`)).toBe(
        'https://www.forum.example.org/settings/privacy',
      )
      await pause.press('cancel')
      await tab.close()
    })

    it('is left alone again once it is removed', async () => {
      await options.click(`[data-id="${FORUM}"] [data-action="remove-site"]`)
      await until('no script', () =>
        options.evaluate<boolean>('chrome.scripting.getRegisteredContentScripts().then((all) => all.length === 0)'),
      )
      const tab = await openForum()
      await tab.choose('#one', [WITH_PLACE])
      await until('the photo', async () => (await sizesSeen(tab)).includes(WITH_PLACE_SIZE))
      await tab.close()
    })
  })

  it('are erased only after a second press', async () => {
    await options.click('[data-action="erase"]')
    await options.click('[data-action="erase-not"]')
    expect((await stored()).askAgainDays).toBe(14)
    await options.click('[data-action="erase"]')
    await options.click('[data-action="erase-now"]')
    await whenStored('nothing', (values) => Object.keys(values).length === 0)
  })

  it('have nothing that axe objects to', async () => {
    await store({
      counts: { '2026-11': { x: { cleaned: 1, asIs: 0, cancelled: 0 } } },
      addedSites: ['*://*.a.example/*'],
    })
    await shows(options, 'tbody')
    await options.evaluate(`for (const all of document.querySelectorAll('details')) all.open = true`)
    expect(await violationsIn(options)).toEqual([])
  })

  it('fit a narrow window, as a zoom of 400 % makes one, without scrolling sideways', async () => {
    await options.screenshot(join(scratch, `${name}.png`), { width: 320, height: 800 })
    expect(await options.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')).toBe(
      0,
    )
    const small = await options.evaluate<
      string[]
    >(`[...document.querySelectorAll('button, select, input:not([hidden]), summary')]
      .filter((one) => { const { width, height } = one.getBoundingClientRect(); return width < 24 || height < 24 })
      .map((one) => one.outerHTML)`)
    expect(small).toEqual([])
  })
})

const shows = (tab: Tab, selector: string) =>
  until(selector, () => tab.evaluate<boolean>(`document.querySelector(${JSON.stringify(selector)}) !== null`))

const text = (tab: Tab, selector: string) =>
  tab.evaluate<string>(`document.querySelector(${JSON.stringify(selector)})?.textContent ?? ''`)

/** Puts a value into a field as a person would, as far as the page can tell. */
function enter(tab: Tab, selector: string, value: string, event: string) {
  return tab.evaluate(`{
    const field = document.querySelector(${JSON.stringify(selector)})
    field.value = ${JSON.stringify(value)}
    field.dispatchEvent(new Event('${event}', { bubbles: true }))
  }`)
}
const type = (tab: Tab, selector: string, value: string) => enter(tab, selector, value, 'input')
const choose = (tab: Tab, selector: string, value: string) => enter(tab, selector, value, 'change')
