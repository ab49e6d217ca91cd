import { afterEach, expect, test, vi } from 'vitest'
import { createPlaces, type PlaceQuestion } from '../../../src/places/places'

const LYON = { latitude: 45.76, longitude: 4.85 }
const PARIS = { latitude: 48.86, longitude: 2.35 }

/** A Worker that is answered by hand. */
class HandWorker extends EventTarget {
  readonly asked: PlaceQuestion[] = []
  postMessage(question: PlaceQuestion): void {
    this.asked.push(question)
  }
  answer(at: number, value: unknown): void {
    this.dispatchEvent(new MessageEvent('message', { data: { id: this.asked[at]?.id, value } }))
  }
}

afterEach(() => vi.restoreAllMocks())

test('no Worker is started before the first question, and one is enough', async () => {
  const worker = new HandWorker()
  const spawn = vi.fn(() => worker)
  const places = createPlaces(spawn)
  expect(spawn).not.toHaveBeenCalled()
  const names = [places.name(LYON), places.name(PARIS)]
  worker.answer(1, { country: 'FR', city: 'Paris' })
  worker.answer(0, { country: 'FR', city: 'Lyon' })
  expect(await Promise.all(names)).toEqual([
    { country: 'FR', city: 'Lyon' },
    { country: 'FR', city: 'Paris' },
  ])
  expect(spawn).toHaveBeenCalledTimes(1)
})

test('the same question is asked once, and nothing but the position goes along', async () => {
  const worker = new HandWorker()
  const places = createPlaces(() => worker)
  const twice = [places.name({ ...LYON, names: ['x'] } as typeof LYON), places.name(LYON)]
  worker.answer(0, null)
  expect(await Promise.all(twice)).toEqual([null, null])
  expect(worker.asked).toEqual([{ id: 0, wanted: 'name', position: LYON }])
  void places.map([LYON], 'country')
  expect(worker.asked[1]).toEqual({ id: 1, wanted: 'map', positions: [LYON], view: 'country' })
})

test('a Worker that breaks leaves a position without a name, now and later', async () => {
  const said = vi.spyOn(console, 'error').mockReturnValue()
  const worker = new HandWorker()
  const places = createPlaces(() => worker)
  const waiting = places.name(LYON)
  worker.dispatchEvent(new Event('error'))
  expect(await waiting).toBeNull()
  expect(await places.map([PARIS], 'region')).toBeNull()
  expect(said).toHaveBeenCalledTimes(1)
})
