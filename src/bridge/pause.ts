import { areFiles, isRecord, isWay, parseVerdict, type Verdict, type Way } from './verdict'

/**
 * Guard (ISOLATED) ⇄ pause page (extension origin), over one MessagePort. The guard posts the port to the iframe's
 * window, addressed to the extension's origin, together with a ticket that the pause page redeems at the background:
 * a page that frames pause.html itself has no ticket and gets no dialog.
 */
export interface PortDelivery {
  readonly type: 'port'
  readonly ticket: string
}

export type FromGuardToPause =
  | { readonly type: 'review'; readonly id: number; readonly way: Way; readonly files: readonly File[] }
  | { readonly type: 'withdraw'; readonly id: number }

export type FromPause =
  /** Loaded, ticket redeemed, engine warm. */
  | { readonly type: 'ready' }
  /** Something must be shown or asked: open the dialog. */
  | { readonly type: 'show' }
  /** Something was done and needs no answer: open a small corner of the page, without taking the focus. */
  | { readonly type: 'notice' }
  /** Nothing left to show: close it. */
  | { readonly type: 'hide' }
  /** Still at work; sent at least once a second while a review is under way, so that silence means trouble. */
  | { readonly type: 'alive' }
  | { readonly type: 'verdict'; readonly id: number; readonly verdict: Verdict }

export function parsePortDelivery(value: unknown): PortDelivery | null {
  return isRecord(value) && value.type === 'port' && typeof value.ticket === 'string'
    ? { type: 'port', ticket: value.ticket }
    : null
}

export function parseFromGuardToPause(value: unknown): FromGuardToPause | null {
  if (!isRecord(value)) return null
  const { id, files, way } = value
  if (typeof id !== 'number') return null
  if (value.type === 'withdraw') return { type: 'withdraw', id }
  return value.type === 'review' && isWay(way) && areFiles(files) ? { type: 'review', id, way, files } : null
}

/** `filesOf` gives the files of the review with this id, while it is open. */
export function parseFromPause(value: unknown, filesOf: (id: number) => readonly Blob[] | undefined): FromPause | null {
  if (!isRecord(value)) return null
  const { type } = value
  if (type === 'ready' || type === 'show' || type === 'notice' || type === 'hide' || type === 'alive') return { type }
  const files = typeof value.id === 'number' ? filesOf(value.id) : undefined
  if (value.type !== 'verdict' || typeof value.id !== 'number' || !files) return null
  const verdict = parseVerdict(value.verdict, files)
  return verdict && { type: 'verdict', id: value.id, verdict }
}
