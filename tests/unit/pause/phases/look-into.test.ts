import { expect, test } from 'vitest'
import { lookInto } from '../../../../src/pause/phases/look-into'
import { never, reviewOf } from '../../../support/pause-review'

test('looks into every file, and leaves small details out of those in which nothing was found', async () => {
  const { review } = await reviewOf(['plain details', 'photo'], {}, never, 'new')
  const { now, stripped } = await lookInto(review)
  expect(now.leavesUntouched).toBe(false)
  expect(review.session.items.map((item) => item?.inspection?.outcome)).toEqual(['nothing-found', 'found'])
  await stripped
  expect(review.session.open).toEqual([1])
})

test('lets files in which nothing was found be as they are, where the parent wants it so', async () => {
  const { review } = await reviewOf(['plain stubborn'], { leavesUntouched: true }, never, 'new')
  const { stripped } = await lookInto(review)
  await stripped
  expect(review.session.verdict).toEqual({ outcome: 'release', decisions: [{ as: 'original' }] })
})

test('a mistake of ours while looking is the caller’s to tell', async () => {
  const { review } = await reviewOf(['bug'], {}, never, 'new')
  await expect(lookInto(review)).rejects.toThrow('a mistake of ours')
})
