import { expect, test } from 'vitest'
import type { Screen } from '../../../../src/pause/dialog'
import { askAbout } from '../../../../src/pause/phases/ask-about'
import { reviewOf } from '../../../support/pause-review'

/** Asks, gives up at the first screen, and returns that screen. */
async function screenFor(files: readonly (string | File)[]): Promise<Screen> {
  let shown: Screen | null = null
  const { review } = await reviewOf(files, {}, (screen) => {
    shown = screen
    if (screen.name === 'findings' || screen.name === 'trouble') screen.answer({ do: 'cancel' })
  })
  expect(await askAbout(review, new Map([[0, 'as-is']]), true)).toEqual({ do: 'cancel' })
  if (!shown) throw new Error('nothing was shown')
  return shown
}

test('what was found comes first, with the earlier answers and the offered rule', async () => {
  const screen = await screenFor(['photo', 'odd'])
  expect(screen).toMatchObject({ name: 'findings', offerRule: true, earlier: new Map([[0, 'as-is']]) })
})

test('files that could not be checked come alone; a picture that is drawn can be drawn anew, a video not', async () => {
  const film = new File(['odd'], 'odd.mp4', { type: 'video/mp4' })
  expect(await screenFor(['odd', film])).toMatchObject({ name: 'trouble', redrawable: new Set([0]) })
})
