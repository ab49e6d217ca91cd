import { latin1 } from '../../formats/core/reader'
import type { Statement } from '../clue'
import { contactIn } from './contact'
import { positionsIn } from './position'

/** Letters of ASCII one behind the other; zero bytes between them are those of UTF-16. What is looked for has no others. */
const RUN = /(?:[\x20-\x7e]\0?){8,}/g
/** A mail address, or two digits that belong together. */
const WORTH_A_LOOK = /@|\d[\d.,]\d/
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
    const text = run.replaceAll('\0', '')
    if (!WORTH_A_LOOK.test(text)) continue
    moment ??= MOMENT.exec(text)?.[0]
    out.push(...positionsIn(text))
    const contact = contactIn(text)
    if (contact !== undefined && !BY_CHANCE.test(contact)) out.push({ type: 'words', role: 'comment', text: contact })
  }
  if (moment !== undefined) out.push({ type: 'time', text: moment, event: 'made' })
  return out
}
