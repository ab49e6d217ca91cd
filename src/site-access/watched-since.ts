import { storage } from 'wxt/utils/storage'

/**
 * Since when the scripts reach new pages, in epoch milliseconds: 'all' for every site, and per match pattern of an
 * added one. It lives as long as the browser's session, because every page of a new session is loaded after its start.
 */
const since = storage.defineItem<Record<string, number>>('session:watchedSince', { fallback: {} })

/** To be called when the extension was installed or updated: pages that are open already run without it. */
export async function markStart(now: number): Promise<void> {
  await since.setValue({ ...(await since.getValue()), all: now })
}

export async function markAdded(pattern: string, now: number): Promise<void> {
  await since.setValue({ ...(await since.getValue()), [pattern]: now })
}

/** Was a page that began loading at `loaded` too early for our scripts? `pattern` is that of an added site. */
export async function needsReload(loaded: number, pattern: string | null): Promise<boolean> {
  const marks = await since.getValue()
  return loaded < Math.max(marks.all ?? 0, pattern === null ? 0 : (marks[pattern] ?? 0))
}
