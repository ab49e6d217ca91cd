import { expect, it } from 'vitest'
import { whatStays } from '../../../src/pause/what-stays'

it.each([
  [{ hidden: 0, redrawn: 0 }, 'pause.stays'],
  [{ hidden: 0, redrawn: 2 }, 'pause.stays.seen'],
  [{ hidden: 1, redrawn: 0 }, 'hide.limits'],
  [{ hidden: 1, redrawn: 1 }, 'hide.limits'],
])('does not say of a picture that was changed that it is the same: %o', (summary, sentence) => {
  expect(whatStays(summary)).toBe(sentence)
})
