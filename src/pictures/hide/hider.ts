import { timeLimit } from '../../review/engine-client'
import { type WorkerLike, WorkerPool } from '../../review/worker-pool'
import type { Hidden } from './hide-picture'
import type { HideOrder } from './order'

export interface Hider {
  /** The new picture, or null when it could not be made. Rejects only with the signal's reason. */
  hide(file: File, order: HideOrder, signal?: AbortSignal): Promise<Hidden | null>
  /** Ends the Worker unless it is at work. */
  rest(): void
}

/** Covers what was chosen, in a Worker that is started for the first picture. */
export function createHider(spawn: () => WorkerLike = spawnHider): Hider {
  const pool = new WorkerPool(spawn, 1)
  return {
    async hide(file, order, signal) {
      const limit = () => 2 * timeLimit(file.size)
      const outcome = await pool.run<Hidden>({ name: 'hide', file, size: 0, order, limit, signal })
      return outcome.ok ? outcome.value : null
    },
    rest: () => pool.rest(),
  }
}

function spawnHider(): WorkerLike {
  return new Worker(new URL('./hide.worker.ts', import.meta.url), { type: 'module' })
}
