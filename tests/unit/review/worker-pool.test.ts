import { expect, test } from 'vitest'
import { createEngineClient } from '../../../src/review/engine-client'
import { type WorkerLike, WorkerPool } from '../../../src/review/worker-pool'

const file = new File(['x'], 'photo.jpg')
const order = (name: string, more = {}) => ({ name, file, size: 0, limit: () => 60_000, ...more })

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
  return new WorkerPool(() => new StandIn(), most)
}

test('one Worker serves one call after the other', async () => {
  const workers = pool()
  const answers = await Promise.all([workers.run(order('a')), workers.run(order('b')), workers.run(order('c'))])
  expect(answers).toEqual(['a', 'b', 'c'].map((value) => ({ ok: true, value })))
  expect(StandIn.made.map(({ calls }) => calls)).toEqual([['a', 'b', 'c']])
})

test('no more Workers than allowed are started', async () => {
  const workers = pool(2)
  await Promise.all(Array.from({ length: 50 }, (_, n) => workers.run(order(`${n}`))))
  expect(StandIn.made).toHaveLength(2)
})

test('a Worker that was started before takes the first call', async () => {
  const workers = pool()
  const started = new StandIn()
  workers.warm(started)
  expect(await workers.run(order('a'))).toEqual({ ok: true, value: 'a' })
  expect(StandIn.made).toEqual([started])
})

test('a Worker that failed before its first call is not asked', async () => {
  const workers = pool()
  workers.warm()
  StandIn.made[0]?.dispatchEvent(new Event('error'))
  expect(await workers.run(order('a'))).toEqual({ ok: true, value: 'a' })
  expect(StandIn.made.map(({ calls }) => calls)).toEqual([[], ['a']])
})

test('a file that waits for a Worker is not asked for its size', async () => {
  const asked: string[] = []
  const chosen = (name: string) =>
    Object.defineProperty(new File(['x'], name), 'size', {
      get: () => {
        asked.push(name)
        return 1
      },
    })
  const hanging = () => Object.assign(new StandIn(), { postMessage: () => undefined })
  const client = createEngineClient(hanging, 1)
  const stop = new AbortController()
  const all = Promise.allSettled(['a', 'b', 'c'].map((name) => client.inspect(chosen(name), stop.signal)))
  await Promise.resolve()
  expect(asked).toEqual(['a'])
  stop.abort()
  await all
})

test('a crash is told, and the next call gets a new Worker', async () => {
  const workers = pool()
  const answers = await Promise.all([workers.run(order('crash')), workers.run(order('b'))])
  expect(answers).toEqual([
    { ok: false, reason: 'worker-failed' },
    { ok: true, value: 'b' },
  ])
  expect(StandIn.made.map(({ ended }) => ended)).toEqual([true, false])
})

test('a Worker that hangs is ended when its time is over, and does not take the others with it', async () => {
  const workers = pool()
  const answers = await Promise.all([workers.run(order('hang', { limit: () => 1 })), workers.run(order('b'))])
  expect(answers).toEqual([
    { ok: false, reason: 'too-slow' },
    { ok: true, value: 'b' },
  ])
  expect(StandIn.made[0]?.ended).toBe(true)
})

test('an abort ends the Worker and rejects with its reason, also for calls that still wait', async () => {
  const workers = pool()
  const stop = new AbortController()
  const under = workers.run(order('hang', { signal: stop.signal }))
  const waiting = workers.run(order('b', { signal: stop.signal }))
  await Promise.resolve()
  stop.abort(new Error('withdrawn'))
  await expect(under).rejects.toThrow('withdrawn')
  await expect(waiting).rejects.toThrow('withdrawn')
  expect(StandIn.made.map(({ calls, ended }) => [calls, ended])).toEqual([[['hang'], true]])
})

test('what a Worker says again about an earlier call is no answer to a later one', async () => {
  const workers = pool()
  expect(await workers.run(order('a'))).toEqual({ ok: true, value: 'a' })
  const [worker] = StandIn.made
  const next = workers.run(order('b'))
  worker?.answer({ id: -1, ok: true, value: 'a' })
  expect(await next).toEqual({ ok: true, value: 'b' })
})

test('a call that throws leaves the Worker usable', async () => {
  const workers = pool()
  expect(await workers.run(order('throw'))).toEqual({ ok: false, reason: 'error' })
  expect(await workers.run(order('a'))).toEqual({ ok: true, value: 'a' })
  expect(StandIn.made).toHaveLength(1)
})

test('the engine client turns trouble with Workers into reasons a parent can be told', async () => {
  StandIn.made = []
  const failing = createEngineClient(
    () => {
      const worker = new StandIn()
      worker.postMessage = () => queueMicrotask(() => worker.dispatchEvent(new Event('error')))
      return worker
    },
    1,
    () => 60_000,
  )
  expect(await failing.inspect(file)).toEqual({
    outcome: 'cannot-check',
    format: null,
    findings: [],
    reason: 'worker-failed',
  })
  const hanging = createEngineClient(
    () => Object.assign(new StandIn(), { postMessage: () => undefined }),
    1,
    () => 1,
  )
  expect(await hanging.clean(file)).toEqual({ outcome: 'refused', reason: 'too-slow' })
})
