import type { Outcome, WorkerLike } from '../workers/ask-worker'
import { OneWorker } from '../workers/one-worker'
import type { LittleMap, MapView } from './little-map'
import type { PlaceName } from './name-place'
import type { Position } from './position'

/** What is known about positions, from what the package holds. */
export interface Places {
  /** Null where there is no name: at sea, or after a mistake of ours, which is no reason to stop a parent. */
  name(position: Position): Promise<PlaceName | null>
  /** All positions on one map, seen from as far as the view says; null after a mistake of ours. */
  map(positions: readonly Position[], view: MapView): Promise<LittleMap | null>
}

/** What the Worker offers: the same. */
export type PlaceCalls = Places

/** Nothing of a parent's waits for a name or a map. The first one unpacks a megabyte, on a slow phone too. */
const LIMIT_MS = 60_000

interface WarmPlaces extends Places {
  /** Has the packs read ahead of the first question, where there is time for it. */
  warm(): void
}

/**
 * Names and maps from a Worker, which is started with the first question, because it loads a megabyte. Answers are kept; after
 * one that failed, the next question starts another Worker.
 */
export function createPlaces(spawn: () => WorkerLike = spawnPlaces): WarmPlaces {
  const worker = new OneWorker<PlaceCalls>(spawn, LIMIT_MS)
  const asked = new Map<string, Promise<unknown>>()
  const once = <T>(key: readonly unknown[], ask: () => Promise<Outcome<T | null>>): Promise<T | null> => {
    const text = JSON.stringify(key)
    const answer = asked.get(text) ?? ask().then(valueOrNull)
    asked.set(text, answer)
    return answer as Promise<T | null>
  }
  return {
    warm: () => worker.warm(),
    name(position) {
      const given = [bare(position)] as const
      return once(['name', ...given], () => worker.run('name', [...given]))
    },
    map(positions, view) {
      const given = [positions.map(bare), view] as const
      return once(['map', ...given], () => worker.run('map', [...given]))
    },
  }
}

const bare = ({ latitude, longitude }: Position): Position => ({ latitude, longitude })

function valueOrNull<T>(outcome: Outcome<T | null>): T | null {
  if (outcome.ok) return outcome.value
  console.error('places', outcome.reason)
  return null
}

function spawnPlaces(): Worker {
  return new Worker(new URL('./places.worker.ts', import.meta.url), { type: 'module' })
}
