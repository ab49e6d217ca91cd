import { Malformed } from '../core/malformed'

export interface Attribute {
  readonly name: string
  readonly value: string
  /** With the white space in front of it. */
  readonly start: number
  readonly end: number
}

/** A piece of an XML document, characters `start` to `end`. */
export type Token = { readonly start: number; readonly end: number } & (
  | { readonly kind: 'text' | 'cdata' | 'comment' | 'instruction' | 'doctype' }
  | {
      readonly kind: 'open'
      readonly name: string
      readonly attributes: readonly Attribute[]
      /** Whether it closes itself. */
      readonly isEmpty: boolean
    }
  | { readonly kind: 'close'; readonly name: string }
)

const CLOSED = [
  ['<!--', '-->', 'comment'],
  ['<![CDATA[', ']]>', 'cdata'],
  ['<?', '?>', 'instruction'],
  ['<!DOCTYPE', '>', 'doctype'],
] as const

const NAME = /[A-Za-z_][\w.-]*(?::[A-Za-z_][\w.-]*)?/y
const ATTRIBUTE = /\s+([A-Za-z_][\w.:-]*)\s*=\s*("[^"<]*"|'[^'<]*')/y
const TAG_END = /\s*(\/?)>/y
const CLOSE = /<\/([A-Za-z_][\w.:-]*)\s*>/y

/**
 * The pieces of an XML document, in order, without a gap: XML 1.0 §2, §3.
 * @param text one character per byte, which XML's own markup allows in every encoding that extends ASCII.
 * @throws {Malformed} where the markup is not what XML allows.
 */
export function* tokensOf(text: string, from = 0): Generator<Token> {
  for (let at = from; at < text.length; ) {
    const token = text[at] === '<' ? markup(text, at) : textUpToMarkup(text, at)
    yield token
    at = token.end
  }
}

function textUpToMarkup(text: string, start: number): Token {
  const next = text.indexOf('<', start)
  return { kind: 'text', start, end: next < 0 ? text.length : next }
}

function markup(text: string, start: number): Token {
  for (const [opening, closing, kind] of CLOSED) {
    if (!text.startsWith(opening, start)) continue
    const close = text.indexOf(closing, start + opening.length)
    if (close < 0) throw new Malformed(`${kind} without an end at ${start}`)
    return { kind, start, end: close + closing.length }
  }
  const close = match(CLOSE, text, start)
  if (close) return { kind: 'close', name: close[1] ?? '', start, end: start + close[0].length }
  return openTag(text, start)
}

function openTag(text: string, start: number): Token {
  const name = match(NAME, text, start + 1)?.[0]
  if (name === undefined) throw new Malformed(`no markup at ${start}`)
  const attributes: Attribute[] = []
  let at = start + 1 + name.length
  for (let found = match(ATTRIBUTE, text, at); found; found = match(ATTRIBUTE, text, at)) {
    const end = at + found[0].length
    attributes.push({ name: found[1] ?? '', value: (found[2] ?? '').slice(1, -1), start: at, end })
    at = end
  }
  const end = match(TAG_END, text, at)
  if (!end) throw new Malformed(`${name} is not closed at ${at}`)
  return { kind: 'open', name, attributes, isEmpty: end[1] === '/', start, end: at + end[0].length }
}

function match(sticky: RegExp, text: string, at: number): RegExpExecArray | null {
  sticky.lastIndex = at
  return sticky.exec(text)
}
