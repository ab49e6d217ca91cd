import type { Browser, BrowserOptions } from './tab'

interface Shared {
  readonly browser: Browser
  isTaken: boolean
}

/** Under this name the browsers lie that the test files of one process share; nothing lies there outside of the tests. */
const KEY = Symbol.for('pausephoto.shared-browsers')
const registry = globalThis as { [KEY]?: Map<string, Shared> | undefined }

/** Lets `shared` hand the same browser to one test file after the other, until `closeShared`. */
export function beginSharing(): void {
  registry[KEY] = new Map()
}

/** Ends every browser that was shared. */
export async function closeShared(): Promise<void> {
  const all = [...(registry[KEY]?.values() ?? [])]
  registry[KEY] = undefined
  await Promise.all(all.map(({ browser }) => browser.close()))
}

/**
 * Returns a `start` that gives a browser which an earlier file is done with, where there is one and only `extension` is asked
 * for: to start one takes seconds. Its `close` puts it back as after its start; one that cannot be put back is ended, and the
 * file that had it fails.
 */
export function shared<B extends Browser>(start: (options: BrowserOptions) => Promise<B>) {
  return async (options: BrowserOptions): Promise<B> => {
    const all = registry[KEY]
    const { extension, ...others } = options
    if (!all || Object.keys(others).length > 0) return start(options)
    const key = `${start.name} ${extension}`
    const found = all.get(key)
    if (found?.isTaken) return start(options)
    const one = found ?? { browser: await start(options), isTaken: true }
    one.isTaken = true
    all.set(key, one)
    return {
      ...(one.browser as B),
      async close() {
        try {
          await one.browser.reset()
          one.isTaken = false
        } catch (problem) {
          all.delete(key)
          await one.browser.close()
          throw problem
        }
      },
    }
  }
}
