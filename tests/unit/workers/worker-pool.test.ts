import { expect, test } from 'vitest'
import type { Terms, WorkerLike } from '../../../src/workers/ask-worker'
import { WorkerPool } from '../../../src/workers/worker-pool'

/** What the stand-ins do with a call of any name: see there. */
type AnyCalls = Record<string, () => Promise<string>>

/** A Worker that answers, crashes or hangs as the name of the call says. */
class StandIn extends EventTarget implements WorkerLike {
  static made: StandIn[] = []
  calls: string[] = []
  ended = false
  constructor() {
    super()
    StandIn.made.push(this)
  }
  postMessage({ id, name }: { id: number; name: string }) {
    this.calls.push(name)
    queueMicrotask(() => {
      if (name === 'crash') this.dispatchEvent(new Event('error'))
      else if (name === 'throw') this.answer({ id, ok: false, message: 'no' })
      else if (name !== 'hang') this.answer({ id, ok: true, value: name })
    })
  }
  answer(data: unknown) {
    this.dispatchEvent(new MessageEvent('message', { data }))
  }
  terminate() {
    this.ended = true
  }
}

function pool(most = 1) {
  StandIn.made = []
  const workers = new WorkerPool<AnyCalls>(() => new StandIn(), most)
  return {
    run: (name: string, terms: Partial<Terms> = {}) => workers.run(name, [], { limit: () => 60_000, ...terms }),
    warm: (started?: WorkerLike) => workers.warm(started),
  }
}

test('one Worker serves one call after the other', async () => {
  const workers = pool()
  const answers = await Promise.all([workers.run('a'), workers.run('b'), workers.run('c')])
  expect(answers).toEqual(['a', 'b', 'c'].map((value) => ({ ok: true, value })))
  expect(StandIn.made.map(({ calls }) => calls)).toEqual([['a', 'b', 'c']])
})

test('no more Workers than allowed are started', async () => {
  const workers = pool(2)
  await Promise.all(Array.from({ length: 50 }, (_, n) => workers.run(`${n}`)))
  expect(StandIn.made).toHaveLength(2)
})

test('a Worker that was started before takes the first call', async () => {
  const workers = pool()
  const started = new StandIn()
  workers.warm(started)
  expect(await workers.run('a')).toEqual({ ok: true, value: 'a' })
  expect(StandIn.made).toEqual([started])
})

test('a Worker that failed before its first call is not asked', async () => {
  const workers = pool()
  workers.warm()
  StandIn.made[0]?.dispatchEvent(new Event('error'))
  expect(await workers.run('a')).toEqual({ ok: true, value: 'a' })
  expect(StandIn.made.map(({ calls }) => calls)).toEqual([[], ['a']])
})

test('a crash is told, and the next call gets a new Worker', async () => {
  const workers = pool()
  const answers = await Promise.all([workers.run('crash'), workers.run('b')])
  expect(answers).toEqual([
    { ok: false, reason: 'worker-failed' },
    { ok: true, value: 'b' },
  ])
  expect(StandIn.made.map(({ ended }) => ended)).toEqual([true, false])
})

test('a Worker that hangs is ended when its time is over, and does not take the others with it', async () => {
  const workers = pool()
  const answers = await Promise.all([workers.run('hang', { limit: () => 1 }), workers.run('b')])
  expect(answers).toEqual([
    { ok: false, reason: 'too-slow' },
    { ok: true, value: 'b' },
  ])
  expect(StandIn.made[0]?.ended).toBe(true)
})

test('an abort ends the Worker and rejects with its reason, also for calls that still wait', async () => {
  const workers = pool()
  const stop = new AbortController()
  const under = workers.run('hang', { signal: stop.signal })
  const waiting = workers.run('b', { signal: stop.signal })
  await Promise.resolve()
  stop.abort(new Error('withdrawn'))
  await expect(under).rejects.toThrow('withdrawn')
  await expect(waiting).rejects.toThrow('withdrawn')
  expect(StandIn.made.map(({ calls, ended }) => [calls, ended])).toEqual([[['hang'], true]])
})

test('what a Worker says again about an earlier call is no answer to a later one', async () => {
  const workers = pool()
  expect(await workers.run('a')).toEqual({ ok: true, value: 'a' })
  const [worker] = StandIn.made
  const next = workers.run('b')
  worker?.answer({ id: -1, ok: true, value: 'a' })
  expect(await next).toEqual({ ok: true, value: 'b' })
})

test('a call that throws leaves the Worker usable', async () => {
  const workers = pool()
  expect(await workers.run('throw')).toEqual({ ok: false, reason: 'error' })
  expect(await workers.run('a')).toEqual({ ok: true, value: 'a' })
  expect(StandIn.made).toHaveLength(1)
})
