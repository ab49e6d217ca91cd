import { storage } from 'wxt/utils/storage'
import type { FileAnswer } from '../bridge/file-answer'
import { createTurns } from '../settings/in-turn'
import { hexOf } from './hex'

/** What one document in a tab remembers about one site: an answer under the mark of each file. */
type Marks = Record<string, FileAnswer>

interface Kept {
  /** Made for this session and never told: without it nobody can try photos against the marks. Hexadecimal digits. */
  readonly key: string
  /** Under `tab place`; a place is a document and a site. The one that got an answer last comes last. */
  readonly places: Record<string, Marks>
}

/** How many files a place remembers, and how many places; the oldest are forgotten first. */
const MAX_ANSWERS = 1000
const MAX_PAGES = 50

/** In session storage, which lies in memory only, because the background may be put to sleep between two choices. */
const kept = storage.defineItem<Kept | null>('session:answered', { fallback: null })

const inTurn = createTurns()

/** Is any answer remembered for this place in the tab? */
export async function hasAnswers(tab: number, place: string): Promise<boolean> {
  return Object.keys((await kept.getValue())?.places[`${tab} ${place}`] ?? {}).length > 0
}

/** The earlier answer for each of these files, by their digests; null where there is none. */
export async function recallAnswers(
  tab: number,
  place: string,
  digests: readonly string[],
): Promise<(FileAnswer | null)[]> {
  const now = await kept.getValue()
  const marks = now?.places[`${tab} ${place}`]
  if (!now || !marks) return digests.map(() => null)
  return Promise.all(
    digests.map(async (digest) => {
      const mark = await markOf(digest, now.key)
      return Object.hasOwn(marks, mark) ? (marks[mark] ?? null) : null
    }),
  )
}

/** Remembers an answer for these files, until the tab is closed; null forgets what was answered. */
export function rememberAnswer(
  tab: number,
  place: string,
  digests: readonly string[],
  answer: FileAnswer | null,
): Promise<void> {
  return inTurn(async () => {
    const now = (await kept.getValue()) ?? { key: newKey(), places: {} }
    const fresh = await Promise.all(digests.map((digest) => markOf(digest, now.key)))
    const here = `${tab} ${place}`
    const others = Object.entries(now.places[here] ?? {}).filter(([mark]) => !fresh.includes(mark))
    const added = answer ? fresh.map((mark) => [mark, answer] as const) : []
    const marks = Object.fromEntries([...others, ...added].slice(-MAX_ANSWERS))
    const elsewhere = Object.entries(now.places).filter(([other]) => other !== here)
    await kept.setValue({
      ...now,
      places: Object.fromEntries([...elsewhere, [here, marks] as const].slice(-MAX_PAGES)),
    })
  })
}

/** To be called when a tab is closed. */
export function forgetTab(tab: number): Promise<void> {
  return inTurn(async () => {
    const now = await kept.getValue()
    if (!now) return
    const others = Object.entries(now.places).filter(([place]) => !place.startsWith(`${tab} `))
    await kept.setValue({ ...now, places: Object.fromEntries(others) })
  })
}

export async function forgetAnswers(): Promise<void> {
  await kept.removeValue()
}

function newKey(): string {
  return hexOf(crypto.getRandomValues(new Uint8Array(32)))
}

async function markOf(digest: string, key: string): Promise<string> {
  const encoder = new TextEncoder()
  const algorithm = { name: 'HMAC', hash: 'SHA-256' }
  const imported = await crypto.subtle.importKey('raw', encoder.encode(key), algorithm, false, ['sign'])
  return hexOf(await crypto.subtle.sign('HMAC', imported, encoder.encode(digest)))
}
