import { type Clue, type ClueOf, ofType, sourcesOf, type TimeEvent } from '../clue'
import { type LocalDateTime, parseDateTime } from '../decode/parse-date'
import type { Finding } from '../finding'

/** The nearer to the shutter, the earlier in the list. */
const NEAREST: readonly TimeEvent[] = ['taken', 'satellite', 'made', 'changed']

interface Read {
  readonly clue: ClueOf<'time'>
  readonly moment: LocalDateTime
}

/**
 * When the photo was taken, and when it was changed last where that was on another day. A file has up to a dozen dates; a
 * satellite's, a program's or another block's are the same fact.
 */
export function time(clues: readonly Clue[]): Finding[] {
  const read = ofType(clues, 'time').flatMap((clue): Read[] => {
    const moment = parseDateTime(clue.text, clue.offset)
    return moment ? [{ clue, moment }] : []
  })
  const first = NEAREST.find((event) => read.some(({ clue }) => clue.event === event))
  if (!first) return []
  const [taken, others] = findingOf(first, read)
  if (first === 'changed' || !others.some(({ clue }) => clue.event === 'changed')) return [taken]
  return [taken, { ...findingOf('changed', others)[0], severity: 'low' }]
}

/** The most precise moment of an event, with every clue to the same day; and the clues to other days. */
function findingOf(event: TimeEvent, read: readonly Read[]): [Finding, Read[]] {
  const [best] = read
    .filter(({ clue }) => clue.event === event)
    .sort((a, b) => latestFirst(event, a, b) || precision(b.moment) - precision(a.moment))
  if (!best) throw new Error(`no clue to when the photo was ${event}`)
  const same = read.filter(({ moment }) => agree(moment, best.moment))
  const offset =
    best.moment.offset ?? same.find(({ moment }) => moment.local === best.moment.local && moment.offset)?.moment.offset
  const finding: Finding = {
    kind: 'time',
    severity: 'medium',
    source: sourcesOf(same.map(({ clue }) => clue)),
    local: best.moment.local,
    ...(offset !== undefined && { offset }),
    ...(event === 'changed' ? { event } : event === 'made' ? {} : { event: 'taken' as const }),
  }
  return [finding, read.filter((one) => !same.includes(one))]
}

/** Of changes the last day counts, of everything else the order in the file. */
function latestFirst(event: TimeEvent, a: Read, b: Read): number {
  return event === 'changed' ? b.moment.local.slice(0, 10).localeCompare(a.moment.local.slice(0, 10)) : 0
}

const precision = ({ local, offset }: LocalDateTime) => local.length + (offset === undefined ? 0 : 1)

const agree = (a: LocalDateTime, b: LocalDateTime) => a.local.startsWith(b.local.slice(0, 10))
