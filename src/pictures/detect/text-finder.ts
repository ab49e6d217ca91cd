import { timeLimit } from '../../review/engine-client'
import type { WorkerLike } from '../../workers/ask-worker'
import { WorkerPool } from '../../workers/worker-pool'
import { SEARCH_FACTOR } from './face-finder'
import type { FoundText } from './found-text'

/** What the Worker offers; it throws when the picture cannot be shown, or there is no WebAssembly. */
export interface TextCalls {
  text(file: File): Promise<FoundText>
}

export interface TextFinder {
  /** Null where the browser cannot show the picture or has no WebAssembly, or it took too long. Rejects only with the signal's reason. */
  find(file: File, signal?: AbortSignal): Promise<FoundText | null>
  /** Ends the Worker, whose memory never becomes less, unless it is at work. */
  rest(): void
}

/** Looks for text in a Worker, which is started with the first photo. */
export function createTextFinder(spawn: () => WorkerLike = spawnText): TextFinder {
  const pool = new WorkerPool<TextCalls>(spawn, 1)
  return {
    async find(file, signal) {
      const limit = () => SEARCH_FACTOR * timeLimit(file.size)
      const outcome = await pool.run('text', [file], { limit, signal })
      return outcome.ok ? outcome.value : null
    },
    rest: () => pool.rest(),
  }
}

function spawnText(): WorkerLike {
  return new Worker(new URL('./text.worker.ts', import.meta.url), { type: 'module' })
}
