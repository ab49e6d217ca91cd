import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { PROBE } from '../../../src/bridge/pause'

const SESSION = 'chrome-extension://guess-of-this-session'
const FIXED = 'chrome-extension://our-id'
vi.stubGlobal('FOR_FIREFOX', false)
vi.mock('../../../src/guard/web-extension', () => ({
  webExtension: { runtime: { id: 'our-id', getURL: (path: string) => `${SESSION}/${path}` } },
}))
const { createExtensionFrame } = await import('../../../src/guard/shadow-host')

interface Posted {
  readonly message: unknown
  readonly origin: string
  readonly ports: readonly unknown[]
}

class Frame extends EventTarget {
  src = ''
  posted: Posted[] = []
  readonly contentWindow = {
    postMessage: (message: unknown, origin: string, ports: readonly unknown[]) =>
      void this.posted.push({ message, origin, ports }),
  }
}

let probes: { onmessage: (() => void) | null }[]
beforeEach(() => {
  vi.useFakeTimers()
  probes = []
  vi.stubGlobal('document', { createElementNS: () => new Frame() })
  vi.stubGlobal('crossOriginIsolated', false)
  vi.stubGlobal(
    'MessageChannel',
    class {
      port1 = { onmessage: null }
      port2 = {}
      constructor() {
        probes.push(this.port1)
      }
    },
  )
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const port = {} as MessagePort
const delivery = { type: 'port', ticket: 'ticket' }
function framed() {
  const frame = createExtensionFrame('pause.html', delivery, port) as unknown as Frame
  return { frame, load: () => frame.dispatchEvent(new Event('load')) }
}

describe('a page of ours in a frame', () => {
  it('gets the port once it said that it is there, addressed to the extension alone', async () => {
    const { frame, load } = framed()
    expect(frame.src).toBe(`${SESSION}/pause.html`)
    load()
    expect(frame.posted.map(({ message, origin }) => [message, origin])).toEqual([[PROBE, FIXED]])
    probes[0]?.onmessage?.()
    expect(frame.posted.at(-1)).toEqual({ message: delivery, origin: FIXED, ports: [port] })
    await vi.advanceTimersByTimeAsync(10_000)
    expect(frame.src).toBe(`${SESSION}/pause.html`)
  })

  it('is asked once: what is loaded into the frame later gets nothing', () => {
    const { frame, load } = framed()
    load()
    probes[0]?.onmessage?.()
    load()
    expect(frame.posted).toHaveLength(2)
  })

  it('comes from the fixed address when an error page came in its place, which says nothing', async () => {
    const { frame, load } = framed()
    load()
    await vi.advanceTimersByTimeAsync(999)
    expect(frame.src).toBe(`${SESSION}/pause.html`)
    await vi.advanceTimersByTimeAsync(1)
    expect(frame.src).toBe(`${FIXED}/pause.html`)
    load()
    expect(frame.posted.filter(({ message }) => message === delivery)).toEqual([])
    probes[1]?.onmessage?.()
    expect(frame.posted.at(-1)?.message).toBe(delivery)
  })

  it('comes from the fixed address at once in a page that isolates itself, and is not loaded again', async () => {
    vi.stubGlobal('crossOriginIsolated', true)
    const { frame, load } = framed()
    expect(frame.src).toBe(`${FIXED}/pause.html`)
    frame.src = `${FIXED}/pause.html`
    load()
    await vi.advanceTimersByTimeAsync(10_000)
    expect(frame.posted).toHaveLength(1)
  })
})
