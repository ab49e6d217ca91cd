import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, chromium, type Frame, type Page } from 'playwright-core'
import { findChromium } from '../programs.mjs'

export interface OpenBrowser {
  readonly context: BrowserContext
  close(): Promise<void>
}

export interface BrowserWishes {
  /** A window for a person, or none. */
  readonly headless: boolean
  /** The folder of a built extension. */
  readonly extension: string | null
  /** BCP 47. */
  readonly language?: string
}

const QUIET = [
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Opens Chromium with a fresh profile, which is deleted when it closes. */
export async function openBrowser({ headless, extension, language }: BrowserWishes): Promise<OpenBrowser> {
  const executablePath = findChromium()
  if (!executablePath) throw new Error('there is no Chromium')
  const profile = mkdtempSync(join(tmpdir(), 'pausephoto-browser-'))
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless: false,
    viewport: headless ? { width: 1280, height: 800 } : null,
    ...(language && { locale: language }),
    args: [
      ...QUIET,
      // As root, Chromium has no sandbox; without a screen it has no graphics card either.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ...(headless ? ['--headless=new', '--disable-gpu'] : []),
      ...(language ? [`--lang=${language}`] : []),
      ...(extension ? [`--disable-extensions-except=${extension}`, `--load-extension=${extension}`] : []),
      '--enable-unsafe-extension-debugging',
    ],
    ignoreDefaultArgs: ['--disable-extensions', '--enable-automation'],
  })
  if (extension) await loadWhereTheFlagIsIgnored(context, extension)
  return {
    context,
    async close() {
      await context.close()
      rmSync(profile, { recursive: true, force: true })
    },
  }
}

/** Branded Chrome and Edge ignore --load-extension; they load one over the debugging pipe. */
async function loadWhereTheFlagIsIgnored(context: BrowserContext, extension: string): Promise<void> {
  if (context.serviceWorkers().length > 0) return
  const started = await context.waitForEvent('serviceworker', { timeout: 3000 }).catch(() => null)
  if (started) return
  const session = await context.browser()?.newBrowserCDPSession()
  if (!session) throw new Error('this browser does not load extensions; please install Chromium or set CHROME_PATH')
  const loaded = context.waitForEvent('serviceworker', { timeout: 10_000 })
  await session.send('Extensions.loadUnpacked' as never, { path: extension } as never)
  await loaded
  await session.detach()
}

/** The pause page in a tab, once its dialog shows this button. */
export async function pausePage(page: Page, action: string): Promise<Frame> {
  const deadline = Date.now() + 30_000
  while (Date.now() < deadline) {
    for (const frame of page.frames()) {
      // A frame that is only being loaded has no address yet.
      if (!/^[\w-]+:\/\/[^/]+\/pause\.html/.test(frame.url())) continue
      if (
        await frame
          .locator(`[data-action="${action}"]`)
          .isVisible()
          .catch(() => false)
      )
        return frame
    }
    await page.waitForTimeout(100)
  }
  throw new Error(`the pause page did not show “${action}” within 30 seconds`)
}
