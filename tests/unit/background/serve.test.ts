import { describe, expect, it, vi } from 'vitest'
import { type Answers, MAY_ASK, serve } from '../../../src/background/serve'
import type { Background, Question } from '../../../src/bridge/background'
import type { Sender } from '../../../src/tickets/sender'

const ASKERS: Record<'guard' | 'own-page', Sender> = {
  guard: { tab: 1, frame: 2, host: 'x.com', origin: 'https://x.com', isPrivate: false, ours: false },
  'own-page': { tab: 1, frame: 0, host: 'x.com', origin: null, isPrivate: false, ours: true },
}
/** Spelled out here a second time, so that a row that changes is noticed. */
const EXPECTED: Record<keyof Background, keyof typeof ASKERS> = {
  issueTicket: 'guard',
  hostInTop: 'guard',
  injectHost: 'guard',
  setUnfiltered: 'guard',
  injectReviewedAccess: 'guard',
  injectPageWorld: 'guard',
  redeemTicket: 'own-page',
  record: 'own-page',
  readAudience: 'own-page',
  rememberAccountAnswer: 'own-page',
  changeRules: 'own-page',
  hasAnswers: 'own-page',
  recallAnswers: 'own-page',
  rememberFileAnswer: 'own-page',
}
const names = Object.keys(MAY_ASK) as (keyof Background)[]
const pairs = names.flatMap((name) => (['guard', 'own-page'] as const).map((asker) => [asker, name] as const))

describe('the background', () => {
  it('has a row for every question', () => {
    expect(names.sort()).toEqual((Object.keys(EXPECTED) as (keyof Background)[]).sort())
  })

  it.each(pairs)('asked by a %s for %s', async (asker, name) => {
    const answers = Object.fromEntries(names.map((one) => [one, vi.fn(async () => `answer to ${one}`)]))
    const question = { ask: name, with: ['given'] } as unknown as Question
    const reply = serve(answers as unknown as Answers, question, ASKERS[asker])
    const may = EXPECTED[name] === asker
    expect(await reply).toEqual(may ? `answer to ${name}` : null)
    for (const [one, answer] of Object.entries(answers))
      if (may && one === name) expect(answer).toHaveBeenCalledWith(ASKERS[asker], 'given')
      else expect(answer).not.toHaveBeenCalled()
  })
})
