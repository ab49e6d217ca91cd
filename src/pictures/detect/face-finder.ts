import { timeLimit } from '../../review/engine-client'
import type { WorkerLike } from '../../workers/ask-worker'
import { WorkerPool } from '../../workers/worker-pool'
import type { FoundFaces } from './found-faces'

export type FaceSearch =
  | { readonly ok: true; readonly found: FoundFaces }
  /** `no-picture`: the browser cannot show it, or has no WebAssembly; `too-slow`, `worker-failed`: stopped or crashed. */
  | { readonly ok: false; readonly reason: 'no-picture' | 'too-slow' | 'worker-failed' }

/** What the Worker offers; it throws when the picture cannot be shown, or there is no WebAssembly. */
export interface FaceCalls {
  faces(file: File): Promise<FoundFaces>
}

export interface FaceFinder {
  /** Rejects only with the signal's reason. */
  find(file: File, signal?: AbortSignal): Promise<FaceSearch>
  /** Ends the Worker, whose memory never becomes less, unless it is at work. */
  rest(): void
}

/** A search takes longer than reading a file, most of all the first one on a slow computer; it is seen, and can be left. */
export const SEARCH_FACTOR = 3

/** Looks for faces in a Worker, which is started with the first photo. */
export function createFaceFinder(spawn: () => WorkerLike = spawnFaces): FaceFinder {
  const pool = new WorkerPool<FaceCalls>(spawn, 1)
  return {
    async find(file, signal) {
      const limit = () => SEARCH_FACTOR * timeLimit(file.size)
      const outcome = await pool.run('faces', [file], { limit, signal })
      if (outcome.ok) return { ok: true, found: outcome.value }
      return { ok: false, reason: outcome.reason === 'error' ? 'no-picture' : outcome.reason }
    },
    rest: () => pool.rest(),
  }
}

function spawnFaces(): WorkerLike {
  return new Worker(new URL('./faces.worker.ts', import.meta.url), { type: 'module' })
}
