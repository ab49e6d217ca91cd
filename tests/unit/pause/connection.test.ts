import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { FRAME_TIMEOUT_MS } from '../../../src/bridge/liveness'
import { PROBE } from '../../../src/bridge/pause'
import { type Connection, connect } from '../../../src/pause/connection'

/** The guard of the frame, as the pause page meets it. */
const frame = vi.hoisted(() => ({
  said: [] as { type: string }[],
  hear: undefined as ((message: unknown) => void) | undefined,
  met: [] as unknown[],
}))
vi.mock('../../../src/pause/guard-channel', async (actual) => ({
  ...(await actual<object>()),
  openGuardChannel: async (...met: unknown[]) => {
    frame.met.push(met)
    return {
      post: (message: { type: string }) => void frame.said.push(message),
      hear: (listener: (message: unknown) => void) => {
        frame.hear = listener
      },
    }
  },
}))

class FakePort {
  onmessage: ((event: { data: unknown }) => void) | null = null
  readonly said: unknown[] = []
  postMessage(message: unknown) {
    this.said.push(message)
  }
}

let view: EventTarget
let port: FakePort
let hidden: boolean
const raised = vi.fn()
const photo = new File(['x'], 'photo.jpg')
const review = (id: number) => ({ type: 'review', id, way: 'input', files: [photo] })
const release = { outcome: 'release', decisions: [{ as: 'original' }] } as const

beforeEach(() => {
  vi.useFakeTimers()
  Object.assign(frame, { said: [], hear: undefined, met: [] })
  view = new EventTarget()
  port = new FakePort()
  hidden = false
  raised.mockReset()
  vi.stubGlobal('document', {
    get hidden() {
      return hidden
    },
  })
  vi.stubGlobal(
    'MessageEvent',
    class extends Event {
      constructor(
        readonly data: unknown,
        readonly ports: readonly unknown[],
      ) {
        super('message')
      }
    },
  )
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

type Made = new (data: unknown, ports: readonly unknown[]) => Event
const post = (data: unknown, ports: readonly unknown[] = [port]) =>
  view.dispatchEvent(new (MessageEvent as unknown as Made)(data, ports))
const delivery = (ticket = 'ticket') => ({ type: 'port', ticket })

/** Connects; `at` says where the files are held. */
async function connected(at: 'host' | 'relay', listener: (message: object) => void = () => {}): Promise<Connection> {
  const redeem = async (ticket: string) =>
    ticket === 'ticket'
      ? ({ valid: true, host: 'www.example.com', page: '1', route: { at } } as const)
      : ({ valid: false } as const)
  const connecting = connect(view, redeem, raised)
  post(delivery())
  const connection = await connecting
  connection.listen(listener)
  return connection
}
const fromHost = (message: object) => port.onmessage?.({ data: message })

describe('a pause page that was framed', () => {
  it('says that it is there, and nothing else, to whoever asks without a ticket', async () => {
    const connect1 = vi.fn()
    connect(view, async () => ({ valid: false }), raised).then(connect1)
    post(PROBE)
    expect(port.said).toEqual([PROBE])
    for (const message of [delivery('another'), { type: 'port' }, { ticket: 'ticket' }, null]) post(message)
    post(delivery(), [])
    await vi.advanceTimersByTimeAsync(0)
    expect(connect1).not.toHaveBeenCalled()
    expect(port.said).toEqual([PROBE])
  })
})

describe('a pause page whose host holds the photos', () => {
  it('hears of reviews, of withdrawals and of deliveries, and of its dialog apart', async () => {
    const heard = vi.fn()
    const connection = await connected('host', heard)
    const delivered = { type: 'delivered', id: 1, taken: true }
    for (const message of [review(1), { type: 'withdraw', id: 1 }, delivered]) fromHost(message)
    expect(heard.mock.calls.map(([message]) => message)).toEqual([review(1), { type: 'withdraw', id: 1 }, delivered])
    fromHost({ type: 'raised' })
    expect(raised).toHaveBeenCalledOnce()
    fromHost({ type: 'review', id: 2 })
    expect(heard).toHaveBeenCalledTimes(3)
    connection.send({ type: 'verdict', id: 1, verdict: release })
    expect(port.said).toEqual([{ type: 'verdict', id: 1, verdict: release }])
  })

  it('does not go because nobody speaks: its host sees to that', async () => {
    await connected('host')
    fromHost(review(1))
    await vi.advanceTimersByTimeAsync(10 * FRAME_TIMEOUT_MS)
    expect(port.said).toEqual([])
  })
})

describe('a pause page for a frame', () => {
  it('says to the host what is to be seen, to the frame what became of its files, and the verdict to the frame alone', async () => {
    const connection = await connected('relay')
    expect(frame.met).toEqual([[{ at: 'relay' }, 'ticket']])
    connection.send({ type: 'ready' })
    connection.send({ type: 'show' })
    connection.send({ type: 'alive' })
    connection.send({ type: 'verdict', id: 1, verdict: release })
    connection.send({ type: 'again', id: 1 })
    expect(port.said).toEqual([{ type: 'ready' }, { type: 'show' }, { type: 'alive' }])
    expect(frame.said).toEqual([
      { type: 'ready' },
      { type: 'alive' },
      { type: 'verdict', id: 1, verdict: release },
      { type: 'again', id: 1 },
    ])
  })

  it('takes reviews from the frame only, and hears from the host of its dialog only', async () => {
    const heard = vi.fn()
    await connected('relay', heard)
    fromHost(review(1))
    fromHost({ type: 'raised' })
    expect(heard).not.toHaveBeenCalled()
    expect(raised).toHaveBeenCalledOnce()
    frame.hear?.(review(1))
    frame.hear?.({ type: 'raised' })
    expect(heard.mock.calls).toEqual([[review(1)]])
    expect(raised).toHaveBeenCalledOnce()
  })

  it('goes when the frame has been silent for so long that it is gone, and no sooner', async () => {
    await connected('relay')
    frame.hear?.(review(1))
    for (let times = 0; times < 20; times++) {
      await vi.advanceTimersByTimeAsync(FRAME_TIMEOUT_MS - 1)
      frame.hear?.({ type: 'waiting' })
    }
    expect(port.said).toEqual([])
    await vi.advanceTimersByTimeAsync(FRAME_TIMEOUT_MS - 1)
    expect(port.said).toEqual([])
    await vi.advanceTimersByTimeAsync(1)
    expect(port.said).toEqual([{ type: 'remove' }])
  })

  it('takes no silence for a sign in a hidden tab, where timers are slowed down', async () => {
    await connected('relay')
    frame.hear?.(review(1))
    hidden = true
    await vi.advanceTimersByTimeAsync(10 * FRAME_TIMEOUT_MS)
    expect(port.said).toEqual([])
    hidden = false
    await vi.advanceTimersByTimeAsync(FRAME_TIMEOUT_MS)
    expect(port.said).toEqual([{ type: 'remove' }])
  })

  it('stays while nothing is open, and once all is answered or withdrawn', async () => {
    const connection = await connected('relay')
    await vi.advanceTimersByTimeAsync(10 * FRAME_TIMEOUT_MS)
    frame.hear?.(review(1))
    frame.hear?.(review(2))
    connection.send({ type: 'verdict', id: 1, verdict: { outcome: 'cancel' } })
    frame.hear?.({ type: 'withdraw', id: 2 })
    await vi.advanceTimersByTimeAsync(10 * FRAME_TIMEOUT_MS)
    expect(port.said).toEqual([])
  })

  it('goes when the frame needs it no more', async () => {
    await connected('relay')
    frame.hear?.({ type: 'leave' })
    expect(port.said).toEqual([{ type: 'remove' }])
  })
})
