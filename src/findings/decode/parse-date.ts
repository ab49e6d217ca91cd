export interface LocalDateTime {
  /** ISO 8601 without zone: '2025-06-14T15:42:10', '2025-06-14T15:42' or '2025-06-14'. */
  readonly local: string
  readonly offset?: string
}

/** Before photography, or so far ahead that it is no date. */
const [FIRST_YEAR, LAST_YEAR] = [1826, 2100]

/** The days from which clocks that were never set begin to count. */
const EPOCHS: ReadonlySet<string> = new Set(['1904-01-01', '1970-01-01'])

/** Day behind month behind year, with anything between them that is no digit, and blanks in front of single digits. */
const YEAR_FIRST = /^\D{0,3}(?<year>\d{4})\D{1,3}(?<month>\d{1,2})\D{1,3}(?<day>\d{1,2})(?!\d(?!\d{3}))/
const COMPACT = /^\s*(?<year>\d{4})(?<month>\d\d)(?<day>\d\d)/
/** Day, month, year. With slashes Americans put the month first; where only that is possible, it is read so. */
const YEAR_LAST = /^\s*(?<day>\d{1,2})\s?(?<mark>[.\-/])\s?(?<month>\d{1,2})\s?\k<mark>\s?(?<year>\d{4})(?!\d)/
/** With the month's name: RFC 1123, which PNG recommends ('Sat, 14 Jun 2025 15:42:10 +0200'), and American dates. */
const DAY_THEN_NAME =
  /^\s*(?:[a-z]{2,9}\.?,?\s+)?(?<day>\d{1,2})(?:st|nd|rd|th)?[\s-]+(?<name>[a-z]{3,9})\.?[\s,-]+(?<year>\d{4})(?!\d)/i
const NAME_THEN_DAY =
  /^\s*(?:[a-z]{2,9}\.?,?\s+)?(?<name>[a-z]{3,9})\.?\s+(?<day>\d{1,2})(?:st|nd|rd|th)?,?\s+(?<year>\d{4})(?!\d|:)/i

const CLOCK =
  /^(?:[T\s,;年月日時]*|\s+(?:at|um|à)\s+)(?<hour>\d{1,2})\s*[:.h時点]\s*(?<minute>\d{1,2})(?:\s*[:.m分]\s*(?<second>\d{1,2})(?:[.,]\d+)?)?/
const COMPACT_CLOCK = /^[T\s]*(?<hour>\d\d)(?<minute>\d\d)(?<second>\d\d)?(?:\.\d+)?(?!\d)/
const HALF = /^\s*([ap])\.?m\b\.?/i
const ZONE = /^\D?\s*(Z|UTC|GMT|[+-]\d{1,2}(?::?\d{2})?)(?![\d\p{L}])/iu

/** What asctime writes, the year behind the clock: 'Mon May  6 07:08:09 CEST 2024'. */
const ASCTIME =
  /^\s*(?:[a-z]{3},?\s+)?(?<name>[a-z]{3})\s+(?<day>\d{1,2})(?<clock>\s+[\d:]{5,8})\s+(?<zone>[A-Z+\-\d]{1,5}\s+)?(?<year>\d{4})\b/i

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

type Groups = Readonly<Record<string, string | undefined>>

/**
 * Reads a date as Exif, XMP, IPTC, PNG and QuickTime write it, and as cameras and programs do that do not keep to them: 06.05.2024 07:08,
 * '2024: 5: 6  7: 8: 9', 5/16/2024 7:08 AM, Mon May 06 07:08:09 2024.
 * @param offset from UTC, where a field of its own carries it.
 * @returns undefined where it is none, or a clock that was never set.
 */
export function parseDateTime(text: string, offset?: string): LocalDateTime | undefined {
  const start = text.slice(0, 100)
  const unix = ASCTIME.exec(start)?.groups
  if (unix) return moment(dateOf(unix), unix.clock ?? '', unix.zone?.trim() ?? offset)
  for (const pattern of [COMPACT, YEAR_FIRST, YEAR_LAST, DAY_THEN_NAME, NAME_THEN_DAY]) {
    const match = pattern.exec(start)
    if (match?.groups) return moment(dateOf(match.groups), start.slice(match[0].length), offset)
  }
  return undefined
}

function dateOf(parts: Groups): string | undefined {
  const year = Number(parts.year)
  let day = Number(parts.day)
  let month = parts.name === undefined ? Number(parts.month) : MONTHS.indexOf(parts.name.slice(0, 3).toLowerCase()) + 1
  if (parts.mark === '/' && month > 12 && day <= 12) [month, day] = [day, month]
  if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12 || day < 1 || day > 31) return undefined
  const date = `${year}-${two(month)}-${two(day)}`
  return EPOCHS.has(date) ? undefined : date
}

/** @param rest what stands behind the date: a clock and its distance from UTC, or neither. */
function moment(date: string | undefined, rest: string, offset: string | undefined): LocalDateTime | undefined {
  if (date === undefined) return undefined
  const match = COMPACT_CLOCK.exec(rest) ?? CLOCK.exec(rest)
  if (!match?.groups) return { local: date }
  const behind = rest.slice(match[0].length)
  const half = HALF.exec(behind)
  const hour = hourOf(Number(match.groups.hour), half?.[1])
  const minute = Number(match.groups.minute)
  const second = Number(match.groups.second ?? Number.NaN)
  if (hour > 23 || minute > 59) return { local: date }
  const local = `${date}T${two(hour)}:${two(minute)}${second <= 59 ? `:${two(second)}` : ''}`
  const distance = offsetOf(ZONE.exec(behind.slice(half?.[0].length ?? 0))?.[1] ?? offset)
  return distance === undefined ? { local } : { local, offset: distance }
}

const two = (value: number) => String(value).padStart(2, '0')

/** Noon is 12 PM, midnight 12 AM. */
function hourOf(hour: number, half: string | undefined): number {
  return half === undefined || hour > 12 ? hour : (hour % 12) + (/p/i.test(half) ? 12 : 0)
}

function offsetOf(text: string | undefined): string | undefined {
  if (text === undefined) return undefined
  if (/^\s*(?:Z|UTC|GMT)/i.test(text)) return 'Z'
  const match = /^\s*([+-])(\d{1,2})(?::?(\d{2}))?/.exec(text)
  return match ? `${match[1]}${two(Number(match[2]))}:${match[3] ?? '00'}` : undefined
}
