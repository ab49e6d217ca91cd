import { askWorker, type Outcome, type Terms, type WorkerLike } from './ask-worker'
import type { Calls, Given, Value } from './calls'

/** A few Workers, each doing one call at a time, so that a call that hangs or crashes takes nothing else with it. */
export class WorkerPool<Of extends Calls<Of>> {
  private readonly waiting: (() => void)[] = []
  private readonly idle: WorkerLike[] = []
  private readonly busy = new Set<WorkerLike>()
  /** Places in use; one that is given up goes straight to the next call that waits. */
  private taken = 0
  private closed = false

  constructor(
    private readonly spawn: () => WorkerLike,
    private readonly maxWorkers: number,
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

  /** Calls a function of a Worker once one has time. Rejects only with the signal's reason. */
  async run<Name extends keyof Of & string>(
    name: Name,
    given: Given<Of, Name>,
    terms: Terms,
  ): Promise<Outcome<Value<Of, Name>>> {
    if (this.taken < this.maxWorkers) this.taken++
    else await new Promise<void>((go) => this.waiting.push(go))
    try {
      terms.signal?.throwIfAborted()
      return (await this.runNow(name, given, terms)) as Outcome<Value<Of, Name>>
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

  private async runNow(name: string, given: readonly unknown[], terms: Terms): Promise<Outcome<unknown>> {
    const worker = this.idle.pop() ?? this.spawn()
    this.busy.add(worker)
    let reusable = false
    try {
      const outcome = await askWorker(worker, name, given, terms)
      reusable = outcome.ok || outcome.reason === 'error'
      return outcome
    } finally {
      this.busy.delete(worker)
      if (reusable && !this.closed) this.idle.push(worker)
      else worker.terminate()
    }
  }
}
