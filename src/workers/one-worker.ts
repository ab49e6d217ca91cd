import { askWorker, type Outcome, type WorkerLike } from './ask-worker'
import type { Calls, Given, Value } from './calls'

/**
 * One Worker that is given every call at once and takes them in turn, so that none waits for the page to hear of the one before. For
 * calls on which nobody's file depends: one that hangs takes those behind it with it.
 */
export class OneWorker<Of extends Calls<Of>> {
  private current: { readonly worker: WorkerLike; readonly over: AbortController } | undefined

  /** @param limitMs how many milliseconds a call may take, those before it included. */
  constructor(
    private readonly spawn: () => WorkerLike,
    private readonly limitMs: number,
  ) {}

  /** Starts the Worker ahead of its first call; one that fails until then is not asked. */
  warm(): void {
    if (this.current) return
    const { worker } = this.start()
    worker.addEventListener('error', () => this.giveUp(worker), { once: true })
  }

  /** Calls a function of the Worker, which is started where there is none. Never rejects. */
  async run<Name extends keyof Of & string>(name: Name, given: Given<Of, Name>): Promise<Outcome<Value<Of, Name>>> {
    const { worker, over } = this.current ?? this.start()
    const terms = { limit: () => this.limitMs, signal: over.signal }
    const outcome = await askWorker(worker, name, given, terms).catch(
      (): Outcome<unknown> => ({ ok: false, reason: 'worker-failed' }),
    )
    if (!outcome.ok && outcome.reason !== 'error') this.giveUp(worker)
    return outcome as Outcome<Value<Of, Name>>
  }

  private start() {
    this.current = { worker: this.spawn(), over: new AbortController() }
    return this.current
  }

  /** Gives a Worker up that failed, with all calls that wait for it; the next call starts another. */
  private giveUp(worker: WorkerLike): void {
    if (this.current?.worker !== worker) return
    const { over } = this.current
    this.current = undefined
    worker.terminate()
    over.abort()
  }
}
