import { timeLimit } from '../../review/engine-client'
import type { WorkerLike } from '../../workers/ask-worker'
import { WorkerPool } from '../../workers/worker-pool'
import type { Hidden } from './hide-picture'
import type { HideOrder } from './order'

/** What the Worker offers; it throws when the picture cannot be made. */
export interface HideCalls {
  hide(file: File, order: HideOrder): Promise<Hidden>
}

export interface Hider {
  /** The new picture, or null when it could not be made. Rejects only with the signal's reason. */
  hide(file: File, order: HideOrder, signal?: AbortSignal): Promise<Hidden | null>
  /** Ends the Worker unless it is at work. */
  rest(): void
}

/** Covers what was chosen, in a Worker that is started for the first picture. */
export function createHider(spawn: () => WorkerLike = spawnHider): Hider {
  const pool = new WorkerPool<HideCalls>(spawn, 1)
  return {
    async hide(file, order, signal) {
      const limit = () => 2 * timeLimit(file.size)
      const outcome = await pool.run('hide', [file, order], { limit, signal })
      return outcome.ok ? outcome.value : null
    },
    rest: () => pool.rest(),
  }
}

function spawnHider(): WorkerLike {
  return new Worker(new URL('./hide.worker.ts', import.meta.url), { type: 'module' })
}
