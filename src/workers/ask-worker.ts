import type { Answer, Call } from './calls'

/** The part of a Worker that is used, so that tests can stand in for it. */
export type WorkerLike = Pick<Worker, 'postMessage' | 'terminate' | 'addEventListener'>

export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  /** `too-slow`: it was stopped; `worker-failed`: it crashed or could not be started; `error`: the call itself failed. */
  | { readonly ok: false; readonly reason: 'too-slow' | 'worker-failed' | 'error' }

/** How long a call may take, and what calls it off. */
export interface Terms {
  /**
   * Milliseconds from the moment a Worker takes it up, not from when it was ordered; asked only then, because the size of a
   * file that was just chosen costs Chromium 0.2 ms, and thousands may be ordered in one go.
   */
  readonly limit: () => number
  readonly signal?: AbortSignal | undefined
}

let calls = 0

/**
 * Asks a Worker, and rejects only with the signal's reason. Only the answer to this very call counts: a Worker may speak again
 * about an earlier one. Whoever asks ends a Worker that was too slow, failed or was called off.
 */
export function askWorker(
  worker: WorkerLike,
  name: string,
  given: readonly unknown[],
  { limit, signal }: Terms,
): Promise<Outcome<unknown>> {
  const over = new AbortController()
  const id = calls++
  return new Promise<Outcome<unknown>>((resolve, reject) => {
    const on = { signal: over.signal }
    worker.addEventListener(
      'message',
      (event) => {
        const answer = (event as MessageEvent<Answer>).data
        if (answer.id !== id) return
        if (!answer.ok) console.error(`${name}: ${answer.message}`)
        resolve(answer.ok ? { ok: true, value: answer.value } : { ok: false, reason: 'error' })
      },
      on,
    )
    worker.addEventListener('error', () => resolve({ ok: false, reason: 'worker-failed' }), on)
    worker.addEventListener('messageerror', () => resolve({ ok: false, reason: 'worker-failed' }), on)
    signal?.addEventListener('abort', () => reject(signal.reason), on)
    const timer = setTimeout(() => resolve({ ok: false, reason: 'too-slow' }), limit())
    over.signal.addEventListener('abort', () => clearTimeout(timer))
    worker.postMessage({ id, name, given } satisfies Call)
  }).finally(() => over.abort())
}
