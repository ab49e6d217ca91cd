import { resolve } from 'node:path'
import puppeteer, {
  type ElementHandle,
  type Page,
  type Browser as PuppeteerBrowser,
  type Frame as PuppeteerFrame,
} from 'puppeteer-core'
import { askingIn, noteClicks } from './asking'
import { type Connection, copyFile, dropFiles, inBrowser } from './firefox-transfer'
import { type Browser, type BrowserOptions, closeWelcome, EMPTY_STORAGE, type Frame, type Tab, until } from './tab'

const BINARY = process.env.PAUSEPHOTO_FIREFOX ?? '/usr/bin/firefox-esr'
const BUILT = process.env.PAUSEPHOTO_FIREFOX_BUILD ?? '.output/firefox-mv3'

/** The address of our pages, which Firefox makes up for each profile unless it is told. */
const EXTENSION = { id: 'pausephoto@pausephoto.example', host: '0f3c1a52-7c8e-4d39-9d0a-5b7a6c2e4f10' }

/** Runs in Firefox's own window. */
const EMPTY_CLIPBOARD = `() => Services.clipboard.emptyClipboard(Services.clipboard.kGlobalClipboard)`

export interface FirefoxTab extends Tab {
  /** Puppeteer's own page, for what this interface does not offer. */
  readonly page: Page
  /** Copies a file of the disk, as a file manager does. */
  copy(file: string): Promise<void>
}

export interface FirefoxBrowser extends Browser {
  open(url?: string): Promise<FirefoxTab>
  openExtensionPage(path: string): Promise<FirefoxTab>
  /** Puts the extension anew in its own place, as its update does; Chromium cannot be driven to. */
  updateExtension(): Promise<void>
}

/** Starts Firefox with a fresh profile; every host name leads to 127.0.0.1 and any certificate is accepted. */
export async function startFirefox(options: BrowserOptions): Promise<FirefoxBrowser> {
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: BINARY,
    headless: true,
    protocol: 'webDriverBiDi',
    acceptInsecureCerts: true,
    // Without it no page of an extension can be opened by address.
    args: ['--remote-allow-system-access'],
    defaultViewport: { width: 1280, height: 800 },
    extraPrefsFirefox: {
      'extensions.webextensions.uuids': JSON.stringify({ [EXTENSION.id]: EXTENSION.host }),
      // What nobody sees costs as much as what is tested: frames, moving tabs, a process for each page of the same site.
      'layout.frame_rate': 30,
      'toolkit.cosmeticAnimations.enabled': false,
      'dom.ipc.keepProcessesAlive.webIsolated.max': 4,
      'app.update.enabled': false,
      'datareporting.policy.dataSubmissionEnabled': false,
      'network.captive-portal-service.enabled': false,
      'network.connectivity-service.enabled': false,
      'network.dns.forceResolve': '127.0.0.1',
      'network.stricttransportsecurity.preloadlist': false,
      'security.cert_pinning.enforcement_level': 0,
      'intl.locale.requested': options.language ?? 'en-US',
      'intl.accept_languages': options.language ?? 'en-US',
      // What an extension asks for in a visitor's click is allowed: no driver can press the browser's own question.
      'extensions.webextOptionalPermissionPrompts': false,
      // The clipboard of a headless browser cannot be typed into; this lets a page fill it, and the next keeps more than text.
      'dom.events.testing.asyncClipboard': true,
      'widget.clipboard.use-cached-data.enabled': true,
    },
  })
  if (options.extension)
    await browser.installExtension(resolve(options.folder ?? BUILT)).catch(async (problem: unknown) => {
      await browser.close()
      throw problem
    })
  if (options.extension && !options.withoutWelcome) await closeWelcome(() => listedBy(browser))
  const [first] = await browser.pages()
  const openExtensionPage = async (path: string): Promise<FirefoxTab> => {
    const page = await browser.newPage()
    // The driver never hears the end of this navigation, because the page moves to the extension's own process.
    void page.goto(`moz-extension://${EXTENSION.host}/${path}`).catch(() => {})
    await until(`${path} to load`, () => page.evaluate('document.querySelector("main") !== null').catch(() => false))
    return firefoxTab(page)
  }
  return {
    name: 'firefox',
    async open(url) {
      const tab = firefoxTab(await browser.newPage())
      if (url) await tab.go(url)
      return tab
    },
    async opened(part) {
      const find = async () => (await browser.pages()).find((one) => one.url().includes(part))
      return firefoxTab(await until(`a tab of ${part}`, find))
    },
    openExtensionPage,
    removeExtension: () => browser.uninstallExtension(EXTENSION.id),
    updateExtension: async () => void (await browser.installExtension(resolve(options.folder ?? BUILT))),
    async reset() {
      for (const page of await browser.pages()) if (page !== first) await page.close()
      // A picture that one test copied would have the browser ask somebody when the next reads the clipboard.
      if (first) await inBrowser(first, EMPTY_CLIPBOARD, [])
      if (!options.extension) return
      const own = await openExtensionPage('help.html')
      await own.evaluate(EMPTY_STORAGE)
      await own.close()
    },
    close: () => browser.close(),
  }
}

/**
 * Every tab with the address that the browser has for it. To ask the tab itself, a script would have to run in it, which waits for a
 * realm that the driver may never hear of: the tab of an extension's page begins in another process.
 */
async function listedBy(browser: PuppeteerBrowser) {
  const { connection } = browser as unknown as { readonly connection: Connection }
  const { result } = await connection.send('browsingContext.getTree', { maxDepth: 0 })
  const { contexts } = result as { readonly contexts: readonly { readonly context: string; readonly url: string }[] }
  return contexts.map(({ context, url }) => ({
    address: async () => url,
    close: () => connection.send('browsingContext.close', { context }),
  }))
}

function firefoxTab(page: Page): FirefoxTab {
  return {
    page,
    ...askingIn({
      frames: () => page.frames(),
      onBox: (heard) => page.on('dialog', heard),
      plain: plainFrame,
      visible: (frame, selector) => frame.waitForSelector(selector, { visible: true, timeout: 15_000 }),
      click: (button) => button.click(),
      listen: (button) => button.evaluate(noteClicks),
      hasHeard: (button) => button.evaluate((element) => element.hasAttribute('data-heard')),
    }),
    url: () => page.url(),
    evaluate: <T>(expression: string) => page.evaluate(expression) as Promise<T>,
    go: async (url) => void (await page.goto(url, { waitUntil: 'load' })),
    frames: () => page.frames().map(plainFrame),
    async choose(selector, files) {
      const [chooser] = await Promise.all([
        page.waitForFileChooser({ timeout: 10_000 }),
        clickOnceStill(page, selector),
      ])
      await chooser.accept(files.map((file) => resolve(file)))
    },
    give: (selector, files) => plainFrame(page.mainFrame()).give(selector, files),
    click: (selector) => page.click(selector),
    async press(keys) {
      const names = keys.split('+') as Parameters<Page['keyboard']['press']>[0][]
      for (const name of names) await page.keyboard.down(name)
      for (const name of names.reverse()) await page.keyboard.up(name)
    },
    drop: (selector, files) => dropFiles(page, selector, files),
    copy: (file) => copyFile(page, file),
    async screenshot(path, size) {
      if (size) await page.setViewport(size)
      await page.screenshot({ path: path as `${string}.png` })
    },
    close: () => page.close(),
  }
}

/**
 * Clicks once the element stands still and nothing lies over it: a plain click of this driver lands where a moving one was,
 * and its locators wait for ever on a page with zone.js.
 */
async function clickOnceStill(page: Page, selector: string): Promise<void> {
  let last: unknown = null
  await until(`${selector} to stand still`, async () => {
    const before = last
    last = await page.evaluate(`(${whereOnTop})(${JSON.stringify(selector)})`)
    return last !== null && last === before
  })
  await page.click(selector)
}

/** Where an element is, in words to compare; null while its middle is covered or out of view. */
const whereOnTop = `(selector) => {
  const element = document.querySelector(selector)
  element.scrollIntoView({ block: 'nearest', behavior: 'instant' })
  const { x, y, width, height } = element.getBoundingClientRect()
  const top = document.elementFromPoint(x + width / 2, y + height / 2)
  return element.contains(top) ? [x, y, width, height].join() : null
}`

function plainFrame(frame: PuppeteerFrame): Frame {
  return {
    url: () => frame.url(),
    evaluate: async <T>(expression: string) => (await frame.evaluate(expression)) as T,
    async give(selector, files) {
      const handle = await frame.waitForSelector(selector, { timeout: 10_000 })
      if (!handle) throw new Error(`${selector} is not there`)
      await (handle as ElementHandle<HTMLInputElement>).uploadFile(...files.map((file) => resolve(file)))
    },
  }
}
