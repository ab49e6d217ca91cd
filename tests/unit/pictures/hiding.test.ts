import { afterEach, expect, test, vi } from 'vitest'
import { createFaceFinder, type FaceFinder } from '../../../src/pictures/detect/face-finder'
import { createTextFinder } from '../../../src/pictures/detect/text-finder'
import { firstEdit, orderOf } from '../../../src/pictures/editor/edit'
import { createHider } from '../../../src/pictures/hide/hider'
import { createHiding } from '../../../src/pictures/hiding'
import type { WorkerLike } from '../../../src/workers/ask-worker'
import type { Call } from '../../../src/workers/calls'

afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

const photo = () => new File(['photo'], 'a.jpg', { type: 'image/jpeg' })
const picture = { width: 100, height: 80 }
const job = (file: File) => {
  const edit = firstEdit([{ x: 10, y: 10, width: 20, height: 20 }])
  return { picture: file, edit, order: orderOf(edit, picture) }
}

type Said = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly message: string }
type Does = (answer: (said: Said) => void, fail: () => void) => void

/** A Worker that does this with each call; it counts how often one was started and ended. */
function workers(does: Does) {
  const count = { started: 0, ended: 0 }
  const spawn = (): WorkerLike => {
    count.started++
    const target = new EventTarget()
    return Object.assign(target, {
      postMessage: ({ id }: Call) =>
        queueMicrotask(() =>
          does(
            (said) => target.dispatchEvent(new MessageEvent('message', { data: { id, ...said } })),
            () => target.dispatchEvent(new Event('error')),
          ),
        ),
      terminate: () => void count.ended++,
    }) as WorkerLike
  }
  return { spawn, count }
}

const answers = (value: unknown) => workers((answer) => answer({ ok: true, value }))
const refuses = () => workers((answer) => answer({ ok: false, message: 'out of memory' }))
const crashes = () => workers((_, fail) => fail())
const never = () => workers(() => undefined)

test.each([
  ['cannot decode it, has no SIMD or no memory', refuses, 'no-picture'],
  ['is killed', crashes, 'worker-failed'],
] as const)('a Worker that %s gives a reason, and the next photo a new try', async (_, kind, reason) => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
  const { spawn } = kind()
  const finder = createFaceFinder(spawn)
  expect(await finder.find(photo())).toEqual({ ok: false, reason })
  expect(await finder.find(photo())).toEqual({ ok: false, reason })
  expect(await createTextFinder(kind().spawn).find(photo())).toBeNull()
  expect(await createHider(kind().spawn).hide(photo(), job(photo()).order)).toBeNull()
})

test('a Worker that hangs is ended, and what it had is not hidden', async () => {
  vi.useFakeTimers()
  const { spawn, count } = never()
  const hidden = createHider(spawn).hide(photo(), job(photo()).order)
  const found = createFaceFinder(never().spawn).find(photo())
  await vi.advanceTimersByTimeAsync(120_000)
  expect(await hidden).toBeNull()
  expect(await found).toEqual({ ok: false, reason: 'too-slow' })
  expect(count).toEqual({ started: 1, ended: 1 })
})

test.each(['find', 'text', 'hide'] as const)('%s ends with the signal, and its Worker with it', async (step) => {
  const { spawn, count } = never()
  const hiding = createHiding(createFaceFinder(spawn), createHider(spawn), createTextFinder(spawn))
  const file = photo()
  hiding.remember(file, job(file))
  const leaving = new AbortController()
  const work =
    step === 'find'
      ? hiding.finder.find(file, leaving.signal)
      : step === 'text'
        ? hiding.textFinder.find(file, leaving.signal)
        : hiding.hide(file, leaving.signal)
  await Promise.resolve()
  leaving.abort(new DOMException('left', 'AbortError'))
  await expect(work).rejects.toThrow('left')
  expect(count).toEqual({ started: 1, ended: 1 })
  // The choice is still there for the next try.
  expect(hiding.jobOf(file)).toBeDefined()
})

test('nothing is started before it is asked for, and all of it ends after a rest', async () => {
  vi.useFakeTimers()
  const faces = answers({ ...picture, faces: [] })
  const text = answers({ ...picture, boxes: [] })
  const hider = answers({ file: photo(), changes: [] })
  const hiding = createHiding(createFaceFinder(faces.spawn), createHider(hider.spawn), createTextFinder(text.spawn))
  expect([faces.count.started, text.count.started, hider.count.started]).toEqual([0, 0, 0])
  const file = photo()
  expect(await hiding.hide(file)).toBeNull()
  await hiding.finder.find(file)
  await hiding.textFinder.find(file)
  hiding.remember(file, job(file))
  expect((await hiding.hide(file))?.changes).toEqual([])
  await vi.advanceTimersByTimeAsync(19_000)
  expect([faces.count.ended, text.count.ended, hider.count.ended]).toEqual([0, 0, 0])
  await vi.advanceTimersByTimeAsync(2_000)
  expect([faces.count.ended, text.count.ended, hider.count.ended]).toEqual([1, 1, 1])
  hiding.forget(file)
  expect(await hiding.hide(file)).toBeNull()
})

test('one photo is looked at once, unless that failed', async () => {
  const asked: string[] = []
  let works = false
  const finder: FaceFinder = {
    async find(file) {
      asked.push(file.name)
      return works ? { ok: true, found: { ...picture, faces: [] } } : { ok: false, reason: 'worker-failed' }
    },
    rest: () => undefined,
  }
  const hiding = createHiding(finder, createHider(never().spawn), createTextFinder(never().spawn))
  const file = photo()
  await hiding.finder.find(file)
  works = true
  await hiding.finder.find(file)
  await hiding.finder.find(file)
  expect(asked).toHaveLength(2)
})
