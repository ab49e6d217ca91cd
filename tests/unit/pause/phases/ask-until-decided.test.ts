import { expect, test } from 'vitest'
import { decideAll } from '../../../../src/pause/dialog'
import { askUntilDecided } from '../../../../src/pause/phases/ask-until-decided'
import { never, reviewOf, rulesFor } from '../../../support/pause-review'

const nothingBefore = new Map()
const done = Promise.resolve()

test('asks nothing where every file is decided, and waits for the copies that are on their way', async () => {
  const { review } = await reviewOf(['plain details'], {}, never)
  expect(await askUntilDecided(review, rulesFor({}), nothingBefore, review.session.strip())).toBe('decided')
  expect(review.session.verdict?.outcome).toBe('release')
})

test('goes on to ask until the last file is decided', async () => {
  const { review, shown } = await reviewOf(['photo', 'stubborn'], {}, (screen) => {
    if (screen.name === 'findings') screen.answer(decideAll('clean'))
    if (screen.name === 'trouble') screen.answer(decideAll('omit'))
  })
  expect(await askUntilDecided(review, rulesFor({}), nothingBefore, done)).toBe('decided')
  expect(shown).toEqual(['findings', 'trouble'])
})

test('is over when the parent gives up, with files left open', async () => {
  const { review } = await reviewOf(['photo'], {}, (screen) => {
    if (screen.name === 'findings') screen.answer({ do: 'cancel' })
  })
  expect(await askUntilDecided(review, rulesFor({}), nothingBefore, done)).toBe('cancelled')
  expect([review.session.open, review.session.verdict]).toEqual([[0], null])
})

test('remembers the rule that the parent ticks', async () => {
  const { review, remembered } = await reviewOf(['photo'], {}, (screen) => {
    if (screen.name === 'findings') screen.answer({ do: 'decide', choiceFor: () => 'clean', asRule: true })
  })
  await askUntilDecided(review, rulesFor({ offersRule: true }), nothingBefore, done)
  expect(remembered).toContainEqual({ without: true })
})

test('while the parent reads, the copies are made, and what the files are known by is worked out', async () => {
  const ahead: string[] = []
  const { review } = await reviewOf(['photo', 'holiday'], {}, async (screen) => {
    if (screen.name !== 'findings') return
    while (ahead.length < 2) await Promise.resolve()
    screen.answer(decideAll('clean'))
  })
  const answers = {
    ...review.destination.answers,
    recogniseAhead: (files: readonly File[]) => void ahead.push(...files.map(({ name }) => name)),
  }
  const watched = { ...review, destination: { ...review.destination, answers } }
  expect(await askUntilDecided(watched, rulesFor({}), nothingBefore, done)).toBe('decided')
  expect(ahead).toEqual(['photo', 'holiday'])
})
