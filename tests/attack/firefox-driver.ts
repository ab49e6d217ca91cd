import type { Page } from 'puppeteer-core'
import type { FirefoxBrowser } from '../support/browsers'
import { copyFile, dropFilesAt } from '../support/browsers/firefox-transfer'
import { createAnswers, type Evaluate } from './answers'
import { type Driver, NAVIGATION_LIMIT_MS, type Tabs } from './driver'
import { createCount, createHands } from './hands'

/** WebDriver BiDi, as the driver speaks it: pickers, frames by their present address, and scripts in any of them. */
interface Connection {
  on(event: 'input.fileDialogOpened', heard: (opened: Opened) => void): void
  off(event: 'input.fileDialogOpened', heard: (opened: Opened) => void): void
  send(command: string, parameters: object): Promise<{ readonly result: unknown }>
}
interface Opened {
  readonly context: string
  readonly element?: { readonly sharedId: string }
}
interface Context {
  readonly context: string
  readonly url: string
  readonly children: readonly Context[] | null
}

/** Milliseconds between looks for new pause pages: the driver does not hear of a page of an extension in a frame. */
const LOOK_MS = 60

export async function openFirefoxTabs(browser: FirefoxBrowser, count: number): Promise<Tabs> {
  const { page: first } = await browser.open()
  const hands = createHands()
  const pages: Page[] = []
  // A window each: what is behind another tab is slowed down.
  while (pages.length < count) pages.push(await first.browser().newPage({ type: 'window' }))
  const { connection } = first.browser() as unknown as { readonly connection: Connection }
  const drivers = await Promise.all(pages.map((page) => driverOf(page, connection, hands)))
  const picked = async (opened: Opened) => {
    for (const driver of drivers) if (await driver.has(opened.context)) return driver.give(opened)
  }
  connection.on('input.fileDialogOpened', picked)
  return {
    drivers,
    async close() {
      connection.off('input.fileDialogOpened', picked)
      for (const page of [...pages, first]) await page.close()
    },
  }
}

async function driverOf(page: Page, connection: Connection, hands: ReturnType<typeof createHands>) {
  const { _id: top } = page.mainFrame() as unknown as { readonly _id: string }
  let file = ''
  let picked = 0
  const fills = createCount()
  let looking = false
  const boxes = createCount()
  const answers = createAnswers()
  const pauses = new Map<string, object>()
  page.on('dialog', (box) => {
    boxes.add()
    void box.dismiss()
  })
  const contexts = async () => {
    const { result } = await connection.send('browsingContext.getTree', { root: top })
    const found: Context[] = []
    const add = (context: Context) => {
      found.push(context)
      for (const inner of context.children ?? []) add(inner)
    }
    for (const context of (result as { readonly contexts: readonly Context[] }).contexts) add(context)
    return found
  }
  const evaluateIn =
    (context: string): Evaluate =>
    async (expression) => {
      const { result } = await connection.send('script.evaluate', {
        expression: `${expression}.then(JSON.stringify)`,
        target: { context },
        awaitPromise: true,
      })
      const { type, ...rest } = result as { readonly type: string; readonly result?: { readonly value?: string } }
      if (type !== 'success') throw new Error('the pause page threw')
      return JSON.parse(rest.result?.value ?? 'null')
    }
  const look = async () => {
    for (const { context, url } of await contexts()) {
      if (!/^moz-extension:.*\/pause\.html/.test(url)) continue
      const pause = pauses.get(context) ?? { context }
      pauses.set(context, pause)
      answers.came(pause, evaluateIn(context))
    }
  }
  const lookOn = async () => {
    if (looking) return
    looking = true
    while (answers.isWaiting()) {
      // A tab that goes to another page has no tree for a moment.
      await look().catch(() => {})
      await new Promise((resume) => setTimeout(resume, LOOK_MS))
    }
    looking = false
  }
  const press = async (keys: readonly Parameters<Page['keyboard']['press']>[0][]) => {
    for (const key of keys) await page.keyboard.down(key)
    for (const key of [...keys].reverse()) await page.keyboard.up(key)
  }
  const driver: Driver = {
    name: 'firefox',
    async go(address) {
      answers.clear()
      pauses.clear()
      await page.goto(address, { waitUntil: 'load', timeout: NAVIGATION_LIMIT_MS })
    },
    evaluate: <T>(expression: string) => page.evaluate(expression) as Promise<T>,
    pick(next) {
      file = next
      picked = 0
    },
    picked: () => picked,
    filled: fills.next,
    activate: async () => {},
    click: ({ x, y }) => page.mouse.click(x, y),
    drop: (at, dropped) => dropFilesAt(page, at, [dropped]),
    press: (key, focus) =>
      hands(async () => {
        await page.bringToFront()
        await focus()
        await press([key as 'Space'])
      }),
    paste: (copied, focus) =>
      hands(async () => {
        await page.bringToFront()
        await focus()
        await copyFile(page, copied)
        await press(['Control', 'V'])
      }),
    answer(wanted) {
      const answered = answers.want(wanted)
      void lookOn()
      return answered
    },
    rest: answers.rest,
    confirms: boxes.now,
    confirmed: boxes.next,
  }
  return {
    ...driver,
    has: async (context: string) => (await contexts()).some((one) => one.context === context),
    give({ context, element }: Opened) {
      picked++
      if (element) connection.send('input.setFiles', { context, element, files: [file] }).then(fills.add, () => {})
    },
  }
}
