import { parseTable, parseWhole } from './parse'

/** How many photos were cleaned, sent as they were, held back, or lost small details. */
export interface Counts {
  readonly cleaned: number
  readonly asIs: number
  readonly cancelled: number
  /** Nothing was found, and small details were left out. */
  readonly stripped: number
}

export const NO_COUNTS: Counts = { cleaned: 0, asIs: 0, cancelled: 0, stripped: 0 }

/** Month in local time, as '2026-11' → site id → counts. */
export type MonthCounts = Record<string, Record<string, Counts>>

/** Months that are kept; older ones are forgotten when something new is counted. */
const MONTHS_KEPT = 12

const whole = parseWhole(0, Number.MAX_SAFE_INTEGER)

function parseCounts(value: unknown): Counts | null {
  if (typeof value !== 'object' || value === null) return null
  if (!('cleaned' in value && 'asIs' in value && 'cancelled' in value)) return null
  const [cleaned, asIs, cancelled] = [whole(value.cleaned), whole(value.asIs), whole(value.cancelled)]
  // Older versions did not count them.
  const stripped = 'stripped' in value ? whole(value.stripped) : 0
  return cleaned === null || asIs === null || cancelled === null || stripped === null
    ? null
    : { cleaned, asIs, cancelled, stripped }
}

const parseMonths = parseTable(parseTable(parseCounts))

export function parseMonthCounts(value: unknown): MonthCounts | null {
  const months = parseMonths(value)
  return months && Object.keys(months).every((month) => /^\d{4}-(0[1-9]|1[0-2])$/.test(month)) ? months : null
}

/** The month of a moment in local time: '2026-11'. */
export function monthOf(now: Date): string {
  return `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, '0')}`
}

/** The counts with some more done on a site in the month of `now`, and without months that are too old. */
export function addCounts(before: MonthCounts, siteId: string, done: Counts, now: Date): MonthCounts {
  const month = monthOf(now)
  const sites = before[month] ?? {}
  const past = sites[siteId] ?? NO_COUNTS
  const after = { ...before, [month]: { ...sites, [siteId]: sum(past, done) } }
  return Object.fromEntries(Object.entries(after).sort().slice(-MONTHS_KEPT))
}

function sum(one: Counts, other: Counts): Counts {
  return {
    cleaned: one.cleaned + other.cleaned,
    asIs: one.asIs + other.asIs,
    cancelled: one.cancelled + other.cancelled,
    stripped: one.stripped + other.stripped,
  }
}

/** What was done on all sites in the month of `now`. */
export function countsOfMonth(counts: MonthCounts, now: Date): Counts {
  return Object.values(counts[monthOf(now)] ?? {}).reduce(sum, NO_COUNTS)
}
