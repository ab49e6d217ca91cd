/** What finds and hides faces: thirty megabytes that are not loaded with the page, but once, when somebody asks for them. */
export interface HidingFiles {
  /** Another one as soon as any of the files is another. */
  readonly revision: string
  readonly files: readonly HidingFile[]
}

interface HidingFile {
  /** Relative to the page. */
  readonly path: string
  readonly bytes: number
}

/** Lies beside the page: the build writes it. */
export const HIDING_LIST = 'hiding.json'

/** The folder of the files, which the service worker does not fetch by itself. */
export const HIDING_FOLDER = 'pictures/'

const CACHE_PREFIX = 'hiding-'

/** Returns what there is to load. @throws {TypeError} without a network, and {Error} when the host answers something else. */
export async function listHidingFiles(load: typeof fetch = fetch): Promise<HidingFiles> {
  const list = parseHidingFiles(await (await answerOf(`./${HIDING_LIST}`, load)).json())
  if (!list) throw new Error(`${HIDING_LIST} is no list`)
  return list
}

/** Returns the list that `value` is, or null when it is anything else or names a file outside of its folder. */
export function parseHidingFiles(value: unknown): HidingFiles | null {
  if (typeof value !== 'object' || value === null) return null
  const { revision, files } = value as Partial<Record<keyof HidingFiles, unknown>>
  if (typeof revision !== 'string' || !Array.isArray(files)) return null
  const isFile = ({ path, bytes }: Partial<Record<keyof HidingFile, unknown>>) =>
    typeof path === 'string' && path.startsWith(HIDING_FOLDER) && !path.includes('..') && Number.isSafeInteger(bytes)
  return files.every((file) => typeof file === 'object' && file !== null && isFile(file)) ? { revision, files } : null
}

/** Returns the megabytes of the files, rounded up. */
export function megabytesOf({ files }: HidingFiles): number {
  return Math.ceil(files.reduce((sum, { bytes }) => sum + bytes, 0) / 1_000_000)
}

/** Tells whether all of them can be had without a network. */
export async function areHidingFilesKept({ revision, files }: HidingFiles): Promise<boolean> {
  const cache = await openCache(revision)
  if (!cache) return false
  const found = await Promise.all(files.map(({ path }) => cache.match(path)))
  return found.every((answer) => answer !== undefined)
}

/**
 * Loads what is missing and keeps it where the browser lets a page keep anything; those of earlier versions go. Where it does not (a
 * private window, a full phone) they are loaded all the same, to know that they can be had.
 * @param step called with the bytes that are there by now.
 * @returns whether they are kept.
 * @throws {TypeError} without a network, and {Error} when the host does not have them, as after an update.
 */
export async function loadHidingFiles(
  { revision, files }: HidingFiles,
  step: (bytes: number) => void = () => undefined,
  load: typeof fetch = fetch,
): Promise<boolean> {
  let cache = await openCache(revision)
  let there = 0
  for (const { path, bytes } of files) {
    if (!(await cache?.match(path))) {
      const answer = await answerOf(`./${path}`, load)
      const copy = new Response(await answer.arrayBuffer(), { headers: answer.headers })
      try {
        await cache?.put(path, copy)
      } catch (error) {
        console.warn('not kept:', error)
        cache = null
      }
    }
    there += bytes
    step(there)
  }
  if (cache) await forgetOthers(revision)
  return cache !== null
}

async function answerOf(address: string, load: typeof fetch): Promise<Response> {
  const answer = await load(address)
  if (!answer.ok) throw new Error(`${address}: the host answers ${answer.status}`)
  return answer
}

async function openCache(revision: string): Promise<Cache | null> {
  try {
    return await caches.open(CACHE_PREFIX + revision)
  } catch {
    return null
  }
}

async function forgetOthers(revision: string): Promise<void> {
  const names = await caches.keys()
  const others = names.filter((name) => name.startsWith(CACHE_PREFIX) && name !== CACHE_PREFIX + revision)
  await Promise.all(others.map((name) => caches.delete(name)))
}
