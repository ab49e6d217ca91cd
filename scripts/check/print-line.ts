import { stripVTControlCharacters } from 'node:util'
import type { Words } from '../../src/words/words'
import type { Line } from './line'

/** What a person reads about one file: its name, and a sentence a line below it. */
export function printLine(line: Line, { t }: Words): string {
  const sentences = line.findings.map(({ text }) => text)
  if (line.outcome === 'nothing-found') sentences.push(t('check.nothing'))
  if (line.reason) sentences.push(line.reason)
  sentences.push(...whatWasHidden(line, { t }))
  if (line.cleaned) sentences.push(t('check.cleaned', { path: visible(line.cleaned) }))
  return [visible(line.file), ...sentences.map((sentence) => `    ${sentence}`)].join('\n')
}

/** Says how many faces and texts were found and hidden, a sentence each; nothing where nobody looked. */
export function whatWasHidden({ faces, text }: Pick<Line, 'faces' | 'text'>, { t }: Pick<Words, 't'>): string[] {
  const found = (count: number | null | undefined) =>
    count === undefined || count === null ? [] : [{ count, hidden: count }]
  return [
    ...found(faces).map((counts) => t('hide.found', counts)),
    ...found(text).map((counts) => t('hide.text.found', counts)),
  ]
}

/** A file name can hold anything; a terminal must not obey it. */
export function visible(name: string): string {
  return stripVTControlCharacters(name).replace(/[\p{Cc}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069]/gu, '\u{FFFD}')
}

export function summaryOf(lines: readonly Line[], { t }: Words): string {
  const count = (outcome: Line['outcome']) => lines.filter((line) => line.outcome === outcome).length
  return t('check.summary', {
    files: lines.length,
    found: count('found'),
    nothing: count('nothing-found'),
    unchecked: count('cannot-check'),
  })
}
