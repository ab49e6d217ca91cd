import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync } from 'node:fs'
import { createServer } from 'node:net'
import { resolve } from 'node:path'
import { findInPath } from '../../../scripts/programs.mjs'
import { until } from './tab'

/** A page in WebKitGTK, driven by W3C WebDriver: the engine of Safari, not Safari on a phone. No extension can be loaded. */
export interface WebKitTab {
  go(url: string): Promise<void>
  /** Runs an expression in the page and returns its JSON-like value; a promise is awaited. */
  evaluate<T>(expression: string): Promise<T>
  /** Gives files of the disk to an input; the browser fires its own trusted events. */
  give(selector: string, files: readonly string[]): Promise<void>
  screenshot(): Promise<Buffer>
  close(): Promise<void>
}

/** Returns the programs that it takes, or null where one is missing. */
function findWebKit(): { readonly driver: string; readonly browser: string; readonly screen: string } | null {
  const driver = findInPath('WebKitWebDriver')
  const screen = findInPath('Xvfb')
  const libraries = existsSync('/usr/lib') ? readdirSync('/usr/lib').map((name) => `/usr/lib/${name}`) : []
  const browser = libraries
    .flatMap((folder) =>
      ['webkit2gtk-4.1', 'webkitgtk-6.0', 'webkit2gtk-4.0'].map((name) => `${folder}/${name}/MiniBrowser`),
    )
    .find(existsSync)
  return driver && screen && browser ? { driver, browser, screen } : null
}

/** Starts a screen without a monitor, the driver and a browser with an empty profile. @throws when a program is missing. */
export async function startWebKit(): Promise<WebKitTab> {
  const programs = findWebKit()
  if (!programs) throw new Error('WebKitWebDriver, MiniBrowser and Xvfb are needed; npm test installs them on Debian')
  const screen = spawn(programs.screen, ['-displayfd', '1', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const [display] = (await once(screen.stdout, 'data')) as [Buffer]
  const port = await freePort()
  const driver = spawn(programs.driver, [`--port=${port}`, '--host=127.0.0.1'], {
    stdio: 'ignore',
    env: {
      ...process.env,
      DISPLAY: `:${String(display).trim()}`,
      // Its sandbox needs namespaces that containers and root do not have.
      WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1',
      WEBKIT_DISABLE_COMPOSITING_MODE: '1',
    },
  })
  try {
    return await openSession(`http://127.0.0.1:${port}`, programs.browser, () => end(driver, screen))
  } catch (problem) {
    await end(driver, screen)
    throw problem
  }
}

async function openSession(driver: string, binary: string, ended: () => Promise<void>): Promise<WebKitTab> {
  await until(
    'WebKitWebDriver',
    () =>
      fetch(`${driver}/status`).then(
        ({ ok }) => ok,
        () => false,
      ),
    30_000,
  )
  const wishes = { alwaysMatch: { 'webkitgtk:browserOptions': { binary, args: ['--automation'] } } }
  const { sessionId } = (await ask(`${driver}/session`, { capabilities: wishes })) as { sessionId: string }
  const session = `${driver}/session/${sessionId}`
  await ask(`${session}/timeouts`, { script: 60_000, pageLoad: 60_000 })
  return {
    go: async (url) => void (await ask(`${session}/url`, { url })),
    async evaluate<T>(expression: string) {
      const { value, error } = (await ask(`${session}/execute/async`, { script: scriptFor(expression), args: [] })) as {
        value: T
        error?: string
      }
      if (error !== undefined) throw new Error(error)
      return value
    },
    async give(selector, files) {
      const found = await ask(`${session}/element`, { using: 'css selector', value: selector })
      const [element] = Object.values(found as Record<string, string>)
      await ask(`${session}/element/${element}/value`, { text: files.map((file) => resolve(file)).join('\n') })
    },
    async screenshot() {
      return Buffer.from((await ask(`${session}/screenshot`)) as string, 'base64')
    },
    async close() {
      await ask(session, undefined, 'DELETE').catch(() => undefined)
      await ended()
    },
  }
}

/** The expression stands in the script itself: the page's policy forbids to evaluate a text. */
const scriptFor = (expression: string) => `
  const done = arguments[arguments.length - 1]
  Promise.resolve()
    .then(() => (${expression}))
    .then((value) => done({ value }), (error) => done({ error: String(error) }))`

async function ask(url: string, body?: unknown, method = body === undefined ? 'GET' : 'POST'): Promise<unknown> {
  const response = await fetch(url, { method, ...(body !== undefined && { body: JSON.stringify(body) }) })
  const { value } = (await response.json()) as { value: unknown }
  if (!response.ok) throw new Error(`WebKitWebDriver: ${JSON.stringify(value)}`)
  return value
}

/** Ends the driver, then the screen it drew on. */
async function end(...processes: readonly ChildProcess[]): Promise<void> {
  for (const child of processes) {
    if (child.exitCode !== null || child.signalCode !== null) continue
    child.kill()
    await once(child, 'exit')
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (typeof address !== 'object' || !address) throw new Error('a server has a port')
  return address.port
}
