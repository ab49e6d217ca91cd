import { expect, test } from 'vitest'
import { decideAutomatically } from '../../../../src/pause/phases/decide-automatically'
import { type Given, never, reviewOf, rulesFor } from '../../../support/pause-review'

/** Decides after the look; says why, what is open still, and what was answered before. */
async function decide(files: readonly string[], given: Given) {
  const { review } = await reviewOf(files, given, never)
  const { because, earlier } = await decideAutomatically(review, rulesFor(given))
  return { because, open: review.session.open, earlier: [...earlier] }
}

test.each<[string, readonly string[], Given, string | null, readonly number[]]>([
  ['a rule of the parent', ['photo'], { without: true }, 'rule', []],
  ['a rule of the school', ['photo'], { without: 'school' }, 'school', []],
  ['an earlier answer for every file', ['photo'], { before: { photo: 'as-is' } }, 'before', []],
  ['an earlier answer for one of two', ['photo', 'other'], { before: { photo: 'as-is' } }, null, [0, 1]],
  ['small things alone', ['small'], {}, 'small', []],
  ['small things, of which the parent wants to be asked', ['small'], { smallThings: 'ask' }, null, [0]],
  ['a place', ['photo'], {}, null, [0]],
  ['a file that could not be checked', ['odd'], {}, null, [0]],
])('%s', async (_, files, given, because, open) => {
  expect(await decide(files, given)).toMatchObject({ because, open })
})

test('what cannot be taken out stays open, whatever the rule is', async () => {
  expect(await decide(['photo', 'stubborn'], { without: true })).toMatchObject({ because: 'rule', open: [1] })
})

test('a rule to take everything out asks no earlier answer', async () => {
  expect((await decide(['photo'], { without: true, before: { photo: 'as-is' } })).earlier).toEqual([])
})

test('earlier answers are handed on where the parent is asked all the same', async () => {
  expect((await decide(['photo', 'other'], { before: { other: 'redraw' } })).earlier).toEqual([[1, 'redraw']])
})
