import type { WorkerLike } from '../workers/ask-worker'

declare global {
  /** Left by public/assets/start-engine.js; not there after a failure, nor in development, where Workers have other addresses. */
  var engineStarted: WorkerLike | undefined
}

/** The Worker that was started while this page was loading. */
export function startedEngine(): WorkerLike | undefined {
  return globalThis.engineStarted
}
