import { describe, expect, it } from 'vitest'
import { Dialog, type Screen } from '../../../src/pause/dialog'
import { ReviewSession } from '../../../src/review/review-session'

const session = new ReviewSession(
  [],
  { inspect: () => Promise.reject(), clean: () => Promise.reject() },
  () => Promise.resolve(null),
  new AbortController().signal,
)

function tellingOf(dialog: Dialog): () => number {
  let times = 0
  dialog.subscribe(() => times++)
  return () => times
}

describe('what the dialog tells of a session that moves on', () => {
  it('is told where progress is shown', () => {
    const dialog = new Dialog()
    dialog.show({ name: 'progress', of: 'working', session, cancel: () => undefined })
    const told = tellingOf(dialog)
    dialog.moved()
    dialog.moved()
    expect(told()).toBe(2)
  })

  it.each<Screen | null>([
    { name: 'findings', session, earlier: new Map(), offerRule: false, answer: () => undefined },
    { name: 'trouble', session, redrawable: new Set(), answer: () => undefined },
    null,
  ])('is not told where a question stands, whose hundreds of cards would be made anew each time', (screen) => {
    const dialog = new Dialog()
    dialog.show(screen)
    const told = tellingOf(dialog)
    dialog.moved()
    expect(told()).toBe(0)
    dialog.show(null)
    expect(told()).toBe(1)
  })
})
