import { latin1 } from '../../formats/core/reader'
import type { Statement } from '../clue'
import { decode } from '../decode/display-text'
import { contactIn } from './contact'
import { positionsIn } from './position'

/** Printable letters one behind the other, of ASCII or above; zero bytes between letters of ASCII are those of UTF-16. */
const RUN = /(?:[\x20-\x7e\x80-\xff]\0?){8,}/g
/** More are a dictionary or a program. */
const MAX_RUNS = 500

/** In tens of thousands of bytes of noise there is an '@' between letters now and then. */
const BY_CHANCE = /^.{0,2}@|@.{0,2}\.|[^\x20-\x7e]/

/** A day and a time, in full. */
const MOMENT = /(?<!\d)(?:19|20)\d\d[-:/](?:0\d|1[0-2])[-:/][0-3]\d[T ][0-2]\d:[0-5]\d(?::[0-5]\d)?(?!\d)/

/**
 * Looks through bytes of unknown layout for texts that say where, whom to write to or when: positions, mail addresses, telephone
 * numbers, moments. What else may be in there is not said.
 */
export function saidInBytes(bytes: Uint8Array): Statement[] {
  const out: Statement[] = []
  let moment: string | undefined
  let count = 0
  for (const [run] of latin1(bytes).matchAll(RUN)) {
    if (++count > MAX_RUNS) break
    const text = decode(Uint8Array.from(run.replaceAll('\0', ''), (letter) => letter.charCodeAt(0)))
    moment ??= MOMENT.exec(text)?.[0]
    if (/\d\.\d{2}|\d,\d{3}/.test(text)) out.push(...positionsIn(text))
    const contact = contactIn(text)
    if (contact !== undefined && !BY_CHANCE.test(contact)) out.push({ type: 'words', role: 'comment', text: contact })
  }
  if (moment !== undefined) out.push({ type: 'time', text: moment, event: 'made' })
  return out
}
