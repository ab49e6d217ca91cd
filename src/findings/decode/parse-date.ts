export interface LocalDateTime {
  /** ISO 8601 without zone: '2025-06-14T15:42:10', '2025-06-14T15:42' or '2025-06-14'. */
  readonly local: string
  readonly offset?: string
}

const WRITTEN =
  /^\s*(\d{4})[-:/. ]?(\d{2})[-:/. ]?(\d{2})(?:[T ]+(\d{2})[:.]?(\d{2})(?:[:.]?(\d{2})(?:[.,]\d+)?)?)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})?/

/** Before photography, or so far ahead that it is no date. */
const [FIRST_YEAR, LAST_YEAR] = [1826, 2100]

/** The days from which clocks that were never set begin to count. */
const EPOCHS: ReadonlySet<string> = new Set(['1904-01-01', '1970-01-01'])

/** A date as Exif, XMP, IPTC, PNG and QuickTime write it; undefined where it is none, or a clock that was never set. */
export function parseDateTime(text: string, offset?: string): LocalDateTime | undefined {
  const match = WRITTEN.exec(text)
  if (!match) return fromWords(text)
  const [, year = '', month = '', day = '', hour, minute, second, zone] = match
  if (+year < FIRST_YEAR || +year > LAST_YEAR || +month < 1 || +month > 12 || +day < 1 || +day > 31) return undefined
  const date = `${year}-${month}-${day}`
  if (EPOCHS.has(date)) return undefined
  const clock = hour !== undefined && minute !== undefined && +hour < 24 && +minute < 60
  if (!clock) return { local: date }
  const local = `${date}T${hour}:${minute}${second === undefined || +second > 59 ? '' : `:${second}`}`
  const distance = offsetOf(zone ?? offset)
  return distance === undefined ? { local } : { local, offset: distance }
}

function offsetOf(text: string | undefined): string | undefined {
  if (text === undefined) return undefined
  if (/^\s*(?:Z|UTC|GMT)/.test(text)) return 'Z'
  const match = /^\s*([+-]\d{2}):?(\d{2})/.exec(text)
  return match ? `${match[1]}:${match[2]}` : undefined
}

/** RFC 1123 dates, which PNG recommends: 'Sat, 14 Jun 2025 15:42:10 +0200'. */
function fromWords(text: string): LocalDateTime | undefined {
  if (!/^(?:[A-Z][a-z]{2},? )?(?:\d{1,2} [A-Z][a-z]{2,8}|[A-Z][a-z]{2,8} \d{1,2},?) /.test(text)) return undefined
  const zone = /(Z|UTC|GMT|[+-]\d{4})\s*$/.exec(text)
  const time = Date.parse(zone ? `${text.slice(0, zone.index)}UTC` : `${text} UTC`)
  return Number.isNaN(time) ? undefined : parseDateTime(new Date(time).toISOString().slice(0, 19), zone?.[1])
}
