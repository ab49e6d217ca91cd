import { beforeEach, describe, expect, it, vi } from 'vitest'
import { MAX_SILENT_PINGS, PING_INTERVAL_MS } from '../../../src/bridge/liveness'
import { stubPageClasses } from '../../support/page-classes'

stubPageClasses()
// The page world takes setTimeout and confirm once.
vi.useFakeTimers({ toFake: ['setTimeout'] })
const confirm = vi.fn()
vi.stubGlobal('confirm', confirm)
const { createPause } = await import('../../../src/page-world/pause')

const photo = new File(['photo'], 'photo.jpg', { type: 'image/jpeg' })
const letter = new File(['words'], 'letter.txt', { type: 'text/plain' })
const cleaned = new File(['clean'], 'photo.jpg', { type: 'image/jpeg' })

let heard: { type: string; id?: number; files?: File[] }[]

class Port {
  onmessage: ((event: Event) => void) | null = null
  postMessage(message: (typeof heard)[number]) {
    heard.push(message)
  }
}
const port = new Port()
const say = (message: object) => port.onmessage?.(new MessageEvent('message', { data: message }))
const pause = createPause(() => {})
document.dispatchEvent(
  new MessageEvent('load', { cancelable: true, data: 'Gone. Send it?', ports: [port as unknown as MessagePort] }),
)

let open: number | undefined
beforeEach(() => {
  pause.withdraw(open)
  heard = []
  confirm.mockReset().mockReturnValue(false)
})

function holdTwo() {
  const done = vi.fn()
  const id = pause.hold('input', [letter, photo], done)
  open = id
  vi.advanceTimersByTime(0)
  return { id, left: () => done.mock.calls[0]?.[0], done }
}

describe('what is held', () => {
  it('is shown to the guard as far as it may be a photo, and comes back in its order', () => {
    const { id, left } = holdTwo()
    expect(heard.find(({ type }) => type === 'hold')).toMatchObject({
      id,
      way: 'input',
      files: [{ name: 'photo.jpg' }],
    })
    say({ type: 'released', id, decisions: [{ as: 'original' }] })
    expect(left()).toEqual([letter, photo])
  })

  it('is delivered again when nothing took it and the parent says so, until something does', () => {
    let taken = false
    const done = vi.fn((_: unknown, told: (taken: boolean) => void) => told(taken))
    const id = pause.hold('drop', [photo], done)
    vi.advanceTimersByTime(0)
    const told = () => heard.filter(({ type }) => type === 'delivered').at(-1)
    say({ type: 'again', id })
    expect(done).not.toHaveBeenCalled()
    say({ type: 'released', id, decisions: [{ as: 'original' }] })
    expect(told()).toEqual({ type: 'delivered', id, taken: false })
    taken = true
    say({ type: 'again', id })
    expect(told()).toEqual({ type: 'delivered', id, taken: true })
    say({ type: 'again', id })
    expect(done.mock.calls.map(([left]) => left)).toEqual([[photo], [photo]])
  })

  it('has a gap where the parent left a file out', () => {
    const { id, left } = holdTwo()
    say({ type: 'released', id, decisions: [{ as: 'omitted' }] })
    expect(left()).toEqual([letter, null])
  })

  it.each([
    ['nothing but its number', {}],
    ['no decisions', { type: 'released' }],
    ['a decision nobody knows', { type: 'released', decisions: [{ as: 'sent' }] }],
    ['an answer of an earlier version', { answer: { left: [true] } }],
  ])('stays held when the guard says %s', (_, message) => {
    const { id, done } = holdTwo()
    say({ id, ...message })
    expect(done).not.toHaveBeenCalled()
  })

  it('is not let through by fewer decisions than photos', () => {
    const { id, left } = holdTwo()
    say({ type: 'released', id, decisions: [] })
    expect(left()).toEqual([letter, null])
  })

  it('is asked about by the browser’s own box when the pause cannot be shown', () => {
    const { id, left } = holdTwo()
    confirm.mockReturnValue(true)
    say({ type: 'unavailable', id })
    expect(confirm).toHaveBeenCalledWith('Gone. Send it?')
    expect(left()).toEqual([letter, photo])
  })

  it('is not sent when that box gives anything but true', () => {
    const { id, left } = holdTwo()
    confirm.mockReturnValue('yes')
    say({ type: 'unavailable', id })
    expect(left()).toBeNull()
  })

  it('is nobody’s once the guard was silent for too long, and is waited for as long as it speaks', () => {
    vi.stubGlobal('document', Object.assign(document, { elementFromPoint: () => null }))
    const { id, done } = holdTwo()
    for (let second = 0; second < 2 * MAX_SILENT_PINGS; second++) {
      vi.advanceTimersByTime(PING_INTERVAL_MS)
      say({ type: 'alive', id })
    }
    expect(done).not.toHaveBeenCalled()
    vi.advanceTimersByTime((MAX_SILENT_PINGS + 1) * PING_INTERVAL_MS)
    expect(confirm).toHaveBeenCalledOnce()
    expect(done.mock.calls[0]?.[0]).toBeNull()
  })

  it('is forgotten when it is withdrawn', () => {
    const { id, done } = holdTwo()
    pause.withdraw(id)
    say({ type: 'released', id, decisions: [{ as: 'original' }] })
    expect(heard.at(-1)).toMatchObject({ type: 'cancel', id })
    expect(done).not.toHaveBeenCalled()
  })
})

describe('what the guard reads', () => {
  it('reaches the page in its shape, as an error, or as the browser’s own when the parent wants that', async () => {
    const native = vi.fn((on?: unknown) => (on === null ? 'error of the browser' : 'of the browser'))
    const ask = async (answer: object) => {
      const given = pause.read('picker', 'a handle', native, (value) => ({ value }))
      vi.advanceTimersByTime(0)
      const id = heard.findLast(({ type }) => type === 'read')?.id
      say({ id, ...answer })
      return given.catch((error) => ({ error }))
    }
    expect(await ask({ type: 'given', given: cleaned.name })).toEqual({ value: 'photo.jpg' })
    expect(await ask({ type: 'failed', error: 'a reason' })).toEqual({ error: 'a reason' })
    expect(await ask({ type: 'cancelled' })).toBe('error of the browser')
    confirm.mockReturnValue(true)
    expect(await ask({ type: 'unavailable' })).toBe('of the browser')
  })
})
