import { expect, test } from 'vitest'
import { answerTo } from '../../../src/workers/serve-calls'

const functions = {
  add: async (one: number, other: number) => one + other,
  async fail(): Promise<never> {
    throw new Error('no room')
  },
}

test('a call is answered with what the function gave, and with its number', async () => {
  expect(await answerTo({ id: 7, name: 'add', given: [1, 2] }, functions)).toEqual({ id: 7, ok: true, value: 3 })
})

test('what a function throws is an answer too', async () => {
  expect(await answerTo({ id: 8, name: 'fail', given: [] }, functions)).toEqual({
    id: 8,
    ok: false,
    message: 'Error: no room',
  })
})

test.each(['none', 'toString', '__proto__'])('nothing is called by the name %s, which is not offered', async (name) => {
  expect(await answerTo({ id: 9, name, given: [] }, functions)).toEqual({
    id: 9,
    ok: false,
    message: `Error: no call ${name}`,
  })
})
