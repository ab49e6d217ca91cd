import type { Done } from '../bridge/background'
import type { Verdict } from '../bridge/verdict'
import { type FindingKind, KINDS } from '../findings/finding'
import type { ReviewSession } from '../review/review-session'

/** What was done with one choice of files, for the line that is read afterwards and for the counts. */
export interface Summary {
  readonly total: number
  readonly cleaned: number
  readonly redrawn: number
  readonly asIs: number
  readonly omitted: number
  /** Kinds of finding that are gone from the cleaned files, most telling first. */
  readonly gone: readonly FindingKind[]
  /** What stays beyond the picture itself, each once. */
  readonly kept: readonly string[]
}

export function summaryOf({ items }: Pick<ReviewSession, 'items'>): Summary {
  const gone = new Set<FindingKind>()
  const kept = new Set<string>()
  const count = { cleaned: 0, redrawn: 0, 'as-is': 0, omitted: 0, passed: 0 }
  for (const { outcome, inspection } of items) {
    if (!outcome) continue
    count[outcome.kind] += 1
    if (outcome.kind !== 'cleaned') continue
    for (const { kind } of inspection?.findings ?? []) gone.add(kind)
    for (const reason of outcome.kept) kept.add(reason)
  }
  return {
    total: items.length,
    cleaned: count.cleaned,
    redrawn: count.redrawn,
    asIs: count['as-is'],
    omitted: count.omitted,
    gone: KINDS.filter((kind) => gone.has(kind)),
    kept: [...kept],
  }
}

/** What the background counts; null when there is nothing to count, because nothing was found. */
export function doneOf(host: string, verdict: Verdict, summary: Summary): Done | null {
  if (verdict.outcome === 'cancel') return { host, cleaned: 0, asIs: 0, cancelled: summary.total }
  const { cleaned, redrawn, asIs, omitted } = summary
  if (cleaned + redrawn + asIs + omitted === 0) return null
  return { host, cleaned: cleaned + redrawn, asIs, cancelled: omitted }
}
