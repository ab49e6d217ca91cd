import { ANSWERS, type Answer } from './account-answer'
import { READINGS, type Reading } from './audience'
import { type FileAnswer, REPEATABLE } from './file-answer'
import type { GuardRoute } from './pause'
import { listOf, recordOf } from './record'
import { RULE_CHANGES, type RuleChange } from './rule-change'

/**
 * Everything that is asked of the background, one function a message; `runtime.sendMessage` carries `{ ask, with }`.
 * The sender's tab, frame and address come from the browser, never from the message.
 */
export interface Background {
  /** Guard: a one-time ticket, valid for one minute in the sender's tab; `page` tells this document from others there. */
  issueTicket(page: string): string
  /**
   * Guard of a frame: has the guard of the tab's top frame host the pause page, with a ticket for this frame; null when
   * there is none that can. `path` leads to the frame (@see GuardRoute); `hasScripts` says whether pages of ours in it could run.
   */
  hostInTop(page: string, path: readonly number[], hasScripts: boolean): Invitation | null
  /** Guard: puts beside it what shows the pause page (src/guard/host.ts); false where the browser does not let us. */
  injectHost(): boolean
  /** Guard: takes the filter off the whole document while the dialog is in front, or lets it be again; false where the browser does not let us. */
  setUnfiltered(unfiltered: boolean): boolean
  /** Guard: injects what reads in the page’s place (src/guard/reviewed-access.ts); false where the browser does not let us. */
  injectReviewedAccess(): boolean
  /** Guard of a document in which no script of a page's world runs: puts the page world beside it; false where the browser does not let us. */
  injectPageWorld(): boolean
  /**
   * Pause page: valid once for a ticket issued to this tab; `host` is the host name of the frame it was issued to, as the
   * browser knows it, `page` what its guard said, and `route` where that guard is met.
   */
  redeemTicket(ticket: string): RedeemedTicket | { readonly valid: false }
  /** Pause page: what was done, for the popup's counts. */
  record(done: Done): null
  /** Pause page: what the page in this tab says about who sees a post on the place with this id. */
  readAudience(siteId: string): Audience
  /** Pause page: remembers who sees the account on this site; it has no lock of its own against other tabs. */
  rememberAccountAnswer(siteId: string, answer: Answer, reading: Reading): null
  /** Pause page: changes the rules of this site. */
  changeRules(siteId: string, change: RuleChange): null
  /** Pause page: is any answer remembered for a file in this tab's page and place, as in `page siteId`? */
  hasAnswers(pageAndSite: string): boolean
  /** Pause page: what was answered there for the files with these digests, one each; null where nothing was. */
  recallAnswers(pageAndSite: string, digests: readonly string[]): (FileAnswer | null)[]
  /** Pause page: remembers an answer for these files as long as that page is open; null forgets it. */
  rememberFileAnswer(pageAndSite: string, digests: readonly string[], answer: FileAnswer | null): null
}

/** Where the pause page that another frame hosts will come. */
export interface Invitation {
  readonly ticket: string
  readonly at: 'relay' | 'window'
}

/** Returns the invitation, or null when the value is none. */
export function parseInvitation(value: unknown): Invitation | null {
  const invitation = recordOf(value)
  const { ticket, at } = invitation ?? {}
  return typeof ticket === 'string' && (at === 'relay' || at === 'window') ? { ticket, at } : null
}

interface RedeemedTicket {
  readonly valid: true
  readonly host: string
  readonly page: string
  readonly route: GuardRoute
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
  /** Files in which nothing was found, and out of which small details were left. */
  readonly stripped: number
  /** Kinds of finding that are gone. */
  readonly gone: readonly string[]
}

export type Question = {
  [Name in keyof Background]: { readonly ask: Name; readonly with: Parameters<Background[Name]> }
}[keyof Background]

const NAMES: readonly (keyof Background)[] = [
  'issueTicket',
  'hostInTop',
  'injectHost',
  'setUnfiltered',
  'injectReviewedAccess',
  'injectPageWorld',
  'redeemTicket',
  'record',
  'readAudience',
  'rememberAccountAnswer',
  'changeRules',
  'hasAnswers',
  'recallAnswers',
  'rememberFileAnswer',
]

/** Returns the question, or null when the value is none. */
export function parseQuestion(value: unknown): Question | null {
  const question = recordOf(value)
  const name = NAMES.find((known) => known === question?.ask)
  const given = listOf(question?.with, (value) => ({ value }))
  if (!name || !given) return null
  const [first, second, third] = given.map(({ value }) => value)
  if (name === 'injectHost' || name === 'injectReviewedAccess' || name === 'injectPageWorld')
    return { ask: name, with: [] }
  if (name === 'record') return isDone(first) ? { ask: name, with: [first] } : null
  if (name === 'setUnfiltered') return typeof first === 'boolean' ? { ask: name, with: [first] } : null
  if (typeof first !== 'string') return null
  if (name === 'hostInTop')
    return isPath(second) && typeof third === 'boolean' ? { ask: name, with: [first, second, third] } : null
  if (name === 'rememberAccountAnswer')
    return isOneOf(ANSWERS, second) && isOneOf(READINGS, third) ? { ask: name, with: [first, second, third] } : null
  if (name === 'changeRules') return isOneOf(RULE_CHANGES, second) ? { ask: name, with: [first, second] } : null
  if (name === 'recallAnswers') return areDigests(second) ? { ask: name, with: [first, second] } : null
  if (name === 'rememberFileAnswer')
    return areDigests(second) && (third === null || isFileAnswer(third))
      ? { ask: name, with: [first, second, third] }
      : null
  return { ask: name, with: [first] }
}

/** Deeper than any page nests its frames; -1 stands for a frame in a shadow root, which no index leads to. */
const MAX_DEPTH = 32

function isPath(value: unknown): value is readonly number[] {
  return Array.isArray(value) && value.length <= MAX_DEPTH && value.every((at) => Number.isSafeInteger(at) && at >= -1)
}

function areDigests(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((digest) => typeof digest === 'string' && /^[0-9a-f]{64}$/.test(digest))
}

function isFileAnswer(value: unknown): value is FileAnswer {
  const answer = recordOf(value)
  return isOneOf(REPEATABLE, answer?.choice) && isOneOf(READINGS, answer?.reading)
}

function isOneOf<T>(known: readonly T[], value: unknown): value is T {
  return known.some((one) => one === value)
}

function isDone(value: unknown): value is Done {
  const done = recordOf(value)
  const count = (n: unknown) => Number.isSafeInteger(n) && Number(n) >= 0
  return (
    typeof done?.host === 'string' &&
    count(done.cleaned) &&
    count(done.asIs) &&
    count(done.cancelled) &&
    count(done.stripped) &&
    listOf(done.gone, (kind) => (typeof kind === 'string' && /^[a-z-]{1,30}$/.test(kind) ? kind : null)) !== null
  )
}
