import type { Done } from '../bridge/background'
import type { Verdict } from '../bridge/verdict'
import { type FindingKind, KINDS } from '../findings/finding'
import type { ReviewSession } from '../review/review-session'

/** What was done with one choice of files, for the line that is read afterwards and for the counts. */
export interface Summary {
  readonly total: number
  readonly cleaned: number
  readonly redrawn: number
  readonly hidden: number
  /** Files in which nothing was found, and out of which small details were left. */
  readonly stripped: number
  readonly asIs: number
  readonly omitted: number
  /** Kinds of finding that are gone from the cleaned files, most telling first. */
  readonly gone: readonly FindingKind[]
  /** What stays beyond the picture itself, each once. */
  readonly kept: readonly string[]
  /** What else became of pictures in which something was hidden, each once. */
  readonly changes: readonly string[]
}

export function summaryOf({ items }: Pick<ReviewSession, 'items'>): Summary {
  const gone = new Set<FindingKind>()
  const kept = new Set<string>()
  const changes = new Set<string>()
  const count = { cleaned: 0, stripped: 0, redrawn: 0, hidden: 0, 'as-is': 0, omitted: 0, passed: 0 }
  for (const { outcome, inspection } of items) {
    if (!outcome) continue
    count[outcome.kind] += 1
    if (outcome.kind === 'hidden') for (const change of outcome.changes) changes.add(change)
    if (outcome.kind !== 'cleaned') continue
    for (const { kind } of inspection?.findings ?? []) gone.add(kind)
    for (const reason of outcome.kept) kept.add(reason)
  }
  return {
    total: items.length,
    cleaned: count.cleaned,
    redrawn: count.redrawn,
    hidden: count.hidden,
    stripped: count.stripped,
    asIs: count['as-is'],
    omitted: count.omitted,
    gone: KINDS.filter((kind) => gone.has(kind)),
    kept: [...kept],
    changes: [...changes],
  }
}

/** What the background counts; null when there is nothing to count, because nothing was found and nothing left out. */
export function doneOf(host: string, verdict: Verdict, summary: Summary): Done | null {
  if (verdict.outcome === 'cancel')
    return { host, cleaned: 0, asIs: 0, cancelled: summary.total, stripped: 0, gone: [] }
  const { cleaned, redrawn, hidden, asIs, omitted, stripped, gone } = summary
  if (cleaned + redrawn + hidden + asIs + omitted + stripped === 0) return null
  return { host, cleaned: cleaned + redrawn + hidden, asIs, cancelled: omitted, stripped, gone }
}
