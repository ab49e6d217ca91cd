import { beforeEach, expect, it } from 'vitest'
import { violationsIn } from '../support/axe'
import { type Browser, type Tab, until } from '../support/browsers'
import { eachBrowser } from '../support/each-browser'
import { WITH_PLACE, WITH_PLACE_SIZE } from '../support/photos'
import { recordedBy } from '../support/recorded'

/**
 * No driver can open a real popup, so it is opened in a tab, and told that the tab in front is the one at `url`. Where
 * the browser does not tell us addresses, a stand-in has it, as it would after a click on the icon.
 */
const speakOf = (url: string) => `{
  const { tabs } = globalThis.browser ?? chrome
  const all = tabs.query.bind(tabs)
  tabs.query = async (_, answer) => {
    const found = (await all({})).filter((tab) => tab.url?.startsWith(${JSON.stringify(url)}))
    const inFront = found.length > 0 ? found : [{ id: -1, url: ${JSON.stringify(url)} }]
    answer?.(inFront)
    return inFront
  }
  dispatchEvent(new Event('focus'))
}`

eachBrowser('the popup', (stage) => {
  // No test finds what an earlier one left, also where that one failed.
  beforeEach(() => stage.browser.reset())
  const open = () => stage.browser.open(stage.site.address('www.instagram.com', '/input.html'))
  const openPopup = async (url: string, wanted: string) => {
    const popup = await stage.browser.openExtensionPage('popup.html')
    await until('the popup', () => popup.evaluate<boolean>(`document.querySelector('[data-status]') !== null`))
    await popup.evaluate(speakOf(url))
    await becomes(popup, wanted)
    return popup
  }
  const becomes = (popup: Tab, wanted: string) =>
    until(wanted, () => popup.evaluate<boolean>(`document.querySelector('[data-status="${wanted}"]') !== null`))
  const text = (popup: Tab) => popup.evaluate<string>('document.body.innerText')

  it.each([
    ['https://www.instagram.com/', 'checked-listed', 'Instagram'],
    ['https://app.seesaw.me/', 'checked-listed', 'arents and teachers of the class'],
    ['https://mail.google.com/', 'checked-listed', 'people you send it to'],
    ['https://bsky.app/', 'checked-listed', 'can be seen by everyone'],
    ['https://forum.example.org/', 'not-watched', 'forum.example.org'],
    ['about:blank', 'out-of-reach', 'nothing to check'],
  ])('says of %s that it is %s', async (url, wanted, words) => {
    const popup = await openPopup(url, wanted)
    expect(await text(popup)).toContain(words)
    expect(await violationsIn(popup)).toEqual([])
    await popup.close()
  })

  it('tells the last answer about the account, and what was done', async () => {
    const popup = await openPopup('https://www.instagram.com/', 'checked-listed')
    await until('no answer yet', async () => (await text(popup)).includes('You have not answered yet'))
    await until('nothing done yet', async () => (await text(popup)).includes('Nothing yet'))
    const month = await popup.evaluate<string>(`(() => {
      const now = new Date()
      return now.getFullYear() + '-' + String(now.getMonth() + 1).padStart(2, '0')
    })()`)
    const values = {
      accountAnswers: { instagram: { answer: 'limited', on: new Date().toISOString() } },
      counts: {
        [month]: { instagram: { cleaned: 12, asIs: 2, cancelled: 1 }, x: { cleaned: 5, asIs: 0, cancelled: 0 } },
      },
    }
    await popup.evaluate(`chrome.storage.local.set(${JSON.stringify(values)})`)
    await until('the answer', async () => (await text(popup)).includes('Only people I chose'))
    const cleaned = await popup.evaluate(`document.querySelector('[data-row="cleaned"]').innerText`)
    expect(cleaned).toMatch(/12\s+17/)
    expect(await popup.evaluate('document.querySelector("main").offsetHeight')).toBeLessThanOrEqual(600)
    expect(await violationsIn(popup)).toEqual([])
    await popup.close()
  })

  it('lets photos pass during a break, and checks them again when it ends', async () => {
    const tab = await open()
    const popup = await openPopup('https://www.instagram.com/', 'checked-listed')
    await popup.click('[data-action="take-break"]')
    await becomes(popup, 'break')
    expect(await violationsIn(popup)).toEqual([])
    await show(tab)
    await tab.choose('#one', [WITH_PLACE])
    await until('the photo', async () => (await recordedBy(tab)).files.some(({ size }) => size === WITH_PLACE_SIZE))
    await tab.close()

    await show(popup)
    await popup.click('[data-action="end-break"]')
    await becomes(popup, 'checked-listed')
    await popup.close()
    const again = await open()
    await again.choose('#one', [WITH_PLACE])
    await (await again.pause()).press('cancel')
    expect((await recordedBy(again)).files).toEqual([])
    await again.close()
  })

  it('leaves a site alone that the parent switched off, until it is switched on again', async () => {
    const tab = await open()
    const popup = await openPopup('https://www.instagram.com/', 'checked-listed')
    await popup.evaluate(`chrome.storage.local.set({ sitesOff: ['instagram'] })`)
    await popup.evaluate(`dispatchEvent(new Event('focus'))`)
    await becomes(popup, 'turned-off')
    await show(tab)
    await tab.choose('#one', [WITH_PLACE])
    await until('the photo', async () => (await recordedBy(tab)).files.some(({ size }) => size === WITH_PLACE_SIZE))
    await tab.close()

    await show(popup)
    await popup.click('[data-action="turn-on"]')
    await becomes(popup, 'checked-listed')
    expect(await popup.evaluate(`chrome.storage.local.get('sitesOff').then(({ sitesOff }) => sitesOff)`)).toEqual([])
    await popup.close()
  })

  it('checks photos on every site once the parent and the browser allow it, but on those that are switched off', async () => {
    const passes = async () => {
      const tab = await stage.browser.open(stage.site.address('www.anything.example', '/input.html'))
      await tab.choose('#one', [WITH_PLACE])
      await until('the photo', async () => (await recordedBy(tab)).files.some(({ size }) => size === WITH_PLACE_SIZE))
      await tab.close()
    }
    const isHeld = async (host = 'www.anything.example') => {
      const tab = await stage.browser.open(stage.site.address(host, '/input.html'))
      await tab.choose('#one', [WITH_PLACE])
      await (await tab.pause()).press('cancel')
      expect((await recordedBy(tab)).files).toEqual([])
      await tab.close()
    }
    const scriptsAre = (tab: Tab, count: number) =>
      until(`${count} scripts for every site`, () =>
        tab.evaluate<boolean>(`chrome.scripting.getRegisteredContentScripts().then((all) => all.length === ${count})`),
      )
    const click = async (tab: Tab, selector: string) => {
      await until(selector, () => tab.evaluate<boolean>(`document.querySelector('${selector}') !== null`))
      await show(tab)
      await tab.click(selector)
    }

    await passes()
    const popup = await openPopup('https://www.anything.example/', 'not-watched')
    await allowOnceAsked(stage.browser, popup)
    await click(popup, '[data-action="everywhere"]')
    await becomes(popup, 'checked-everywhere')
    await scriptsAre(popup, 2)
    await isHeld()

    await click(popup, '[data-action="turn-off"]')
    await becomes(popup, 'turned-off')
    await passes()
    const options = await stage.browser.openExtensionPage('options.html')
    await until('the field', () =>
      options.evaluate<boolean>(`document.querySelector('[data-action="site-address"]') !== null`),
    )
    await options.evaluate(`{
      const field = document.querySelector('[data-action="site-address"]')
      field.value = 'forum.example.org'
      field.dispatchEvent(new Event('input', { bubbles: true }))
    }`)
    await click(options, '[data-section="sites"] [data-action="add-site"]')
    await until('the forum', () => options.evaluate<boolean>(`document.querySelector('[data-id*="forum"]') !== null`))
    await click(options, '[data-id="anything.example"] [data-action="turn-on"]')
    await isHeld()
    await click(options, '[data-action="everywhere"]')
    await until('the forum alone', () =>
      options.evaluate<boolean>(
        `chrome.scripting.getRegisteredContentScripts().then(([one]) => one?.matches.join() === '*://*.forum.example.org/*')`,
      ),
    )
    await passes()
    await isHeld('forum.example.org')
    await isHeld('www.instagram.com')
    await (await openPopup('https://www.instagram.com/', 'checked-listed')).close()
    await click(options, '[data-id*="forum"] [data-action="remove-site"]')
    await scriptsAre(options, 0)

    const welcome = await stage.browser.openExtensionPage('welcome.html')
    await click(welcome, '[data-action="everywhere"]')
    await scriptsAre(welcome, 2)
    await isHeld()
    await click(welcome, '[data-action="everywhere"]')
    await scriptsAre(welcome, 0)
    await passes()
    // Chromium would take the permissions for the sites on the list with it.
    expect(await welcome.evaluate(`chrome.permissions.contains({ origins: ['*://*/*'] })`)).toBe(
      stage.name === 'chromium',
    )
    for (const tab of [popup, options, welcome]) await tab.close()
  })

  it('asks for a reload of a page that was open before the extension could reach it', async () => {
    const tab = await open()
    const before = await openPopup(tab.url(), 'checked-listed')
    await before.evaluate(`chrome.storage.session.set({ watchedSince: { all: Date.now() } })`)
    await before.close()
    const popup = await openPopup(tab.url(), 'too-old')
    await popup.click('[data-action="reload"]').catch(() => {})
    await until('the reload', () =>
      tab.evaluate<boolean>(`performance.getEntriesByType('navigation')[0].type === 'reload'`).catch(() => false),
    )
    await tab.close()
  })

  it('can be used with the keyboard alone', async () => {
    const popup = await openPopup('https://www.instagram.com/', 'checked-listed')
    const reached: string[] = []
    for (let press = 0; press < 10; press++) {
      await popup.press('Tab')
      reached.push(
        await popup.evaluate<string>(`document.activeElement.dataset.action ?? document.activeElement.localName`),
      )
    }
    expect(reached).toEqual(expect.arrayContaining(['a', 'take-break', 'open-options']))
    await popup.close()
  })
})

/** Brings a tab to the front, where the driver of the browser can. */
async function show(tab: Tab): Promise<void> {
  if ('page' in tab) await (tab.page as { bringToFront(): Promise<void> }).bringToFront()
}

/**
 * Lets the next question for every site be answered with yes: no driver can press it. Chromium does not ask where somebody allowed the same
 * before, here in its list of extensions, which gives no access by itself; Firefox is told never to ask.
 */
async function allowOnceAsked(browser: Browser, ours: Tab): Promise<void> {
  if (browser.name !== 'chromium') return
  const id = await ours.evaluate<string>('chrome.runtime.id')
  const list = await browser.open('chrome://extensions')
  await list.evaluate(`chrome.developerPrivate.addHostPermission('${id}', '*://*/*')`)
  await list.close()
}
