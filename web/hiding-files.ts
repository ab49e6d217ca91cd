/** What can be looked for in a picture; what does that is loaded apart, when somebody first asks for it. */
const HIDING_PARTS = ['faces', 'text'] as const

export type HidingPart = (typeof HIDING_PARTS)[number]

/** What finds faces and hides them, or what finds text: megabytes that are not loaded with the page, but once, when asked for. */
export interface HidingFiles {
  readonly part: HidingPart
  /** Another one as soon as any of the files is another. */
  readonly revision: string
  readonly files: readonly HidingFile[]
}

export type HidingLists = Readonly<Record<HidingPart, HidingFiles>>

interface HidingFile {
  /** Relative to the page. */
  readonly path: string
  readonly bytes: number
}

/** Lies beside the page: the build writes it. */
export const HIDING_LIST = 'hiding.json'

/** The folder of the files, which the service worker does not fetch by itself. */
export const HIDING_FOLDER = 'pictures/'

const cachePrefixOf = (part: HidingPart) => `hiding-${part}-`

/** Returns what there is to load. @throws {TypeError} without a network, and {Error} when the host answers something else. */
export async function listHidingFiles(load: typeof fetch = fetch): Promise<HidingLists> {
  const lists = parseHidingLists(await (await answerOf(`./${HIDING_LIST}`, load)).json())
  if (!lists) throw new Error(`${HIDING_LIST} is no list`)
  return lists
}

/** Returns the lists that `value` is, or null when one is missing, is anything else or names a file outside of its folder. */
export function parseHidingLists(value: unknown): HidingLists | null {
  if (typeof value !== 'object' || value === null) return null
  const { faces, text } = value as Partial<Record<HidingPart, unknown>>
  const lists = { faces: parseFiles('faces', faces), text: parseFiles('text', text) }
  return lists.faces && lists.text ? { faces: lists.faces, text: lists.text } : null
}

function parseFiles(part: HidingPart, value: unknown): HidingFiles | null {
  if (typeof value !== 'object' || value === null) return null
  const { revision, files } = value as Partial<Record<keyof HidingFiles, unknown>>
  if (typeof revision !== 'string' || !Array.isArray(files)) return null
  const isFile = ({ path, bytes }: Partial<Record<keyof HidingFile, unknown>>) =>
    typeof path === 'string' && path.startsWith(HIDING_FOLDER) && !path.includes('..') && Number.isSafeInteger(bytes)
  return files.every((file) => typeof file === 'object' && file !== null && isFile(file))
    ? { part, revision, files }
    : null
}

/** Returns the bytes of all the files. */
export function bytesOf(lists: readonly HidingFiles[]): number {
  return lists.flatMap(({ files }) => files).reduce((sum, { bytes }) => sum + bytes, 0)
}

/** Returns the megabytes of all the files, rounded up. */
export function megabytesOf(...lists: readonly HidingFiles[]): number {
  return Math.ceil(bytesOf(lists) / 1_000_000)
}

/** Returns the lists of which something is missing without a network: in the order of the lists, none when all is kept. */
export async function missingOf(lists: HidingLists): Promise<readonly HidingFiles[]> {
  const all = HIDING_PARTS.map((part) => lists[part])
  const kept = await Promise.all(all.map(areHidingFilesKept))
  return all.filter((_, at) => !kept[at])
}

/** Tells whether all of them can be had without a network. */
async function areHidingFilesKept({ part, revision, files }: HidingFiles): Promise<boolean> {
  const cache = await openCache(cachePrefixOf(part) + revision)
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
  { part, revision, files }: HidingFiles,
  step: (bytes: number) => void = () => undefined,
  load: typeof fetch = fetch,
): Promise<boolean> {
  const name = cachePrefixOf(part) + revision
  let cache = await openCache(name)
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
  if (cache) await forgetOthers(cachePrefixOf(part), name)
  return cache !== null
}

async function answerOf(address: string, load: typeof fetch): Promise<Response> {
  const answer = await load(address)
  if (!answer.ok) throw new Error(`${address}: the host answers ${answer.status}`)
  return answer
}

async function openCache(name: string): Promise<Cache | null> {
  try {
    return await caches.open(name)
  } catch {
    return null
  }
}

async function forgetOthers(prefix: string, kept: string): Promise<void> {
  const names = await caches.keys()
  const others = names.filter((name) => name.startsWith(prefix) && name !== kept)
  await Promise.all(others.map((name) => caches.delete(name)))
}
