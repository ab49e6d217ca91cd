import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import {
  FRAME_TIMEOUT_MS,
  HEARTBEAT_MS,
  IDLE_LIMIT_MS,
  LOOK_INTERVAL_MS,
  MAX_SILENT_LOOKS,
  MAX_STARTING_LOOKS,
} from '../../../src/bridge/liveness'
import type { FromPause } from '../../../src/bridge/pause'
import type { Verdict } from '../../../src/bridge/verdict'
import { createReviews } from '../../../src/guard/reviews'

/** One pause page that this test plays: what it was told, and how it answers. */
const stage = vi.hoisted(() => ({
  ticket: 'ticket' as unknown,
  told: [] as { type: string; id?: number }[],
  shown: [] as string[],
  isThere: true,
  hosts: 0,
  again: [] as number[],
  port: undefined as { onmessage: ((event: { data: unknown }) => void) | null } | undefined,
}))

vi.mock('../../../src/guard/ask-background', () => ({ askBackground: async () => stage.ticket }))
vi.mock('../../../src/guard/connect-pause', () => ({
  connectPause: () => () => {},
  pathHere: () => [],
  hasScripts: () => true,
}))
vi.mock('../../../src/guard/pause-host', () => ({
  openPauseHost: () => {
    stage.hosts++
    const note = (what: string) => () => void stage.shown.push(what)
    return {
      show: note('show'),
      notice: note('notice'),
      hide: note('hide'),
      remove: note('remove'),
      stay: () => stage.isThere,
    }
  },
}))

class FakePort {
  onmessage: ((event: { data: unknown }) => void) | null = null
  postMessage(message: { type: string; id?: number }) {
    stage.told.push(message)
  }
  close() {}
}

beforeEach(() => {
  vi.useFakeTimers()
  const view = { innerWidth: 1000, innerHeight: 800, document: { visibilityState: 'visible' } }
  for (const [name, value] of Object.entries(view)) vi.stubGlobal(name, value)
  vi.stubGlobal('window', globalThis)
  vi.stubGlobal('top', globalThis)
  vi.stubGlobal(
    'MessageChannel',
    class {
      port1 = new FakePort()
      port2 = new FakePort()
      constructor() {
        stage.port = this.port1
      }
    },
  )
  Object.assign(stage, { ticket: 'ticket', told: [], shown: [], again: [], isThere: true, hosts: 0, port: undefined })
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const say = (message: FromPause | object) => stage.port?.onmessage?.({ data: message })
const photo = new File(['x'], 'photo.jpg')
const SILENCE_MS = MAX_SILENT_LOOKS * LOOK_INTERVAL_MS
const START_MS = MAX_STARTING_LOOKS * LOOK_INTERVAL_MS

/** Begins a review of one photo; `answers` fills as it is answered. */
async function begun() {
  const reviews = createReviews((id) => void stage.again.push(id))
  const answers: (Verdict | 'unavailable')[] = []
  const begin = (id: number) =>
    reviews.begin({ id, way: 'input', files: [photo], done: (answer) => void answers.push(answer) })
  begin(1)
  await vi.advanceTimersByTimeAsync(0)
  return { reviews, answers, begin }
}

describe('the reviews of a document', () => {
  it('are told to the pause page, and end with its verdict', async () => {
    const { answers } = await begun()
    expect(stage.told).toEqual([{ type: 'review', id: 1, way: 'input', files: [photo] }])
    say({ type: 'show' })
    expect(stage.shown).toEqual(['show'])
    say({ type: 'verdict', id: 1, verdict: { outcome: 'release', decisions: [{ as: 'original' }] } })
    expect(answers).toEqual([{ outcome: 'release', decisions: [{ as: 'original' }] }])
  })

  it('are told when the page has their files, and have it try again', async () => {
    const { reviews } = await begun()
    reviews.delivered(1, false)
    expect(stage.told.at(-1)).toEqual({ type: 'delivered', id: 1, taken: false })
    say({ type: 'again', id: 1 })
    say({ type: 'again', id: 'all' })
    expect(stage.again).toEqual([1])
    say({ type: 'notice', height: 120 })
    expect(stage.shown).toEqual(['notice'])
  })

  it('wait for ever while the pause page is alive', async () => {
    const { answers } = await begun()
    for (let beat = 0; beat < 600; beat++) {
      say({ type: 'alive' })
      await vi.advanceTimersByTimeAsync(HEARTBEAT_MS)
    }
    expect(answers).toEqual([])
  })

  it('could not be shown when the pause page falls silent, and not a look sooner', async () => {
    const { answers } = await begun()
    say({ type: 'alive' })
    await vi.advanceTimersByTimeAsync(SILENCE_MS - 2 * LOOK_INTERVAL_MS)
    expect(answers).toEqual([])
    await vi.advanceTimersByTimeAsync(2 * LOOK_INTERVAL_MS)
    expect(answers).toEqual(['unavailable'])
  })

  it('give a start more time', async () => {
    const { answers } = await begun()
    await vi.advanceTimersByTimeAsync(START_MS - LOOK_INTERVAL_MS)
    expect(answers).toEqual([])
    await vi.advanceTimersByTimeAsync(LOOK_INTERVAL_MS)
    expect(answers).toEqual(['unavailable'])
  })

  it('take no silence for a sign in a hidden page', async () => {
    const { answers } = await begun()
    vi.stubGlobal('document', { visibilityState: 'hidden' })
    await vi.advanceTimersByTimeAsync(10 * START_MS)
    expect(answers).toEqual([])
  })

  it('are cancelled when the page takes the dialog away', async () => {
    const { answers } = await begun()
    stage.isThere = false
    await vi.advanceTimersByTimeAsync(LOOK_INTERVAL_MS)
    expect(answers).toEqual([{ outcome: 'cancel' }])
  })

  it('could not be shown without a ticket, or where there is no room', async () => {
    stage.ticket = undefined
    expect((await begun()).answers).toEqual(['unavailable'])
    stage.ticket = 'ticket'
    vi.stubGlobal('innerHeight', 60)
    expect((await begun()).answers).toEqual(['unavailable'])
    expect(stage.hosts).toBe(0)
  })

  it('hear no verdict for another hold, none that is incomplete, and none a second time', async () => {
    const { answers } = await begun()
    const release = (decisions: object[]) => ({ outcome: 'release', decisions })
    say({ type: 'verdict', id: 2, verdict: release([{ as: 'original' }]) })
    say({ type: 'verdict', id: 1, verdict: release([]) })
    say({ type: 'verdict', id: 1, verdict: release([{}]) })
    say({ type: 'verdict', id: 1 })
    expect(answers).toEqual([])
    say({ type: 'verdict', id: 1, verdict: { outcome: 'cancel' } })
    say({ type: 'verdict', id: 1, verdict: release([{ as: 'original' }]) })
    expect(answers).toEqual([{ outcome: 'cancel' }])
  })

  it('that are withdrawn are cancelled, and the pause page hears of it', async () => {
    const { answers, reviews } = await begun()
    reviews.withdraw(1)
    reviews.withdraw(1)
    expect(answers).toEqual([{ outcome: 'cancel' }])
    expect(stage.told.filter(({ type }) => type === 'withdraw')).toHaveLength(1)
  })

  it('share one pause page, which leaves when nobody has needed it for a minute', async () => {
    const { answers, begin } = await begun()
    begin(2)
    await vi.advanceTimersByTimeAsync(0)
    expect(stage.hosts).toBe(1)
    for (const id of [1, 2]) say({ type: 'verdict', id, verdict: { outcome: 'cancel' } })
    expect(answers).toHaveLength(2)
    await vi.advanceTimersByTimeAsync(IDLE_LIMIT_MS - 1)
    expect(stage.shown).toEqual([])
    await vi.advanceTimersByTimeAsync(1)
    expect(stage.shown).toEqual(['remove'])
    begin(3)
    await vi.advanceTimersByTimeAsync(0)
    expect(stage.hosts).toBe(2)
  })
})

describe('the reviews of a frame', () => {
  it('meet the pause page of the top frame, tell it that they wait, and that they are done', async () => {
    vi.stubGlobal('top', {})
    stage.ticket = { ticket: 'ticket', at: 'relay' }
    const { answers } = await begun()
    expect(stage.hosts).toBe(0)
    for (let passed = 0; passed < FRAME_TIMEOUT_MS; passed += LOOK_INTERVAL_MS) {
      say({ type: 'alive' })
      await vi.advanceTimersByTimeAsync(LOOK_INTERVAL_MS)
    }
    expect(stage.told.filter(({ type }) => type === 'waiting')).toHaveLength(FRAME_TIMEOUT_MS / LOOK_INTERVAL_MS)
    say({ type: 'verdict', id: 1, verdict: { outcome: 'cancel' } })
    await vi.advanceTimersByTimeAsync(IDLE_LIMIT_MS)
    expect(answers).toHaveLength(1)
    expect(stage.told.at(-1)).toEqual({ type: 'leave' })
  })
})
