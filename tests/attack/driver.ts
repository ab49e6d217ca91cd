import type { CDPSession, Frame as PlaywrightFrame } from 'playwright-core'
import type { Page as FirefoxPage, Frame as PuppeteerFrame } from 'puppeteer-core'
import type { Browser, ChromiumBrowser, ChromiumTab, FirefoxTab } from '../support/browsers'
import { dropFilesAt } from '../support/browsers/firefox-transfer'
import type { PauseFrame } from './answerer'

export interface Point {
  readonly x: number
  readonly y: number
}

/** One tab in which combinations are tried, and the hands of the visitor. */
export interface Driver {
  readonly name: Browser['name']
  go(address: string): Promise<void>
  evaluate<T>(expression: string): Promise<T>
  /** Whatever picker opens from now on, in any window, is given this file. */
  pick(file: string): void
  /** How many pickers opened. */
  picked(): number
  click(at: Point): Promise<void>
  drop(at: Point, file: string): Promise<void>
  press(key: string): Promise<void>
  paste(file: string): Promise<void>
  /** Every pause page in any window of the browser. */
  pauseFrames(): Promise<PauseFrame[]>
  /** How many confirm() boxes came up; each was declined. */
  confirms(): number
}

const IS_PAUSE = '/pause.html'

export async function driverFor(browser: Browser): Promise<Driver> {
  return browser.name === 'chromium' ? chromiumDriver(browser as ChromiumBrowser) : firefoxDriver(browser)
}

async function chromiumDriver(browser: ChromiumBrowser): Promise<Driver> {
  const { context } = browser
  let file = ''
  let picked = 0
  const attach = async (session: CDPSession) => {
    session.on('Page.fileChooserOpened', ({ backendNodeId }) => {
      picked++
      if (backendNodeId === undefined) return
      // A window that closes meanwhile takes its input with it.
      session.send('DOM.setFileInputFiles', { files: [file], backendNodeId }).catch(() => {})
    })
    await session.send('Page.enable')
    await session.send('Page.setInterceptFileChooserDialog', { enabled: true })
  }
  const { page } = (await browser.open()) as ChromiumTab
  const session = await context.newCDPSession(page)
  await attach(session)
  let boxes = 0
  page.on('dialog', (box) => {
    boxes++
    void box.dismiss()
  })
  context.on('page', async (other) => {
    other.on('dialog', (box) => {
      boxes++
      void box.dismiss()
    })
    await attach(await context.newCDPSession(other)).catch(() => {})
  })
  const known = new WeakMap<PlaywrightFrame, PauseFrame>()
  const frame = (of: PlaywrightFrame): PauseFrame => {
    const pause = known.get(of) ?? { evaluate: (expression) => of.evaluate(expression), gone: () => of.isDetached() }
    known.set(of, pause)
    return pause
  }
  return {
    name: 'chromium',
    go: async (address) => void (await page.goto(address, { waitUntil: 'load' })),
    evaluate: (expression) => page.evaluate(expression),
    pick(next) {
      file = next
      picked = 0
    },
    picked: () => picked,
    click: ({ x, y }) => page.mouse.click(x, y),
    async drop({ x, y }, dropped) {
      const data = { items: [], files: [dropped], dragOperationsMask: 1 }
      for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
        await session.send('Input.dispatchDragEvent', { type, x, y, data })
    },
    press: (key) => page.keyboard.press(key),
    paste: async () => {
      throw new Error('Chromium cannot be driven to paste a file')
    },
    pauseFrames: async () =>
      context
        .pages()
        .flatMap((one) => one.frames())
        .filter((one) => one.url().endsWith(IS_PAUSE))
        .map(frame),
    confirms: () => boxes,
  }
}

/** The driver's connection, which tells of every picker and sets the files of any input. */
interface Connection {
  on(event: 'input.fileDialogOpened', heard: (opened: Opened) => void): void
  send(command: string, parameters: object): Promise<unknown>
}
interface Opened {
  readonly context: string
  readonly element?: { readonly sharedId: string }
}

async function firefoxDriver(browser: Browser): Promise<Driver> {
  const tab = (await browser.open()) as FirefoxTab
  const { page } = tab
  const { connection } = page.browser() as unknown as { readonly connection: Connection }
  let file = ''
  let picked = 0
  connection.on('input.fileDialogOpened', ({ context, element }) => {
    picked++
    if (!element) return
    connection.send('input.setFiles', { context, element, files: [file] }).catch(() => {})
  })
  let boxes = 0
  const watch = (one: FirefoxPage) =>
    one.on('dialog', (box) => {
      boxes++
      void box.dismiss()
    })
  watch(page)
  page.browser().on('targetcreated', async (target) => {
    const other = await target.page().catch(() => null)
    if (other && other !== page) watch(other)
  })
  const known = new WeakMap<PuppeteerFrame, PauseFrame>()
  return {
    name: 'firefox',
    go: async (address) => void (await page.goto(address, { waitUntil: 'load' })),
    evaluate: <T>(expression: string) => page.evaluate(expression) as Promise<T>,
    pick(next) {
      file = next
      picked = 0
    },
    picked: () => picked,
    click: ({ x, y }) => page.mouse.click(x, y),
    drop: (at, dropped) => dropFilesAt(page, at, [dropped]),
    press: (key) => tab.press(key),
    async paste(copied) {
      await tab.copy(copied)
      await tab.press('Control+V')
    },
    async pauseFrames() {
      const found: PauseFrame[] = []
      for (const one of await page.browser().pages())
        for (const inner of one.frames()) {
          const pause = known.get(inner)
          if (pause) found.push(pause)
          // The driver knows no address of an extension's frame before it is asked.
          else if (/^(|about:blank|moz-extension:.*)$/.test(inner.url())) {
            const address = await inner.evaluate('location.href').catch(() => '')
            if (!String(address).endsWith(IS_PAUSE)) continue
            const made = { evaluate: (expression: string) => inner.evaluate(expression), gone: () => inner.detached }
            known.set(inner, made)
            found.push(made)
          }
        }
      return found
    },
    confirms: () => boxes,
  }
}
