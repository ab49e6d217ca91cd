import type { CDPSession, Page } from 'playwright-core'
import type { ChromiumBrowser } from '../support/browsers'
import { createAnswers } from './answers'
import { type Driver, NAVIGATION_LIMIT_MS, type Tabs } from './driver'
import { createCount } from './hands'

const IS_PAUSE = '/pause.html'

export async function openChromiumTabs({ context }: ChromiumBrowser, count: number): Promise<Tabs> {
  /** What is done with each further window of a tab. */
  const adopting = new Map<Page, (page: Page) => Promise<void>>()
  const opened = async (page: Page) => {
    const opener = await page.opener()
    // A window that closes at once has no session any more.
    if (opener)
      await adopting
        .get(opener)?.(page)
        .catch(() => {})
  }
  context.on('page', opened)
  const pages = await Promise.all(Array.from({ length: count }, () => context.newPage()))
  return {
    drivers: await Promise.all(
      pages.map(async (page) => {
        const driver = await driverOf(page)
        adopting.set(page, driver.adopt)
        return driver
      }),
    ),
    async close() {
      context.off('page', opened)
      await Promise.all(pages.map((page) => page.close()))
    },
  }
}

async function driverOf(page: Page): Promise<Driver & { readonly adopt: (page: Page) => Promise<void> }> {
  let file = ''
  let picked = 0
  const fills = createCount()
  const boxes = createCount()
  const answers = createAnswers()
  const opened = new Set<Page>()
  const adopt = async (one: Page) => {
    one.on('dialog', (box) => {
      boxes.add()
      void box.dismiss()
    })
    one.on('framenavigated', (frame) => {
      if (frame.url().endsWith(IS_PAUSE)) answers.came(frame, (expression) => frame.evaluate(expression))
    })
    const session = await one.context().newCDPSession(one)
    session.on('Page.fileChooserOpened', ({ backendNodeId }) => {
      picked++
      if (backendNodeId === undefined) return
      // A window that closes meanwhile takes its input with it.
      session.send('DOM.setFileInputFiles', { files: [file], backendNodeId }).then(fills.add, () => {})
    })
    await session.send('Page.enable')
    await session.send('Page.setInterceptFileChooserDialog', { enabled: true })
    return session
  }
  const session: CDPSession = await adopt(page)
  return {
    name: 'chromium',
    async adopt(other) {
      opened.add(other)
      other.on('close', () => opened.delete(other))
      await adopt(other)
    },
    async go(address) {
      answers.clear()
      await page.goto(address, { waitUntil: 'load', timeout: NAVIGATION_LIMIT_MS })
    },
    evaluate: (expression) => page.evaluate(expression),
    pick(next) {
      file = next
      picked = 0
    },
    picked: () => picked,
    filled: fills.next,
    // Whatever the driver runs counts as the visitor's doing; a window that closes meanwhile needs none.
    activate: async () => void (await Promise.allSettled(Array.from(opened, (one) => one.evaluate('0')))),
    click: ({ x, y }) => page.mouse.click(x, y),
    async drop({ x, y }, dropped) {
      const data = { items: [], files: [dropped], dragOperationsMask: 1 }
      for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
        await session.send('Input.dispatchDragEvent', { type, x, y, data })
    },
    async press(key, focus) {
      await focus()
      await page.keyboard.press(key)
    },
    paste: async () => {
      throw new Error('Chromium cannot be driven to paste a file')
    },
    answer: answers.want,
    rest: answers.rest,
    confirms: boxes.now,
    confirmed: boxes.next,
  }
}
