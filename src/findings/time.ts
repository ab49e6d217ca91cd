import { type Clue, saying, sourcesOf, type TimeEvent } from './clue'
import type { Finding } from './finding'
import { type Moment, momentOf } from './moment'

/** The nearer to the shutter, the earlier in the list. */
const NEAREST: readonly TimeEvent[] = ['taken', 'satellite', 'made', 'changed']

/**
 * When the photo was taken, as one finding. A file has up to a dozen dates; a satellite's, a program's or another block's are
 * the same fact, or come after it.
 */
export function time(clues: readonly Clue[]): Finding[] {
  const read = saying(clues, 'time').flatMap((clue) => {
    const moment = momentOf(clue.text, clue.offset)
    return moment ? [{ clue, moment }] : []
  })
  for (const event of NEAREST) {
    const [best] = read
      .filter(({ clue }) => clue.event === event)
      .sort((a, b) => precision(b.moment) - precision(a.moment))
    if (!best) continue
    const same = read.filter(({ moment }) => agree(moment, best.moment))
    const offset =
      best.moment.offset ??
      same.find(({ moment }) => moment.local === best.moment.local && moment.offset)?.moment.offset
    return [
      {
        kind: 'time',
        severity: 'medium',
        source: sourcesOf(same.map(({ clue }) => clue)),
        local: best.moment.local,
        ...(offset !== undefined && { offset }),
        ...(event === 'changed' ? { event } : event === 'made' ? {} : { event: 'taken' as const }),
      },
    ]
  }
  return []
}

const precision = ({ local, offset }: Moment) => local.length + (offset === undefined ? 0 : 1)

const agree = (a: Moment, b: Moment) => a.local.startsWith(b.local.slice(0, 10))
