import type { Answer, Call } from './serve-calls'

/** The part of a Worker that is used, so that tests can stand in for it. */
export type WorkerLike = Pick<Worker, 'postMessage' | 'terminate' | 'addEventListener'>

export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  /** `too-slow`: it was stopped; `worker-failed`: it crashed or could not be started; `error`: the call itself failed. */
  | { readonly ok: false; readonly reason: 'too-slow' | 'worker-failed' | 'error' }

export interface Order extends Omit<Call, 'id'> {
  /**
   * Milliseconds from the moment a Worker takes it up, not from when it was ordered; asked only then, because the size of a
   * file that was just chosen costs Chromium 0.2 ms, and thousands may be ordered in one go.
   */
  readonly limit: () => number
  readonly signal?: AbortSignal | undefined
}

/** A few Workers, each doing one call at a time, so that a call that hangs or crashes takes nothing else with it. */
export class WorkerPool {
  private readonly waiting: (() => void)[] = []
  private readonly idle: WorkerLike[] = []
  private readonly busy = new Set<WorkerLike>()
  /** Places in use; one that is given up goes straight to the next call that waits. */
  private taken = 0
  private closed = false

  constructor(
    private readonly spawn: () => WorkerLike,
    private readonly most: number,
  ) {}

  /** Has one Worker ready ahead of its first call: this one, or a new one. One that fails until then is not asked. */
  warm(started?: WorkerLike): void {
    if (this.idle.length + this.busy.size > 0) return
    const worker = started ?? this.spawn()
    this.idle.push(worker)
    worker.addEventListener(
      'error',
      () => {
        const at = this.idle.indexOf(worker)
        if (at >= 0) this.idle.splice(at, 1)
      },
      { once: true },
    )
  }

  /** Rejects only with the signal's reason. */
  async run<T>(order: Order): Promise<Outcome<T>> {
    if (this.taken < this.most) this.taken++
    else await new Promise<void>((go) => this.waiting.push(go))
    try {
      order.signal?.throwIfAborted()
      return await this.runNow<T>(order)
    } finally {
      const next = this.waiting.shift()
      if (next) next()
      else this.taken--
    }
  }

  /** Ends the Workers that have nothing to do, for the memory they hold; the next call starts a new one. */
  rest(): void {
    for (const worker of this.idle.splice(0)) worker.terminate()
  }

  close(): void {
    this.closed = true
    for (const worker of [...this.idle, ...this.busy]) worker.terminate()
    this.idle.length = 0
  }

  private async runNow<T>(order: Order): Promise<Outcome<T>> {
    const worker = this.idle.pop() ?? this.spawn()
    this.busy.add(worker)
    let reusable = false
    try {
      const outcome = await ask<T>(worker, order)
      reusable = outcome.ok || outcome.reason === 'error'
      return outcome
    } finally {
      this.busy.delete(worker)
      if (reusable && !this.closed) this.idle.push(worker)
      else worker.terminate()
    }
  }
}

let calls = 0

/** Only the answer to this very call counts: a Worker may speak again about an earlier one. */
function ask<T>(worker: WorkerLike, { name, file, size, order, limit, signal }: Order): Promise<Outcome<T>> {
  const over = new AbortController()
  const id = calls++
  return new Promise<Outcome<T>>((resolve, reject) => {
    const on = { signal: over.signal }
    worker.addEventListener(
      'message',
      (event) => {
        const answer = (event as MessageEvent<Answer>).data
        if (answer.id !== id) return
        if (!answer.ok) console.error(`${name}: ${answer.message}`)
        resolve(answer.ok ? { ok: true, value: answer.value as T } : { ok: false, reason: 'error' })
      },
      on,
    )
    worker.addEventListener('error', () => resolve({ ok: false, reason: 'worker-failed' }), on)
    worker.addEventListener('messageerror', () => resolve({ ok: false, reason: 'worker-failed' }), on)
    signal?.addEventListener('abort', () => reject(signal.reason), on)
    const timer = setTimeout(() => resolve({ ok: false, reason: 'too-slow' }), limit())
    over.signal.addEventListener('abort', () => clearTimeout(timer))
    worker.postMessage({ id, name, file, size, ...(order !== undefined && { order }) } satisfies Call)
  }).finally(() => over.abort())
}
