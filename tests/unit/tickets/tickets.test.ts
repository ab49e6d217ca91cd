import { beforeEach, describe, expect, it, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { senderOf } from '../../../src/tickets/sender'
import { issueTicket, redeemTicket } from '../../../src/tickets/tickets'

const NOW = Date.parse('2026-11-21T20:00:00Z')
const HERE = { tab: 7, host: 'x.com', page: 'first', route: { at: 'host' } } as const

beforeEach(() => fakeBrowser.reset())

describe('a ticket', () => {
  it('tells the host of the frame it was issued to, once', async () => {
    const ticket = await issueTicket({ ...HERE, host: 'www.instagram.com' }, NOW)
    expect(await redeemTicket(ticket, 7, NOW + 100)).toEqual({
      valid: true,
      host: 'www.instagram.com',
      page: 'first',
      route: { at: 'host' },
    })
    expect(await redeemTicket(ticket, 7, NOW + 200)).toEqual({ valid: false })
  })

  it('is valid once even when it is redeemed twice at the same time', async () => {
    const ticket = await issueTicket(HERE, NOW)
    const both = await Promise.all([redeemTicket(ticket, 7, NOW), redeemTicket(ticket, 7, NOW)])
    expect(both.filter((answer) => answer.valid)).toHaveLength(1)
  })

  it('is worth nothing in another tab, and stays good in its own', async () => {
    const ticket = await issueTicket(HERE, NOW)
    expect(await redeemTicket(ticket, 8, NOW)).toEqual({ valid: false })
    expect(await redeemTicket(ticket, 7, NOW)).toMatchObject({ valid: true })
  })

  it('ends after a minute', async () => {
    const [early, late] = [await issueTicket(HERE, NOW), await issueTicket(HERE, NOW)]
    expect(await redeemTicket(early, 7, NOW + 59_999)).toMatchObject({ valid: true })
    expect(await redeemTicket(late, 7, NOW + 60_000)).toEqual({ valid: false })
  })

  it.each(['', 'constructor', '__proto__', 'made-up'])('cannot be guessed as “%s”', async (guess) => {
    await issueTicket(HERE, NOW)
    expect(await redeemTicket(guess, 7, NOW)).toEqual({ valid: false })
  })

  it('is different each time, for several frames at once', async () => {
    const tickets = await Promise.all([1, 2, 3].map((tab) => issueTicket({ ...HERE, tab }, NOW)))
    expect(new Set(tickets).size).toBe(3)
    for (const [index, ticket] of tickets.entries())
      expect(await redeemTicket(ticket, index + 1, NOW)).toMatchObject({ valid: true })
  })

  it('survives a background that went to sleep', async () => {
    const ticket = await issueTicket(HERE, NOW)
    vi.resetModules()
    const woken = await import('../../../src/tickets/tickets')
    expect(woken.redeemTicket).not.toBe(redeemTicket)
    expect(await woken.redeemTicket(ticket, 7, NOW)).toMatchObject({ valid: true })
  })
})

describe('the sender of a message', () => {
  const own = { id: 'ours', origin: 'chrome-extension://ours/' }
  const tab = { id: 7, url: 'https://www.facebook.com/photo' }

  it.each([
    [
      'a page',
      { id: 'ours', tab, url: 'https://x.com/home' },
      { tab: 7, frame: 0, host: 'x.com', origin: null, ours: false },
    ],
    [
      'a frame with its origin',
      { id: 'ours', tab, frameId: 3, url: 'about:blank', origin: 'https://m.x.com' },
      { tab: 7, frame: 3, host: 'm.x.com', origin: 'https://m.x.com', ours: false },
    ],
    [
      'a frame without address',
      { id: 'ours', tab, url: 'about:srcdoc', origin: 'null' },
      { tab: 7, frame: 0, host: 'www.facebook.com', origin: null, ours: false },
    ],
    [
      'a frame in a tab without address',
      { id: 'ours', tab: { id: 7 }, url: 'about:srcdoc' },
      { tab: 7, frame: 0, host: '', origin: null, ours: false },
    ],
    [
      'our own page',
      { id: 'ours', tab, url: 'chrome-extension://ours/pause.html' },
      { tab: 7, frame: 0, host: 'www.facebook.com', origin: null, ours: true },
    ],
    [
      'another extension’s page',
      { id: 'ours', tab, url: 'chrome-extension://other/pause.html' },
      { tab: 7, frame: 0, host: 'www.facebook.com', origin: null, ours: false },
    ],
  ])('is %s', (_, value, sender) => expect(senderOf(value, own)).toEqual(sender && { isPrivate: false, ...sender }))

  it('is told to be in a private window by the browser alone', () => {
    const tab = { id: 7, incognito: true, url: 'https://www.facebook.com/' }
    expect(senderOf({ id: own.id, tab, frameId: 0 }, own)).toMatchObject({ tab: 7, isPrivate: true })
  })

  it.each([
    ['another extension', { id: 'other', tab, url: 'https://x.com/' }],
    ['nobody', undefined],
    ['a popup, which is in no tab', { id: 'ours', url: 'chrome-extension://ours/popup.html' }],
  ])('is refused when it is %s', (_, value) => expect(senderOf(value, own)).toBeNull())
})
