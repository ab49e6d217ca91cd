import { areFiles, isRecord, isWay, parseVerdict, type Verdict, type Way } from './verdict'

/**
 * Page world (MAIN) ⇄ guard (ISOLATED), over one MessagePort. The page world posts it to its own window at
 * document_start and the guard's capture listener swallows it before any page script runs.
 */
export const HELLO = 'pausephoto'

export type FromPageWorld =
  /** A picker is about to open or a drag came in: the pause page may load now. */
  | { readonly type: 'warm' }
  | { readonly type: 'hold'; readonly id: number; readonly way: Way; readonly files: readonly File[] }
  /** The files of this hold are no longer wanted (chosen anew, page gone). */
  | { readonly type: 'withdraw'; readonly id: number }
  /** Is the guard still there, with this hold? It answers 'taken'. */
  | { readonly type: 'there?'; readonly id: number }

export type FromGuard =
  /** Sentences for the browser's own confirm(), should the extension be gone when a photo is held. */
  | { readonly type: 'welcome'; readonly gone: string }
  /** The guard has the files, and is there. */
  | { readonly type: 'taken'; readonly id: number }
  | { readonly type: 'verdict'; readonly id: number; readonly verdict: Verdict }
  /** The pause cannot be shown: the page world asks with confirm(). */
  | { readonly type: 'failed'; readonly id: number }

export function parseFromPageWorld(value: unknown): FromPageWorld | null {
  if (!isRecord(value)) return null
  if (value.type === 'warm') return { type: 'warm' }
  const { id, files, way } = value
  if (typeof id !== 'number') return null
  if (value.type === 'withdraw' || value.type === 'there?') return { type: value.type, id }
  return value.type === 'hold' && isWay(way) && areFiles(files) ? { type: 'hold', id, way, files } : null
}

/** `countOf` says how many files the hold with this id has; an unknown id gives undefined, and the message is refused. */
export function parseFromGuard(value: unknown, countOf: (id: number) => number | undefined): FromGuard | null {
  if (!isRecord(value)) return null
  const { type, id } = value
  if (type === 'welcome') return typeof value.gone === 'string' ? (value as FromGuard) : null
  const count = typeof id === 'number' ? countOf(id) : undefined
  if (count === undefined) return null
  const sound = type === 'taken' || type === 'failed' || (type === 'verdict' && parseVerdict(value.verdict, count))
  return sound ? (value as FromGuard) : null
}
