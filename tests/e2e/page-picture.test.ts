import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { violationsIn } from '../support/axe'
import { BROWSERS, type Browser, type Tab, until } from '../support/browsers'
import type { ChromiumBrowser } from '../support/browsers/chromium'
import type { FirefoxTab } from '../support/browsers/firefox'
import { inBrowser } from '../support/browsers/firefox-transfer'
import { changedBuild } from '../support/changed-build'
import { type PictureSite, startPictureSite } from '../support/local-site/picture-site'
import { WITH_PLACE } from '../support/photos'

const HOST = 'www.forum.example'
const OTHER_HOST = 'pictures.example.net'
/** Names under it are secure without encryption, which service workers ask for. */
const SECURE_HOST = 'forum.localhost'

/** Without a permission of ours, so that only the click can let us in. */
const UNKNOWN_HOST = 'www.unknown.example'

const PLACE_FOUND = `document.querySelector('[data-outcome=found] [data-kind=place]') !== null`

/** Runs in Firefox's own window, whose menu is open or about to be. */
const CHOOSE_IN_MENU = `async (label) => {
  const menu = document.getElementById('contentAreaContextMenu')
  if (menu.state !== 'open') await new Promise((done) => menu.addEventListener('popupshown', done, { once: true }))
  const item = [...menu.querySelectorAll('menuitem')].find((one) => one.label === label)
  if (!item) throw new Error('the menu has no line ' + label)
  menu.activateItem(item)
}`

const OPEN_TABS = `() => Array.from(window.gBrowser.tabs, (tab) => tab.linkedBrowser.currentURI.spec).join(' ')`

describe.each(BROWSERS)('a picture in a page in $name', ({ name, start }) => {
  let site: PictureSite
  let build: Awaited<ReturnType<typeof changedBuild>>
  let browser: Browser
  let ours: Tab
  beforeAll(async () => {
    site = await startPictureSite(await readFile(WITH_PLACE))
    // What the click in the menu, and the parent's yes to the browser, would have allowed.
    build = await changedBuild(name, (manifest) => {
      manifest.host_permissions.push(`*://*.forum.example/*`, `*://${SECURE_HOST}/*`)
      if (name === 'chromium') manifest.permissions.push('pageCapture')
    })
    browser = await start({ extension: true, folder: build.folder })
    ours = await browser.openExtensionPage('options.html')
  })
  afterAll(async () => {
    await browser?.close()
    await build?.remove()
    await site?.close()
  })

  /** Opens a page whose one picture has this address, and waits until it shows it. */
  async function openPage(src: string, host = HOST, path = '/page?'): Promise<Tab> {
    const tab = await browser.open(site.address(host, `${path}src=${encodeURIComponent(src)}`))
    await until('the picture', () => tab.evaluate('document.images[0].naturalWidth > 0'))
    return tab
  }

  /**
   * Asks about the picture in the page's tab as the background does after a click in the menu, which the driver of Chromium
   * cannot make: the browser's menu is not part of any page.
   */
  async function ask(page: Tab, address?: string): Promise<Tab> {
    const picture = address ?? (await page.evaluate<string>('document.images[0].currentSrc'))
    const ticket = await ours.evaluate<string>(`(async () => {
      const [tab] = await chrome.tabs.query({ url: ${JSON.stringify(page.url().replace(/:\d+/, '').replace(/\?.*/, '*'))} })
      const picture = { tab: tab.id, frame: 0, address: ${JSON.stringify(picture)}, until: Date.now() + 60000 }
      const name = crypto.randomUUID()
      await chrome.storage.session.set({ pictures: { [name]: picture } })
      return name
    })()`)
    return browser.openExtensionPage(`checker.html?picture=${ticket}`)
  }

  const state = (checker: Tab) =>
    until('an answer', () =>
      checker.evaluate<string | false>(
        `document.querySelector('[data-picture]:not([data-picture=reading])')?.dataset.picture ?? false`,
      ),
    )
  const placeFound = (checker: Tab) => until('its place', () => checker.evaluate(PLACE_FOUND))

  it.each([
    ['of the page’s own site', '/kept.jpg'],
    ['that the page made', 'blob'],
    ['inside the page', `data:image/jpeg;base64,`],
  ])('%s is read without a request', async (_, kind) => {
    const page = await openPage('/kept.jpg')
    if (kind !== '/kept.jpg')
      await page.evaluate(`(async () => {
        const bytes = await (await fetch('/kept.jpg')).blob()
        const reader = new FileReader()
        const read = new Promise((done) => { reader.onload = done })
        reader.readAsDataURL(bytes)
        await read
        const shown = new Promise((done) => { document.images[0].onload = done })
        document.images[0].src = ${kind === 'blob'} ? URL.createObjectURL(bytes) : reader.result
        await shown
      })()`)
    const before = [...site.requests]
    expect(before).toContain(`${HOST} /kept.jpg`)
    const checker = await ask(page)
    expect(await state(checker)).toBe('read')
    await placeFound(checker)
    expect(site.requests).toEqual(before)
    if (kind === 'blob') expect(await violationsIn(checker)).toEqual([])
    await checker.close()
    await page.close()
  })

  it('that the browser does not keep, or of another site, is asked of nobody', async () => {
    for (const src of ['/no-store.jpg', site.address(OTHER_HOST, '/no-store-there.jpg')]) {
      const page = await openPage(src)
      const before = [...site.requests]
      const checker = await ask(page)
      expect(await state(checker)).toBe('away')
      expect(await checker.evaluate(`document.querySelector('[data-input=files]') !== null`)).toBe(true)
      expect(await violationsIn(checker)).toEqual([])
      expect(site.requests).toEqual(before)
      const offer = `document.querySelector('[data-action=read-from-memory]')`
      expect(await checker.evaluate(`${offer} !== null`)).toBe(name === 'chromium')
      if (name === 'chromium') {
        await checker.evaluate(`for (const { permissions } of [chrome, globalThis.browser ?? chrome])
          Object.assign(permissions, { request: async () => true, remove: async () => true })`)
        await checker.click('[data-action=read-from-memory]')
        expect(
          await until('the picture', () => checker.evaluate(`document.querySelector('[data-picture=read]') && 'read'`)),
        )
        await placeFound(checker)
        expect(site.requests).toEqual(before)
      }
      await checker.close()
      await page.close()
    }
  })

  it('is not asked of a page’s service worker, which would go to the network', async () => {
    const page = await openPage('/kept.jpg', SECURE_HOST, '/page?worker&')
    await until('the worker', () => page.evaluate('navigator.serviceWorker.controller !== null'))
    const before = [...site.requests]
    const checker = await ask(page, site.address(SECURE_HOST, '/no-store.jpg'))
    expect(await state(checker)).toBe('away')
    expect(site.requests).toEqual(before)
    await page.evaluate(`fetch('/no-store.jpg', { cache: 'only-if-cached', mode: 'same-origin' }).then(String, String)`)
    expect(site.requests.slice(before.length)).toEqual([`${SECURE_HOST} /no-store.jpg`])
    await checker.close()
    await page.close()
  })

  it.runIf(name === 'firefox')(
    'is asked about by a click in the menu, which lets us into that page alone',
    async () => {
      const page = (await openPage('/kept.jpg', UNKNOWN_HOST)) as FirefoxTab
      const before = [...site.requests]
      await page.page.click('img', { button: 'right' })
      await inBrowser(page.page, CHOOSE_IN_MENU, ['What does this picture give away?'])
      const checker = await until('the checker', async () => {
        for (const tab of await page.page.browser().pages())
          if (/checker\.html/.test(String(await tab.evaluate('location.href').catch(() => '')))) return tab
        return null
      }).catch(async (problem: Error) => {
        throw new Error(`${problem.message}; open are ${await inBrowser(page.page, OPEN_TABS, [])}`)
      })
      await until('its place', () => checker.evaluate(PLACE_FOUND))
      expect(site.requests).toEqual(before)
      await checker.close()
      await page.close()
    },
  )

  it.runIf(name === 'chromium')('is asked about by what the browser tells of a click in the menu', async () => {
    const page = await openPage('/kept.jpg')
    const { context } = browser as ChromiumBrowser
    const opened = context.waitForEvent('page')
    await context.serviceWorkers()[0]?.evaluate(`(async () => {
      const [tab] = await chrome.tabs.query({ url: 'http://${HOST}/*' })
      const clicked = { menuItemId: 'what-does-it-give-away', frameId: 0, srcUrl: ${JSON.stringify(site.address(HOST, '/kept.jpg'))} }
      chrome.contextMenus.onClicked.dispatch(clicked, tab)
    })()`)
    const checker = await opened
    await checker.waitForSelector('[data-outcome=found] [data-kind=place]')
    await checker.close()
    await page.close()
  })

  it('is looked at once: its name in the browser’s history leads to nothing', async () => {
    const page = await openPage('/kept.jpg')
    const checker = await ask(page)
    await placeFound(checker)
    await checker.evaluate('location.reload()').catch(() => {})
    await until('an empty list', () =>
      checker
        .evaluate<boolean>(
          `document.querySelector('.pick-zone') !== null && !document.querySelector('.checked, [data-picture]')`,
        )
        .catch(() => false),
    )
    await checker.close()
    await page.close()
  })
})
