import { afterEach, expect, test, vi } from 'vitest'
import { createPlaces } from '../../../src/places/places'
import type { Call } from '../../../src/workers/calls'

const LYON = { latitude: 45.76, longitude: 4.85 }
const PARIS = { latitude: 48.86, longitude: 2.35 }

/** A Worker that gives the position back as the city, or crashes. */
class StandIn extends EventTarget {
  static asked: Omit<Call, 'id'>[] = []
  constructor(private readonly crashes = false) {
    super()
  }
  postMessage({ id, ...call }: Call): void {
    StandIn.asked.push(call)
    const answer = { id, ok: true, value: { country: 'FR', city: JSON.stringify(call.given[0]) } }
    const event = this.crashes ? new Event('error') : new MessageEvent('message', { data: answer })
    queueMicrotask(() => this.dispatchEvent(event))
  }
  terminate(): void {}
}

afterEach(() => {
  vi.restoreAllMocks()
  StandIn.asked = []
})

test('no Worker is started before the first question, and one is enough', async () => {
  const spawn = vi.fn(() => new StandIn())
  const places = createPlaces(spawn)
  expect(spawn).not.toHaveBeenCalled()
  expect(await Promise.all([places.name(LYON), places.name(PARIS)])).toEqual(
    [LYON, PARIS].map((one) => ({ country: 'FR', city: JSON.stringify(one) })),
  )
  expect(spawn).toHaveBeenCalledTimes(1)
})

test('a Worker that was started ahead gets the first question', async () => {
  const spawn = vi.fn(() => new StandIn())
  const places = createPlaces(spawn)
  places.warm()
  places.warm()
  expect(spawn).toHaveBeenCalledTimes(1)
  expect(await places.name(LYON)).not.toBeNull()
  expect(spawn).toHaveBeenCalledTimes(1)
})

test('the same question is asked once, and nothing but the position goes along', async () => {
  const places = createPlaces(() => new StandIn())
  const twice = [places.name({ ...LYON, names: ['x'] } as typeof LYON), places.name(LYON)]
  await Promise.all([...twice, places.map([LYON], 'country')])
  expect(StandIn.asked).toEqual([
    { name: 'name', given: [LYON] },
    { name: 'map', given: [[LYON], 'country'] },
  ])
})

test('a Worker that breaks leaves a position without a name, and the next one gets another Worker', async () => {
  const said = vi.spyOn(console, 'error').mockReturnValue()
  const spawn = vi.fn().mockReturnValueOnce(new StandIn(true)).mockReturnValue(new StandIn())
  const places = createPlaces(spawn)
  expect(await places.name(LYON)).toBeNull()
  expect(said).toHaveBeenCalledWith('places', 'worker-failed')
  expect(await places.name(PARIS)).not.toBeNull()
  expect(spawn).toHaveBeenCalledTimes(2)
})

test('a map is asked for without waiting for the name before it, and both go with a Worker that breaks', async () => {
  vi.spyOn(console, 'error').mockReturnValue()
  const places = createPlaces(() => new StandIn(true))
  const both = Promise.all([places.name(LYON), places.map([LYON], 'country')])
  expect(StandIn.asked.map(({ name }) => name)).toEqual(['name', 'map'])
  expect(await both).toEqual([null, null])
})
