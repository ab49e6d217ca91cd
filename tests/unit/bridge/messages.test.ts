import { describe, expect, it } from 'vitest'
import { parseQuestion } from '../../../src/bridge/background'
import { parseFromGuard, parseFromPageWorld } from '../../../src/bridge/page'
import { parseFromGuardToPause, parseFromPause, parsePortDelivery } from '../../../src/bridge/pause'
import { parseExpectation, parseTopFrameRequest } from '../../../src/bridge/top-frame'

const file = new File(['x'], 'x.jpg')
const filesOf = (id: number) => (id === 1 ? [file, file] : undefined)
const verdict = { outcome: 'release', decisions: [{ as: 'original' }, { as: 'replaced', file }] }

describe('what one world says to another', () => {
  it('is understood when it follows the contract', () => {
    expect(parseFromPageWorld({ type: 'warm' })).toEqual({ type: 'warm' })
    expect(parseFromPageWorld({ type: 'hold', id: 1, way: 'drop', files: [file] })).toMatchObject({ files: [file] })
    expect(parseFromPageWorld({ type: 'open' })).toEqual({ type: 'open' })
    expect(parseFromPageWorld({ type: 'read', id: 1, way: 'paste', from: null })).toMatchObject({ way: 'paste' })
    expect(parseFromGuard({ id: 1 })).toEqual({ id: 1 })
    const told = { id: 1, answer: { left: [true, file, null] } }
    expect(parseFromGuard(told)).toEqual(told)
    expect(parseFromPause({ type: 'verdict', id: 1, verdict }, filesOf)).toMatchObject({ verdict })
    expect(parseFromGuardToPause({ type: 'review', id: 1, way: 'paste', files: [file] })).toMatchObject({
      way: 'paste',
    })
    expect(parseFromPause({ type: 'verdict', id: 1, verdict: { outcome: 'cancel' } }, filesOf)).not.toBe(null)
    expect(parsePortDelivery({ type: 'port', ticket: 't' })).toEqual({ type: 'port', ticket: 't' })
    expect(parseTopFrameRequest({ type: 'pausephoto', ticket: 't' })).toEqual({ type: 'pausephoto', ticket: 't' })
    expect(parseExpectation({ expect: 't' })).toEqual({ expect: 't' })
    expect(parseQuestion({ ask: 'announce', with: ['t'] })).toEqual({ ask: 'announce', with: ['t'] })
    const answer = { choice: 'as-is', reading: 'public' }
    for (const sound of [
      { ask: 'hasAnswers', with: ['x'] },
      { ask: 'recallAnswers', with: ['x', ['a'.repeat(64)]] },
      { ask: 'rememberFileAnswer', with: ['x', ['a'.repeat(64)], answer] },
      { ask: 'rememberFileAnswer', with: ['x', [], null] },
    ])
      expect(parseQuestion(sound)).toEqual(sound)
  })

  const verdicts: Record<string, unknown> = {
    'for a hold that is not open': { type: 'verdict', id: 2, verdict },
    'with too few decisions': {
      type: 'verdict',
      id: 1,
      verdict: { outcome: 'release', decisions: [{ as: 'original' }] },
    },
    'with an unknown decision': {
      type: 'verdict',
      id: 1,
      verdict: { outcome: 'release', decisions: [{ as: 'sent' }, { as: 'sent' }] },
    },
    'with no file in a replaced one': {
      type: 'verdict',
      id: 1,
      verdict: { outcome: 'release', decisions: [{ as: 'original' }, { as: 'replaced', file: { name: 'x.jpg' } }] },
    },
    'with another outcome': { type: 'verdict', id: 1, verdict: { outcome: 'sent', decisions: verdict.decisions } },
  }
  it.each(Object.entries(verdicts))('refuses a verdict %s', (_, message) => {
    expect(parseFromPause(message, filesOf)).toBe(null)
  })

  it.each([
    null,
    undefined,
    1,
    'warm',
    [],
    {},
    { type: 'hold', id: '1', way: 'input', files: [] },
    { type: 'hold', id: 1, way: 'post', files: [] },
    { type: 'read', id: 1, from: [] },
    { type: 'read', way: 'picker', from: [] },
    { answer: { left: [] } },
    { type: 'hold', id: 1, way: 'input', files: ['x.jpg'] },
    { ask: 'recallAnswers', with: ['x', ['no digest']] },
    { ask: 'recallAnswers', with: ['x'] },
    { ask: 'rememberFileAnswer', with: ['x', [], { choice: 'omit', reading: 'public' }] },
    { ask: 'rememberFileAnswer', with: ['x', []] },
  ])('refuses %j', (message) => {
    expect(parseFromPageWorld(message)).toBe(null)
    expect(parseFromGuardToPause(message)).toBe(null)
    expect(parseFromPause(message, filesOf)).toBe(null)
    expect(parsePortDelivery(message)).toBe(null)
    expect(parseTopFrameRequest(message)).toBe(null)
    expect(parseExpectation(message)).toBe(null)
    expect(parseQuestion(message)).toBe(null)
  })

  it.each([null, undefined, 1, 'taken', [], {}, { answer: { left: [] } }, { id: '1' }, { id: 1, answer: 'all' }])(
    'refuses %j from the guard',
    (message) => expect(parseFromGuard(message)).toBe(null),
  )
})
