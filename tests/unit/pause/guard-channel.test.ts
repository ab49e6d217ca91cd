import { describe, expect, it, vi } from 'vitest'
import { openGuardChannel } from '../../../src/pause/guard-channel'
import { relayMessages } from '../../../src/pause/relay'

/** Resolves once `ask` gives something. */
const eventually = <T>(ask: () => T | undefined) => vi.waitFor(() => ask() ?? Promise.reject(new Error('not yet')))

/** The relay in a frame, whose guard has the other end of its port. */
function relay(ticket: string) {
  const view = new EventTarget()
  relayMessages(view)
  const { port1: guard, port2 } = new MessageChannel()
  const heard: unknown[] = []
  guard.onmessage = ({ data }) => heard.push(data)
  return {
    heard,
    say: (message: object) => guard.postMessage(message),
    deliver: () => view.dispatchEvent(new MessageEvent('message', { data: { type: 'port', ticket }, ports: [port2] })),
    close: () => guard.close(),
  }
}

describe('the channel between the guard of a frame and the pause page in the top frame', () => {
  it.each(['the relay', 'the pause page'])(
    'carries what was said before both were there, when %s comes first',
    async (first) => {
      const ticket = `ticket of ${first}`
      const frame = relay(ticket)
      frame.say({ type: 'review', id: 1 })
      if (first === 'the relay') frame.deliver()
      const channel = await openGuardChannel({ at: 'relay' }, ticket)
      const heard: unknown[] = []
      channel.hear((message) => heard.push(message))
      if (first === 'the pause page') frame.deliver()
      await eventually(() => heard.find((message) => (message as { id?: number }).id === 1))
      frame.say({ type: 'withdraw', id: 1 })
      channel.post({ type: 'alive' })
      await eventually(() => (heard.length > 1 && frame.heard.length > 0 ? true : undefined))
      expect(heard.filter((message) => typeof message === 'object')).toEqual([
        { type: 'review', id: 1 },
        { type: 'withdraw', id: 1 },
      ])
      expect(frame.heard).toContainEqual({ type: 'alive' })
      frame.close()
    },
  )

  it('is not entered with another ticket', async () => {
    const [mine, other] = [relay('mine'), relay('other')]
    const channel = await openGuardChannel({ at: 'relay' }, 'mine')
    const heard: unknown[] = []
    channel.hear((message) => heard.push(message))
    other.deliver()
    other.say({ type: 'review', id: 2 })
    mine.deliver()
    mine.say({ type: 'review', id: 1 })
    await eventually(() => heard.find((message) => (message as { id?: number }).id === 1))
    expect(heard).not.toContainEqual({ type: 'review', id: 2 })
    mine.close()
    other.close()
  })
})
