import type { Outcome, WorkerLike } from '../workers/ask-worker'
import { WorkerPool } from '../workers/worker-pool'
import type { Cleaning, Engine, Inspection, Reason } from './engine-contract'

const MEGABYTE = 1024 * 1024

/** Half a minute, and one second more for every five megabytes: a phone may have to read a long video from a slow card. */
export function timeLimit(bytes: number): number {
  return 30_000 + (bytes / (5 * MEGABYTE)) * 1000
}

/** What an engine's Worker offers. */
export interface EngineCalls {
  inspect(file: File): Promise<Inspection>
  clean(file: File): Promise<Cleaning>
}

export interface EngineClient extends Engine {
  /** Starts the first Worker before a file is there, or takes one that was started already. */
  warm(started?: WorkerLike): void
  /** Ends every Worker; what is under way is rejected by its own signal. */
  close(): void
}

/** How many files are worked on at once: half of the machine, at most four. */
export function workersFor(cores: number): number {
  return Math.max(1, Math.min(4, Math.floor(cores / 2)))
}

/**
 * The engine in Workers. Files travel as references. A Worker that hangs or crashes is replaced, and the file it had is
 * reported as 'too-slow' or 'worker-failed'; an aborted signal stops the Worker at once and rejects with its reason.
 */
export function createEngineClient(
  spawn: () => WorkerLike = spawnEngine,
  workers: number = workersFor(navigator.hardwareConcurrency),
  limitFor: (bytes: number) => number = timeLimit,
): EngineClient {
  const pool = new WorkerPool<EngineCalls>(spawn, workers)
  const terms = (file: File, signal?: AbortSignal) => ({ limit: () => limitFor(file.size), signal })

  return {
    async inspect(file, signal) {
      const outcome = await pool.run('inspect', [file], terms(file, signal))
      return outcome.ok
        ? outcome.value
        : { outcome: 'cannot-check', format: null, findings: [], reason: reasonOf(outcome) }
    },
    async clean(file, signal) {
      const outcome = await pool.run('clean', [file], terms(file, signal))
      return outcome.ok ? outcome.value : { outcome: 'refused', reason: reasonOf(outcome) }
    },
    warm: (started) => pool.warm(started),
    close: () => pool.close(),
  }
}

function reasonOf({ reason }: Extract<Outcome<unknown>, { ok: false }>): Reason {
  return reason === 'error' ? 'worker-failed' : reason
}

function spawnEngine(): WorkerLike {
  return new Worker(new URL('./engine.worker.ts', import.meta.url), { type: 'module' })
}
