import { expect, test } from 'vitest'
import { createEngineClient } from '../../../src/review/engine-client'

const file = new File(['x'], 'photo.jpg')

/** A Worker that never answers, or crashes at once. */
class StandIn extends EventTarget {
  constructor(private readonly crashes = false) {
    super()
  }
  postMessage() {
    if (this.crashes) queueMicrotask(() => this.dispatchEvent(new Event('error')))
  }
  terminate() {}
}

test('a file that waits for a Worker is not asked for its size', async () => {
  const asked: string[] = []
  const chosen = (name: string) =>
    Object.defineProperty(new File(['x'], name), 'size', {
      get: () => {
        asked.push(name)
        return 1
      },
    })
  const client = createEngineClient(() => new StandIn(), 1)
  const stop = new AbortController()
  const all = Promise.allSettled(['a', 'b', 'c'].map((name) => client.inspect(chosen(name), stop.signal)))
  await Promise.resolve()
  expect(asked).toEqual(['a'])
  stop.abort()
  await all
})

test('the engine client turns trouble with Workers into reasons a parent can be told', async () => {
  const failing = createEngineClient(() => new StandIn(true), 1)
  expect(await failing.inspect(file)).toEqual({
    outcome: 'cannot-check',
    format: null,
    findings: [],
    reason: 'worker-failed',
  })
  const hanging = createEngineClient(
    () => new StandIn(),
    1,
    () => 1,
  )
  expect(await hanging.clean(file)).toEqual({ outcome: 'refused', reason: 'too-slow' })
})
