import type { LittleMap } from './little-map'
import type { PlaceName } from './name-place'
import type { Position } from './position'

export interface PlaceAnswers {
  readonly name: PlaceName | null
  readonly map: LittleMap | null
}

/** What is known about positions, from what the package holds. */
export interface Places {
  /** Null where there is no name: at sea, or after a mistake of ours, which is no reason to stop a parent. */
  name(position: Position): Promise<PlaceAnswers['name']>
  /** Null where there is nothing to see. */
  map(position: Position): Promise<PlaceAnswers['map']>
}

export interface PlaceQuestion {
  readonly id: number
  readonly wanted: keyof PlaceAnswers
  readonly position: Position
}

export interface PlaceAnswer {
  readonly id: number
  readonly value: PlaceAnswers[keyof PlaceAnswers]
}

/** The part of a Worker that is used, so that tests can stand in for it. */
export type PlaceWorker = Pick<Worker, 'postMessage' | 'addEventListener'>

/** Names and maps from a Worker, which is started with the first question, because it loads a megabyte. Answers are kept. */
export function createPlaces(spawn: () => PlaceWorker = spawnPlaces): Places {
  const asked = new Map<string, Promise<PlaceAnswer['value']>>()
  let worker: ((wanted: keyof PlaceAnswers, position: Position) => Promise<PlaceAnswer['value']>) | undefined
  const ask = <Wanted extends keyof PlaceAnswers>(wanted: Wanted, { latitude, longitude }: Position) => {
    const key = `${wanted} ${latitude} ${longitude}`
    worker ??= over(spawn())
    const answer = asked.get(key) ?? worker(wanted, { latitude, longitude })
    asked.set(key, answer)
    return answer as Promise<PlaceAnswers[Wanted]>
  }
  return { name: (position) => ask('name', position), map: (position) => ask('map', position) }
}

/** Questions to a Worker; once it broke, every answer is null. */
function over(worker: PlaceWorker) {
  const waiting: ((value: PlaceAnswer['value']) => void)[] = []
  let broken = false
  worker.addEventListener('message', (event) => {
    const { id, value } = (event as MessageEvent<PlaceAnswer>).data
    waiting[id]?.(value)
  })
  worker.addEventListener('error', (event) => {
    console.error('places', event)
    broken = true
    for (const answer of waiting) answer(null)
  })
  return (wanted: keyof PlaceAnswers, position: Position) =>
    new Promise<PlaceAnswer['value']>((resolve) => {
      if (broken) return resolve(null)
      const id = waiting.push(resolve) - 1
      worker.postMessage({ id, wanted, position } satisfies PlaceQuestion)
    })
}

function spawnPlaces(): Worker {
  return new Worker(new URL('./places.worker.ts', import.meta.url), { type: 'module' })
}
