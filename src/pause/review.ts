import type { Verdict } from '../bridge/verdict'
import type { Engine } from '../review/engine-contract'
import type { Pictures } from '../review/pictures'
import { type HiddenCopy, ReviewSession } from '../review/review-session'
import type { Destination } from './destination'
import type { Dialog } from './dialog'
import { type Summary, summaryOf } from './summary'
import type { Unasked } from './unasked'

export interface ReviewServices {
  readonly engine: Engine
  readonly pictures: Pick<Pictures, 'thumbnail' | 'redraw'>
  /** Covers what the parent marked in a file. */
  readonly hide?: (file: File, signal: AbortSignal) => Promise<HiddenCopy | null>
  readonly dialog: Dialog
  /** Resolves once what the dialog shows is on the screen. */
  readonly afterPaint: () => Promise<void>
}

export interface Reviewed {
  readonly verdict: Verdict
  readonly summary: Summary
  readonly unasked: Unasked | null
  /** There is something to tell that no screen has told yet. */
  readonly untold: boolean
}

/** One choice of files on its way through the phases. */
export interface Review extends ReviewServices {
  readonly files: readonly File[]
  readonly destination: Destination
  readonly session: ReviewSession
  /** Aborts when the files are withdrawn, or given up by the parent. */
  readonly signal: AbortSignal
  /** Gives the files up, as the button below a progress bar does. */
  giveUp(): void
}

/** Returns a review in which nothing was looked at yet; it ends with the signal. */
export function beginReview(
  files: readonly File[],
  destination: Destination,
  services: ReviewServices,
  withdrawn: AbortSignal,
): Review {
  const given = new AbortController()
  const signal = AbortSignal.any([withdrawn, given.signal])
  const { engine, pictures, dialog } = services
  const redraw = (file: File, stop: AbortSignal) => pictures.redraw(file, stop)
  const session = new ReviewSession(files, engine, redraw, signal, () => dialog.moved(), services.hide)
  return { ...services, files, destination, session, signal, giveUp: () => given.abort() }
}

/** Work that is over sooner is not worth a look at a progress bar. */
const PROGRESS_AFTER_MS = 400

/** Waits for the work, and shows how far it is when it takes a while. */
export function patiently<T>(
  of: 'looking' | 'working',
  work: Promise<T>,
  { dialog, session, giveUp }: Review,
): Promise<T> {
  const timer = setTimeout(() => dialog.show({ name: 'progress', of, session, cancel: giveUp }), PROGRESS_AFTER_MS)
  return work.finally(() => clearTimeout(timer))
}

/** Returns the end of a review that the parent gave up: nothing is sent. */
export function cancelled({ session }: Review): Reviewed {
  return { verdict: { outcome: 'cancel' }, summary: summaryOf(session), unasked: null, untold: false }
}

/** Returns the end of a review in which every file goes as it is; `asIs` of them by the parent's answer. */
export function asTheyAre({ files, session }: Review, asIs: number): Reviewed {
  const summary = { ...summaryOf(session), cleaned: 0, redrawn: 0, hidden: 0, stripped: 0, omitted: 0, asIs }
  const verdict: Verdict = { outcome: 'release', decisions: files.map(() => ({ as: 'original' })) }
  return { verdict, summary, unasked: null, untold: false }
}
