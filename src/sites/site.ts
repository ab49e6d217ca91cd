import type { WordKey } from '../words/words'

/** What a place is, because a class album is not a public account and a mail is neither. */
export const SITE_KINDS = ['social', 'messenger', 'album', 'school', 'adverts', 'mail'] as const
export type SiteKind = (typeof SITE_KINDS)[number]

/** Who sees what a new, adult account posts there, unless its owner changed it. */
export type Audience =
  | 'everyone'
  | 'friends'
  /** The people a message, an album or a mail is sent to. */
  | 'recipients'
  /** The parents and the teachers of a class or of a nursery. */
  | 'class'
  | 'family'
  | 'neighbours'
  /** Chosen for each post, channel, group or board. */
  | 'depends'
  | 'unknown'

/** What the copies that other people can download still hold of the file's hidden data. */
export type Copies = 'stripped' | 'kept' | 'depends' | 'unknown'

/**
 * `none`: an official page, a maintainer, a paper or public code was seen. `second-hand`: press or vendors only.
 * `unchecked`: nobody of ours could check it; it is never told as a fact.
 */
export type Doubt = 'none' | 'second-hand' | 'unchecked'

/** A statement about somebody else's site, with where it comes from. */
export interface Claim<T> {
  readonly value: T
  readonly doubt: Doubt
  /** Who said so, in the words of a footnote; null only for `unchecked`. */
  readonly source: string | null
  /** When the source was written, as ISO year, month or day; null when it is undated. */
  readonly asOf: string | null
}

export interface Site {
  /** Stays the same for ever: answers are stored under it. */
  readonly id: string
  /** As the place writes it itself. */
  readonly name: string
  readonly kind: SiteKind
  /** Where uploads happen; the path is always `/*`, which blank and blob frames inside the page require. */
  readonly matches: readonly string[]
  readonly audience: Claim<Audience>
  /** No setting makes a post there visible to fewer people. */
  readonly alwaysPublic?: true
  /** The exact page of the setting that says who sees what; null when there is none on the web. */
  readonly privacyPage: Claim<string | null>
  /** Keys of the sentences that tell how to check, at most three. */
  readonly steps: readonly WordKey[]
  readonly copies: Claim<Copies>
  /** There is a second way to send, as a document or file, that keeps everything. */
  readonly fileModeKeeps?: Claim<true>
}

/** A statement nobody of ours could check. */
export function unchecked<const T>(value: T): Claim<T> {
  return { value, doubt: 'unchecked', source: null, asOf: null }
}

/** A statement that follows from what the place is: a letter is read by whom it is sent to, an advert by everyone. */
export function byNature<const T>(value: T): Claim<T> {
  return { value, doubt: 'none', source: 'What the place is for', asOf: null }
}

/** A statement with a source we saw ourselves; `asOf` is the source's own date, null when it has none. */
export function sourced<const T>(value: T, source: string, asOf: string | null): Claim<T> {
  return { value, doubt: 'none', source, asOf }
}

/** A statement that only press or vendors make. */
export function secondHand<const T>(value: T, source: string, asOf: string | null): Claim<T> {
  return { value, doubt: 'second-hand', source, asOf }
}
