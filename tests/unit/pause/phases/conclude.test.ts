import { expect, test } from 'vitest'
import { conclude, type Decided } from '../../../../src/pause/phases/conclude'
import type { Choice } from '../../../../src/review/review-session'
import { type Given, never, reviewOf, rulesFor } from '../../../support/pause-review'

/** Decides all files so and concludes; no parent was asked unless `decided` says so. */
async function concludeAfter(files: readonly string[], choice: Choice, decided: Partial<Decided>, given: Given = {}) {
  const { review, remembered } = await reviewOf(files, given, never)
  await review.session.decide(() => choice)
  const all = {
    now: rulesFor(given),
    because: null,
    asked: [],
    reading: 'cannot-tell',
    told: 'not-due',
    ...decided,
  } as const
  return { ...(await conclude(review, all)), remembered }
}

test('what was done by a rule is left to tell, unless the account question told it', async () => {
  expect(await concludeAfter(['photo'], 'clean', { because: 'rule' })).toMatchObject({ unasked: 'rule', untold: true })
  expect(await concludeAfter(['photo'], 'clean', { because: 'rule', told: 'asked' })).toMatchObject({ untold: false })
})

test('small things go quietly where the parent wants it so', async () => {
  const quiet = await concludeAfter(['small'], 'clean', { because: 'small' }, { smallThings: 'quiet' })
  expect([quiet.unasked, quiet.untold]).toEqual(['small', false])
})

test('an earlier answer is told also where it changed nothing, and not where the parent was asked after all', async () => {
  expect(await concludeAfter(['photo'], 'as-is', { because: 'before' })).toMatchObject({
    unasked: 'before',
    untold: true,
  })
  expect(await concludeAfter(['photo'], 'as-is', { because: 'before', asked: [0] })).toMatchObject({ unasked: null })
})

test('the answers that the parent gave are remembered for the files they were given for', async () => {
  const { remembered } = await concludeAfter(['photo', 'holiday'], 'as-is', { asked: [1] })
  expect(remembered).toEqual([{ 'as-is': ['holiday'] }])
})

test('a file that nobody decided is a mistake of ours', async () => {
  const { review } = await reviewOf(['photo'], {}, never)
  const all = { now: rulesFor({}), because: null, asked: [0], reading: 'cannot-tell', told: 'not-due' } as const
  await expect(conclude(review, all)).rejects.toThrow('undecided')
})
