import type { Statement } from '../clue'
import { parseDateTime } from '../decode/parse-date'
import { contactIn } from './contact'
import { positionsIn } from './position'
import { isProse } from './prose'

/** A place on somebody's computer, which most often tells the name of the account. */
const ON_A_COMPUTER =
  /(?:^|[\s"'(=:])(?:[a-z]:[\\/]|\\\\\w|file:\/{1,3}\w|\/(?:Users|home|Volumes|storage|mnt|media)\/)/i

/** A date by itself: day and month with marks between them, and not only points, which versions have too. */
const DATE_ALONE =
  /^\s*(?:(?:18|19|20)\d\d[-:/年]\s?\d{1,2}[-:/月]\s?\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.](?:19|20)\d\d(?=[\sT]+\d{1,2}:\d\d)|\d{1,2}[-/]\d{1,2}[-/](?:19|20)\d\d)(?:[日\sT]*\d{1,2}:\d\d[\d:.,\sZ+-]*(?:[AP]M|UTC|GMT)?)?\s*$/i

/** Longer values are data in text form. */
const MAX_TEXT_LENGTH = 64 * 1024

/**
 * Returns what a text says whose name says nothing: a position, a mail address or telephone number, a path on a computer, a date, a
 * sentence. Everything else says nothing about a person.
 */
export function saidByValue(text: string): Statement[] {
  if (text.length > MAX_TEXT_LENGTH) return []
  if (DATE_ALONE.test(text) && parseDateTime(text)) return [{ type: 'time', text, event: 'made' }]
  const position = positionsIn(text)
  const words = isProse(text) ? [{ type: 'words' as const, role: 'comment' as const, text }] : contactOrPath(text)
  return [...position, ...words]
}

/** Returns a mail address, a telephone number or a path on a computer as words. */
export function contactOrPath(text: string): Statement[] {
  if (text.length > MAX_TEXT_LENGTH) return []
  const found = ON_A_COMPUTER.test(text) ? text : contactIn(text)
  return found === undefined ? [] : [{ type: 'words', role: 'comment', text: found }]
}
