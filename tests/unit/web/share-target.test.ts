import { expect, test } from 'vitest'
import { parseTakeShared, sharedIdIn, takeShared } from '../../../web/share-target'

function containerThat(answers: (port: MessagePort) => void): ServiceWorkerContainer {
  const worker = { postMessage: (_: unknown, [port]: readonly MessagePort[]) => port && answers(port) }
  return { ready: Promise.resolve({ active: worker }), controller: null } as unknown as ServiceWorkerContainer
}

test('the files of a share arrive as the service worker has them', async () => {
  expect(
    await takeShared(
      'one',
      containerThat((port) => port.postMessage([])),
    ),
  ).toEqual([])
  expect(
    await takeShared(
      'one',
      containerThat((port) => port.postMessage(null)),
    ),
  ).toBeNull()
  expect(
    await takeShared(
      'one',
      containerThat((port) => port.postMessage(['no file'])),
    ),
  ).toBeNull()
})

test('only a whole question is one', () => {
  expect(parseTakeShared({ type: 'take-shared', id: 'one' })).toEqual({ type: 'take-shared', id: 'one' })
  for (const value of [null, 'take-shared', { type: 'take-shared' }, { id: 'one' }, { type: 'other', id: 'one' }])
    expect(parseTakeShared(value)).toBeNull()
})

test('the address says whether a share opened the page', () => {
  expect(sharedIdIn('?shared=one')).toBe('one')
  expect(sharedIdIn('')).toBeNull()
})
