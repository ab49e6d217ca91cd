import { beforeEach, describe, expect, it } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { answerQuestion, isQuestionDue } from '../../../src/accounts'
import { isDueAfter } from '../../../src/accounts/question'
import { accountAnswers, askAgainDays } from '../../../src/settings/settings'

const at = (text: string) => new Date(text)
const day = (n: number) => new Date(2026, 10, n, 18, 30)

beforeEach(() => fakeBrowser.reset())

describe('the account question', () => {
  it('is asked on the first photo', async () => {
    expect(await isQuestionDue('instagram', day(1))).toBe(true)
  })

  it.each(['limited', 'public'] as const)('rests for thirty days after “%s”', async (answer) => {
    await answerQuestion('instagram', answer, at('2026-01-01T10:00:00Z'))
    expect(await isQuestionDue('instagram', at('2026-01-01T10:00:01Z'))).toBe(false)
    expect(await isQuestionDue('instagram', at('2026-01-31T09:59:59Z'))).toBe(false)
    expect(await isQuestionDue('instagram', at('2026-01-31T10:00:00Z'))).toBe(true)
  })

  it('rests until tomorrow after “later”', async () => {
    await answerQuestion('instagram', 'later', new Date(2026, 10, 1, 23, 50))
    expect(await isQuestionDue('instagram', new Date(2026, 10, 1, 23, 59))).toBe(false)
    expect(await isQuestionDue('instagram', new Date(2026, 10, 2, 0, 1))).toBe(true)
  })

  it('follows the number of days the parent set', async () => {
    await askAgainDays.setValue(7)
    await answerQuestion('x', 'limited', at('2026-01-01T10:00:00Z'))
    expect(await isQuestionDue('x', at('2026-01-07T10:00:00Z'))).toBe(false)
    expect(await isQuestionDue('x', at('2026-01-08T10:00:00Z'))).toBe(true)
  })

  it('is answered for each site by itself, also for sites a parent added', async () => {
    await answerQuestion('forum.example.org', 'public', day(1))
    expect(await isQuestionDue('forum.example.org', day(2))).toBe(false)
    expect(await isQuestionDue('instagram', day(2))).toBe(true)
    expect(Object.keys(await accountAnswers.getValue())).toEqual(['forum.example.org'])
  })

  it('is asked again as soon as the page says that the account became public, once', async () => {
    await answerQuestion('instagram', 'limited', day(1))
    expect(await isQuestionDue('instagram', day(2), 'limited')).toBe(false)
    expect(await isQuestionDue('instagram', day(2), 'cannot-tell')).toBe(false)
    expect(await isQuestionDue('instagram', day(2), 'public')).toBe(true)
    await answerQuestion('instagram', 'limited', day(2), 'public')
    expect(await isQuestionDue('instagram', day(3), 'public')).toBe(false)
  })

  it('respects that an account is public on purpose', async () => {
    await answerQuestion('instagram', 'public', day(1))
    expect(await isQuestionDue('instagram', day(2), 'public')).toBe(false)
  })

  it('is not silenced by an answer from the future', () => {
    expect(isDueAfter({ answer: 'limited', on: '2030-01-01T00:00:00.000Z' }, 30, day(1))).toBe(true)
  })

  it('is asked when what is stored cannot be understood', async () => {
    await fakeBrowser.storage.local.set({ accountAnswers: { instagram: { answer: 'yes', on: 'yesterday' } } })
    expect(await isQuestionDue('instagram', day(1))).toBe(true)
  })
})
