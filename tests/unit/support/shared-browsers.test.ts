import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { beginSharing, closeShared, shared } from '../../support/browsers/shared'
import type { Browser, BrowserOptions } from '../../support/browsers/tab'

function standIn() {
  return { reset: vi.fn(async () => undefined), close: vi.fn(async () => undefined) }
}
let made: ReturnType<typeof standIn>[] = []
async function startStandIn(_: BrowserOptions): Promise<Browser> {
  const one = standIn()
  made.push(one)
  return one as unknown as Browser
}
const start = shared(startStandIn)

beforeEach(() => {
  made = []
  beginSharing()
})
afterEach(() => closeShared())

test('a file gets the browser that the file before it is done with, as after its start', async () => {
  const first = await start({ extension: true })
  await first.close()
  expect(made.map(({ reset, close }) => [reset.mock.calls.length, close.mock.calls.length])).toEqual([[1, 0]])
  await start({ extension: true })
  expect(made).toHaveLength(1)
})

test('with and without the extension are two browsers, and so are two at the same time', async () => {
  const first = await start({ extension: true })
  await start({ extension: false })
  await start({ extension: true })
  expect(made).toHaveLength(3)
  await first.close()
})

test('a browser of which anything else is asked is its file’s own, and ends with it', async () => {
  const own = await start({ extension: true, language: 'fr' })
  await own.close()
  expect(made.map(({ reset, close }) => [reset.mock.calls.length, close.mock.calls.length])).toEqual([[0, 1]])
})

test('a browser that cannot be put back is ended, its file fails, and the next one gets another', async () => {
  const first = await start({ extension: true })
  made[0]?.reset.mockRejectedValue(new Error('it hangs'))
  await expect(first.close()).rejects.toThrow('it hangs')
  expect(made[0]?.close).toHaveBeenCalledTimes(1)
  await start({ extension: true })
  expect(made).toHaveLength(2)
})

test('all end with the process; outside of the tests none is shared', async () => {
  await (await start({ extension: true })).close()
  await closeShared()
  expect(made[0]?.close).toHaveBeenCalledTimes(1)
  await (await start({ extension: true })).close()
  expect(made.map(({ reset, close }) => [reset.mock.calls.length, close.mock.calls.length])).toEqual([
    [1, 1],
    [0, 1],
  ])
})
