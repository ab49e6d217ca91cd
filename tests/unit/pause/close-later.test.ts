import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { closeLater, MAX_STAY_MS, STAY_MS } from '../../../src/pause/close-later'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

const opened = () => {
  const card = new EventTarget()
  const close = vi.fn()
  const stop = closeLater(card, close)
  return { close, stop, hears: (type: string) => card.dispatchEvent(new Event(type)) }
}

it('goes by itself', () => {
  const { close } = opened()
  vi.advanceTimersByTime(STAY_MS - 1)
  expect(close).not.toHaveBeenCalled()
  vi.advanceTimersByTime(1)
  expect(close).toHaveBeenCalledOnce()
})

it.each([
  ['a pointer rests on it', 'pointerenter', 'pointerleave'],
  ['a keyboard is in it', 'focusin', 'focusout'],
])('stays while %s, and goes after that', (_, begins, ends) => {
  const { close, hears } = opened()
  hears(begins)
  vi.advanceTimersByTime(2 * STAY_MS)
  expect(close).not.toHaveBeenCalled()
  hears(ends)
  vi.advanceTimersByTime(STAY_MS)
  expect(close).toHaveBeenCalledOnce()
})

it('goes in any case, also under a pointer that was left there', () => {
  const { close, hears } = opened()
  hears('pointerenter')
  vi.advanceTimersByTime(MAX_STAY_MS)
  expect(close).toHaveBeenCalledOnce()
})

it('closes nothing once it was closed', () => {
  const { close, stop, hears } = opened()
  stop()
  hears('pointerleave')
  vi.advanceTimersByTime(2 * MAX_STAY_MS)
  expect(close).not.toHaveBeenCalled()
})
