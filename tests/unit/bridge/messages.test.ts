import { describe, expect, it } from 'vitest'
import { parseInvitation, parseQuestion } from '../../../src/bridge/background'
import { parseFromGuard, parseFromPageWorld } from '../../../src/bridge/page'
import { parseFromGuardToPause, parseFromPause, parsePortDelivery } from '../../../src/bridge/pause'

const file = new File(['x'], 'x.jpg')
const filesOf = (id: number) => (id === 1 ? [file, file] : undefined)
const verdict = { outcome: 'release', decisions: [{ as: 'original' }, { as: 'replaced', file }] }

describe('what one world says to another', () => {
  it('is understood when it follows the contract', () => {
    expect(parseFromPageWorld({ type: 'warm' })).toEqual({ type: 'warm' })
    expect(parseFromPageWorld({ type: 'hold', id: 1, way: 'drop', files: [file] })).toMatchObject({ files: [file] })
    expect(parseFromPageWorld({ type: 'open' })).toEqual({ type: 'open' })
    expect(parseFromPageWorld({ type: 'read', id: 1, way: 'paste', from: null })).toMatchObject({ way: 'paste' })
    expect(parseFromPageWorld({ type: 'ping', id: 1 })).toEqual({ type: 'ping', id: 1 })
    for (const sound of [
      { type: 'alive', id: 1 },
      { type: 'cancelled', id: 1 },
      { type: 'unavailable', id: 1 },
      { type: 'given', id: 1, given: [] },
      { type: 'failed', id: 1, error: 'no' },
      { type: 'released', id: 1, decisions: [{ as: 'original' }, { as: 'replaced', file }, { as: 'omitted' }] },
    ])
      expect(parseFromGuard(sound)).toEqual(sound)
    expect(parseFromPause({ type: 'verdict', id: 1, verdict }, filesOf)).toMatchObject({ verdict })
    expect(parseFromGuardToPause({ type: 'review', id: 1, way: 'paste', files: [file] })).toMatchObject({
      way: 'paste',
    })
    expect(parseFromPause({ type: 'verdict', id: 1, verdict: { outcome: 'cancel' } }, filesOf)).not.toBe(null)
    expect(parsePortDelivery({ type: 'port', ticket: 't' })).toEqual({ type: 'port', ticket: 't' })
    expect(parseFromGuardToPause({ type: 'raised' })).toEqual({ type: 'raised' })
    expect(parseInvitation({ ticket: 't', at: 'relay' })).toEqual({ ticket: 't', at: 'relay' })
    const answer = { choice: 'as-is', reading: 'public' }
    for (const sound of [
      { ask: 'hostInTop', with: ['x', [0, 2], true] },
      { ask: 'injectPageWorld', with: [] },
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
    { ask: 'hostInTop', with: ['x', ['top'], true] },
    { ask: 'hostInTop', with: ['x'] },
    { ticket: 't', at: 'elsewhere' },
  ])('refuses %j', (message) => {
    expect(parseFromPageWorld(message)).toBe(null)
    expect(parseFromGuardToPause(message)).toBe(null)
    expect(parseFromPause(message, filesOf)).toBe(null)
    expect(parsePortDelivery(message)).toBe(null)
    expect(parseInvitation(message)).toBe(null)
    expect(parseQuestion(message)).toBe(null)
  })

  it.each([
    null,
    undefined,
    1,
    'released',
    [],
    {},
    { type: 'alive' },
    { id: 1 },
    { id: 1, type: 'sent' },
    { id: 1, type: 'released' },
    { id: 1, type: 'released', decisions: [{ as: 'original' }, {}] },
    { id: 1, type: 'released', decisions: { 0: { as: 'original' }, length: 1 } },
    { id: 1, type: 'released', decisions: Array(1) },
    { id: 1, type: 'released', decisions: [{ as: 'replaced' }] },
  ])('refuses %j from the guard', (message) => expect(parseFromGuard(message)).toBe(null))

  it('is nothing that a prototype answers in its place', () => {
    const inherited: Record<string, unknown> = {
      type: 'released',
      id: 1,
      decisions: [{ as: 'original' }],
      as: 'original',
      verdict,
      outcome: 'release',
      way: 'input',
      files: [file],
      ticket: 't',
      at: 'relay',
      ask: 'injectReviewedAccess',
      with: [],
      0: { as: 'original' },
    }
    const prototype = Object.prototype as unknown as Record<string, unknown>
    for (const [name, value] of Object.entries(inherited)) prototype[name] = value
    try {
      const parsers: ((message: unknown) => unknown)[] = [
        parseFromGuard,
        parseFromPageWorld,
        parseFromGuardToPause,
        (message) => parseFromPause(message, filesOf),
        parsePortDelivery,
        parseInvitation,
        parseQuestion,
      ]
      for (const parse of parsers) for (const message of [{}, []]) expect(parse(message)).toBe(null)
      expect(parseFromGuard({ type: 'released', id: 1, decisions: [{}] })).toBe(null)
      expect(parseFromGuard({ type: 'released', id: 1, decisions: Array(1) })).toBe(null)
    } finally {
      for (const name of Object.keys(inherited)) delete prototype[name]
    }
  })
})
