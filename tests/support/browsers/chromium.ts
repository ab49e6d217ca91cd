import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import {
  type BrowserContext,
  type CDPSession,
  chromium,
  type Page,
  type Frame as PlaywrightFrame,
  type Worker,
} from 'playwright-core'
import { askingIn, noteClicks } from './asking'
import { type Browser, type BrowserOptions, closeWelcome, EMPTY_STORAGE, type Frame, type Tab, until } from './tab'

const BINARY = process.env.PAUSEPHOTO_CHROMIUM ?? '/usr/bin/chromium'
const BUILT = process.env.PAUSEPHOTO_CHROME_BUILD ?? '.output/chrome-mv3'

export interface ChromiumBrowser extends Browser {
  readonly context: BrowserContext
  open(url?: string): Promise<ChromiumTab>
  openExtensionPage(path: string): Promise<ChromiumTab>
}

export interface ChromiumTab extends Tab {
  /** Playwright's own page, for what this interface does not offer (axe, touch, media emulation). */
  readonly page: Page
}

/**
 * What Chromium is started without. This list takes the place of the driver's own, so that it holds what the driver switches
 * off for a reason that is ours too; last the two pages behind the address bar, which cost as much as the rest of the start.
 */
const FEATURES_OFF = [
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'LensOverlay',
  'MediaRouter',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'AimEnabled',
  'PreconnectToSearch',
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
]

/** Starts Chromium with a fresh profile; every host name leads to 127.0.0.1 and any certificate is accepted. */
export async function startChromium(options: BrowserOptions): Promise<ChromiumBrowser> {
  const profile = await mkdtemp(join(tmpdir(), 'pausephoto-chromium-'))
  const folder = resolve(options.folder ?? BUILT)
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: BINARY,
    headless: false,
    viewport: { width: 1280, height: 800 },
    ignoreHTTPSErrors: true,
    locale: options.language ?? 'en-US',
    args: [
      '--headless=new',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      `--disable-features=${FEATURES_OFF.join(',')}`,
      `--lang=${options.language ?? 'en-US'}`,
      '--host-resolver-rules=MAP * 127.0.0.1',
      '--ignore-certificate-errors',
      ...(options.extension ? [`--disable-extensions-except=${folder}`, `--load-extension=${folder}`] : []),
    ],
    ignoreDefaultArgs: ['--disable-extensions', '--enable-automation'],
  })
  if (options.extension && !options.withoutWelcome)
    await closeWelcome(async () =>
      context.pages().map((page) => ({ address: () => page.evaluate('location.href'), close: () => page.close() })),
    )
  const [first] = context.pages()
  return {
    name: 'chromium',
    context,
    open: (url) => openTab(context, url),
    async opened(part) {
      const page = await until(`a tab of ${part}`, async () => context.pages().find((one) => one.url().includes(part)))
      return chromiumTab(page, await context.newCDPSession(page))
    },
    async openExtensionPage(path) {
      return openTab(context, new URL(path, (await extensionWorker(context)).url()).href)
    },
    async removeExtension() {
      const [worker] = context.serviceWorkers()
      // The worker ends with its extension, before it could answer.
      await worker?.evaluate('chrome.management.uninstallSelf()').catch(() => undefined)
      await until('the end of the extension', async () => context.serviceWorkers().length === 0)
    },
    async reset() {
      for (const page of context.pages()) if (page !== first) await closePage(page, await context.newCDPSession(page))
      await context.clearPermissions()
      if (options.extension) await extensionWorker(context).then((worker) => worker.evaluate(EMPTY_STORAGE))
    },
    async close() {
      await context.close()
      await rm(profile, { recursive: true, force: true, maxRetries: 3 })
    },
  }
}

/** Pages may have service workers too. */
const ofExtension = (worker: Worker) => worker.url().startsWith('chrome-extension:')

async function extensionWorker(context: BrowserContext): Promise<Worker> {
  return context.serviceWorkers().find(ofExtension) ?? context.waitForEvent('serviceworker', ofExtension)
}

async function openTab(context: BrowserContext, url?: string): Promise<ChromiumTab> {
  const page = await context.newPage()
  // Without a listener from the start, switching interception on races the first fast click.
  page.on('filechooser', () => {})
  const tab = chromiumTab(page, await context.newCDPSession(page))
  if (url) await tab.go(url)
  return tab
}

function chromiumTab(page: Page, cdp: CDPSession): ChromiumTab {
  return {
    page,
    ...askingIn({
      frames: () => page.frames(),
      onBox: (heard) => page.on('dialog', heard),
      plain: plainFrame,
      visible: (frame, selector) => frame.waitForSelector(selector, { state: 'visible', timeout: 15_000 }),
      click: (button) => button.click({ timeout: 3000 }),
      listen: (button) => button.evaluate(noteClicks),
      hasHeard: (button) => button.evaluate((element) => element.hasAttribute('data-heard')),
    }),
    url: () => page.url(),
    evaluate: (expression) => page.evaluate(expression),
    go: async (url) => void (await page.goto(url, { waitUntil: 'load' })),
    frames: () => page.frames().map(plainFrame),
    async choose(selector, files) {
      const [chooser] = await Promise.all([page.waitForEvent('filechooser', { timeout: 10_000 }), page.click(selector)])
      await chooser.setFiles([...files])
    },
    give: (selector, files) => page.setInputFiles(selector, [...files]),
    click: (selector) => page.click(selector),
    press: (key) => page.keyboard.press(key),
    async drop(selector, files) {
      const box = await page.locator(selector).boundingBox()
      if (!box) throw new Error(`${selector} has no box to drop on`)
      const x = box.x + box.width / 2
      const y = box.y + box.height / 2
      const data = { items: [], files: files.map((file) => resolve(file)), dragOperationsMask: 1 }
      const drag = (type: 'dragEnter' | 'dragOver' | 'drop') =>
        cdp.send('Input.dispatchDragEvent', { type, x, y, data })
      // Until a frame is drawn without it, the browser sends a drag to a pause page that has just closed.
      await page.locator(selector).evaluate((element) => {
        const into = element instanceof HTMLIFrameElement ? element.contentWindow : window
        // Without a name of its own: what compiles scripts/ would name it by a function that the page does not have.
        into?.addEventListener('dragover', () => element.setAttribute('data-dragged-over', ''), {
          capture: true,
          once: true,
        })
      })
      await until('the page to see what is dragged over it', async () => {
        await drag('dragEnter')
        await drag('dragOver')
        return (await page.locator(selector).getAttribute('data-dragged-over')) !== null
      })
      await page.locator(selector).evaluate((element) => element.removeAttribute('data-dragged-over'))
      // An overlay that came with the first of these takes the second.
      await drag('dragOver')
      await drag('drop')
    },
    async screenshot(path, size) {
      if (size) await page.setViewportSize(size)
      await page.screenshot({ path })
    },
    close: () => closePage(page, cdp),
  }
}

/** Chromium forgets that it was told to close a tab when a document comes into it at that moment; it is told again then. */
async function closePage(page: Page, cdp: CDPSession): Promise<void> {
  const { targetInfo } = await cdp.send('Target.getTargetInfo')
  const { targetId } = targetInfo
  // Where the first time was enough, there is nothing left to close.
  page.on('load', () => cdp.send('Target.closeTarget', { targetId }).catch(() => undefined))
  await page.close()
}

function plainFrame(frame: PlaywrightFrame): Frame {
  return {
    url: () => frame.url(),
    evaluate: (expression) => frame.evaluate(expression),
    give: (selector, files) => frame.setInputFiles(selector, [...files]),
  }
}
