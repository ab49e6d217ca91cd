import { expect, it } from 'vitest'
import { Worklist } from '../../../src/checker/worklist'
import type { Engine, Inspection } from '../../../src/review/engine-contract'

const outcomes: Record<string, Inspection> = {
  'found.jpg': { outcome: 'found', format: 'jpeg', findings: [] },
  'plain.png': { outcome: 'nothing-found', format: 'png', findings: [] },
  'raw.dng': { outcome: 'cannot-check', format: null, findings: [], reason: 'not-recognised' },
  'notes.txt': { outcome: 'cannot-check', format: null, findings: [], reason: 'not-recognised' },
}

const engine: Engine = {
  inspect: async (file) => {
    const inspection = outcomes[file.name]
    if (!inspection) throw new Error(`no outcome for ${file.name}`)
    return inspection
  },
  clean: () => Promise.reject(new Error('not asked for')),
}

const picked = (name: string, type: string) => ({ file: new File(['x'], name, { type }), path: name })

it('lists pictures and videos, and counts what is neither', async () => {
  let changes = 0
  const list = new Worklist(engine, () => changes++)
  await list.add([
    picked('found.jpg', 'image/jpeg'),
    picked('plain.png', 'image/png'),
    picked('raw.dng', 'image/x-adobe-dng'),
    picked('notes.txt', 'text/plain'),
  ])
  expect(list.rows.map(({ path }) => path)).toEqual(['found.jpg', 'plain.png', 'raw.dng'])
  expect([list.found.length, list.unchecked.length, list.passedOver, list.looked]).toEqual([1, 1, 1, 3])
  expect(list.busy).toBe(false)
  expect(changes).toBeGreaterThan(4)
})

it('keeps what was looked at when it is stopped, and goes on with what is added later', async () => {
  const waiting: Engine = {
    ...engine,
    inspect: (file, signal) =>
      file.name === 'slow.jpg'
        ? new Promise((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason)))
        : engine.inspect(file, signal),
  }
  const list = new Worklist(waiting, () => undefined)
  const adding = list.add([picked('found.jpg', 'image/jpeg'), picked('slow.jpg', 'image/jpeg')])
  await new Promise((resolve) => setTimeout(resolve))
  expect(list.busy).toBe(true)
  list.stop()
  await adding
  expect(list.rows.map(({ path }) => path)).toEqual(['found.jpg'])
  expect(list.busy).toBe(false)
  await list.add([picked('plain.png', 'image/png')])
  expect(list.rows.length).toBe(2)
})
