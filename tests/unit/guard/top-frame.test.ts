import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { FRAME_TIMEOUT_MS, IDLE_LIMIT_MS } from '../../../src/bridge/liveness'
import { hostForFrames } from '../../../src/guard/top-frame'

/** Every pause page that was opened: what its dialog was told to do, and what its port was told. */
interface Opened {
  readonly ticket: string
  readonly did: string[]
  readonly said: unknown[]
  readonly raised: () => void
  readonly port: FakePort
  isThere: boolean
}
const stage = vi.hoisted(() => ({ opened: [] as Opened[] }))

class FakePort {
  onmessage: ((event: { data: unknown }) => void) | null = null
  readonly said: unknown[] = []
  closed = false
  postMessage(message: unknown) {
    this.said.push(message)
  }
  close() {
    this.closed = true
  }
}

let port: FakePort
vi.mock('../../../src/guard/pause-host', () => ({
  openPauseHost(ticket: string, _: unknown, raised: () => void) {
    const did: string[] = []
    const opened = { ticket, did, said: port.said, raised, port, isThere: true }
    stage.opened.push(opened)
    const note = (what: string) => () => void did.push(what)
    return {
      show: note('show'),
      notice: (height: number) => void did.push(`notice ${height}`),
      aside: note('aside'),
      blur: note('blur'),
      hide: note('hide'),
      remove: note('remove'),
      stay: () => opened.isThere,
    }
  },
}))

beforeEach(() => {
  vi.useFakeTimers()
  stage.opened = []
  vi.stubGlobal(
    'MessageChannel',
    class {
      port1 = new FakePort()
      port2 = {}
      constructor() {
        port = this.port1
      }
    },
  )
  globalThis.pausephotoHost = undefined
  hostForFrames()
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

/** Opens a pause page for a frame. */
function open(ticket = 'ticket'): Opened & { readonly say: (message: object) => void } {
  expect(globalThis.pausephotoHost?.(ticket)).toBe(true)
  const opened = stage.opened.at(-1)
  if (!opened) throw new Error('no pause page was opened')
  return Object.assign(opened, { say: (message: object) => opened.port.onmessage?.({ data: message }) })
}

describe('the pause page that the top frame hosts for another one', () => {
  it('has a ticket of its own for each frame, and says itself when it is to be seen', () => {
    const [one, two] = [open('one'), open('two')]
    expect(stage.opened.map(({ ticket }) => ticket)).toEqual(['one', 'two'])
    one.say({ type: 'show' })
    two.say({ type: 'notice', height: 90 })
    two.say({ type: 'hide' })
    expect([one.did, two.did]).toEqual([['show'], ['notice 90', 'hide']])
  })

  it('hears when its dialog came up again', () => {
    const { raised, port } = open()
    raised()
    expect(port.said).toEqual([{ type: 'raised' }])
  })

  it('gives no verdict here, where no file is held, and does nothing that no message of ours says', () => {
    const { say, did, port } = open()
    for (const message of [
      { type: 'verdict', id: 1, verdict: { outcome: 'release', decisions: [{ as: 'original' }] } },
      { type: 'stay' },
      { type: 'toString' },
      { action: 'show' },
    ])
      say(message)
    expect(did).toEqual([])
    expect(port.said).toEqual([])
  })

  it('goes when it says so', () => {
    const { say, did, port } = open()
    say({ type: 'remove' })
    expect(did).toEqual(['remove'])
    expect(port.closed).toBe(true)
  })

  it('goes with its first word after the page took the dialog away', () => {
    const opened = open()
    opened.isThere = false
    opened.say({ type: 'show' })
    expect(opened.did).toEqual(['remove'])
  })

  it('stays as long as it is at work, and goes after two idle minutes, later than the frame’s guard forgets it', async () => {
    const { say, did } = open()
    for (let passed = 0; passed < 5 * IDLE_LIMIT_MS; passed += FRAME_TIMEOUT_MS) {
      say({ type: 'alive' })
      await vi.advanceTimersByTimeAsync(FRAME_TIMEOUT_MS)
    }
    expect(did).toEqual([])
    await vi.advanceTimersByTimeAsync(2 * IDLE_LIMIT_MS - FRAME_TIMEOUT_MS - 1)
    expect(did).toEqual([])
    await vi.advanceTimersByTimeAsync(1)
    expect(did).toEqual(['remove'])
  })

  it('goes after two idle minutes when it never said a word', async () => {
    const { did } = open()
    await vi.advanceTimersByTimeAsync(2 * IDLE_LIMIT_MS)
    expect(did).toEqual(['remove'])
  })

  it('is opened by one function, however often the script that does it is brought', () => {
    const before = globalThis.pausephotoHost
    hostForFrames()
    expect(globalThis.pausephotoHost).toBe(before)
  })
})
