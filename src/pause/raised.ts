import { IGNORED_AFTER_RAISE_MS } from '../bridge/liveness'

let raisedAt = Number.NEGATIVE_INFINITY

/** Notes that the dialog came up, or back up from under something that the page put over it. */
export function noteRaised(): void {
  raisedAt = performance.now()
}

/** Says whether the dialog has been in front for so long that a click can have been meant for it. */
export const isSettled = (click: Event): boolean => click.timeStamp >= raisedAt + IGNORED_AFTER_RAISE_MS
