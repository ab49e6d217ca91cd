import { READINGS, type Reading } from './audience'
import { type FileAnswer, REPEATABLE } from './file-answer'
import { isRecord } from './verdict'

/**
 * Everything that is asked of the background, one function a message; `runtime.sendMessage` carries `{ ask, with }`.
 * The sender's tab, frame and address come from the browser, never from the message.
 */
export interface Background {
  /** Guard: a one-time ticket, valid for one minute in the sender's tab; `page` tells this document from others there. */
  issueTicket(page: string): string
  /** Guard of a frame: tells the guard of the tab's top frame to expect this ticket; false when there is none that can. */
  announce(ticket: string): boolean
  /** Guard: puts the reader beside it (src/guard/reader.ts); false where the browser does not let us. */
  bringReader(): boolean
  /**
   * Pause page: true once for a ticket issued to this tab; `host` is the host name of the frame it was issued to, as the
   * browser knows it, and `page` what its guard said.
   */
  redeemTicket(
    ticket: string,
  ): { readonly valid: true; readonly host: string; readonly page: string } | { readonly valid: false }
  /** Pause page: what was done, for the popup's counts. */
  record(done: Done): null
  /** Pause page: what the page in this tab says about who sees a post on the place with this id. */
  readAudience(siteId: string): Audience
  /** Pause page: is any answer remembered for a file in this tab's page and place, as in `page siteId`? */
  hasAnswers(pageAndSite: string): boolean
  /** Pause page: what was answered there for the files with these digests, one each; null where nothing was. */
  recallAnswers(pageAndSite: string, digests: readonly string[]): (FileAnswer | null)[]
  /** Pause page: remembers an answer for these files as long as that page is open; null forgets it. */
  rememberFileAnswer(pageAndSite: string, digests: readonly string[], answer: FileAnswer | null): null
}

export interface Audience {
  readonly reading: Reading
  /** The page is one of Mastodon's, on a server that no list has. */
  readonly isMastodon: boolean
}

export interface Done {
  readonly host: string
  readonly cleaned: number
  readonly asIs: number
  readonly cancelled: number
}

export type Question = {
  [Name in keyof Background]: { readonly ask: Name; readonly with: Parameters<Background[Name]> }
}[keyof Background]

const NAMES: readonly (keyof Background)[] = [
  'issueTicket',
  'announce',
  'bringReader',
  'redeemTicket',
  'record',
  'readAudience',
  'hasAnswers',
  'recallAnswers',
  'rememberFileAnswer',
]

export function parseQuestion(value: unknown): Question | null {
  if (!isRecord(value) || !Array.isArray(value.with)) return null
  const name = NAMES.find((known) => known === value.ask)
  if (!name) return null
  const [first, second, third] = value.with
  if (name === 'bringReader') return { ask: name, with: [] }
  if (name === 'record') return isDone(first) ? { ask: name, with: [first] } : null
  if (typeof first !== 'string') return null
  if (name === 'recallAnswers') return areDigests(second) ? { ask: name, with: [first, second] } : null
  if (name === 'rememberFileAnswer')
    return areDigests(second) && (third === null || isFileAnswer(third))
      ? { ask: name, with: [first, second, third] }
      : null
  return { ask: name, with: [first] }
}

function areDigests(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((digest) => typeof digest === 'string' && /^[0-9a-f]{64}$/.test(digest))
}

function isFileAnswer(value: unknown): value is FileAnswer {
  return (
    isRecord(value) &&
    REPEATABLE.some((choice) => choice === value.choice) &&
    READINGS.some((reading) => reading === value.reading)
  )
}

function isDone(value: unknown): value is Done {
  if (!isRecord(value) || typeof value.host !== 'string') return false
  const count = (n: unknown) => Number.isSafeInteger(n) && Number(n) >= 0
  return count(value.cleaned) && count(value.asIs) && count(value.cancelled)
}
