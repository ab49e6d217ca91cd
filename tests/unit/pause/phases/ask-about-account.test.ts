import { expect, test } from 'vitest'
import type { Screen } from '../../../../src/pause/dialog'
import { askAboutAccount } from '../../../../src/pause/phases/ask-about-account'
import { never, reviewOf } from '../../../support/pause-review'

test('asks nothing while the question is not due', async () => {
  const { review } = await reviewOf(['photo'], { due: false }, never)
  expect(await askAboutAccount(review, 'public')).toBe('not-due')
})

test('remembers the answer, and says what was done with the files', async () => {
  const screens: Screen[] = []
  const { review, remembered } = await reviewOf(['photo'], { due: true }, (screen) => {
    screens.push(screen)
    if (screen.name === 'account') screen.answer('limited')
  })
  await review.session.decide(() => 'clean')
  expect(await askAboutAccount(review, 'cannot-tell')).toBe('asked')
  expect(remembered).toEqual(['limited'])
  expect(screens).toMatchObject([{ name: 'account', reading: 'cannot-tell', count: 1, summary: { cleaned: 1 } }])
})

test('says nothing of files that went as they are', async () => {
  const screens: Screen[] = []
  const { review } = await reviewOf(['photo'], { due: true }, (screen) => {
    screens.push(screen)
    if (screen.name === 'account') screen.answer('later')
  })
  await review.session.decide(() => 'as-is')
  await askAboutAccount(review, 'public')
  expect(screens).toMatchObject([{ name: 'account', summary: null }])
})

test('remembers nothing when the parent gives up', async () => {
  const { review, remembered } = await reviewOf(['photo'], { due: true }, (screen) => {
    if (screen.name === 'account') screen.answer('cancel')
  })
  expect(await askAboutAccount(review, 'public')).toBe('cancelled')
  expect(remembered).toEqual([])
})
