import type { LittleMap, MapView } from './little-map'
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
  /** All positions on one map, seen from as far as the view says; null after a mistake of ours. */
  map(positions: readonly Position[], view: MapView): Promise<PlaceAnswers['map']>
}

/** What is wanted, a name or a map, and of where. */
type Wanted =
  | { readonly wanted: 'name'; readonly position: Position }
  | { readonly wanted: 'map'; readonly positions: readonly Position[]; readonly view: MapView }

export type PlaceQuestion = Wanted & { readonly id: number }

export interface PlaceAnswer {
  readonly id: number
  readonly value: PlaceAnswers[keyof PlaceAnswers]
}

/** The part of a Worker that is used, so that tests can stand in for it. */
export type PlaceWorker = Pick<Worker, 'postMessage' | 'addEventListener'>

/** Names and maps from a Worker, which is started with the first question, because it loads a megabyte. Answers are kept. */
export function createPlaces(spawn: () => PlaceWorker = spawnPlaces): Places {
  const asked = new Map<string, Promise<PlaceAnswer['value']>>()
  let worker: ((question: Wanted) => Promise<PlaceAnswer['value']>) | undefined
  const ask = <Of extends keyof PlaceAnswers>(question: Wanted & { readonly wanted: Of }) => {
    const key = JSON.stringify(question)
    worker ??= over(spawn())
    const answer = asked.get(key) ?? worker(question)
    asked.set(key, answer)
    return answer as Promise<PlaceAnswers[Of]>
  }
  return {
    name: (position) => ask({ wanted: 'name', position: bare(position) }),
    map: (positions, view) => ask({ wanted: 'map', positions: positions.map(bare), view }),
  }
}

const bare = ({ latitude, longitude }: Position): Position => ({ latitude, longitude })

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
  return (question: Wanted) =>
    new Promise<PlaceAnswer['value']>((resolve) => {
      if (broken) return resolve(null)
      const id = waiting.push(resolve) - 1
      worker.postMessage({ ...question, id } satisfies PlaceQuestion)
    })
}

function spawnPlaces(): Worker {
  return new Worker(new URL('./places.worker.ts', import.meta.url), { type: 'module' })
}
