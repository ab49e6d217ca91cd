import { askWorker } from '../../workers/ask-worker'
import type { Given, Value } from '../../workers/calls'
import type { CutTile, Look, Model, ModelSighting } from './look-at-tile'

/** What finds faces, compiled and loaded once for both Workers. */
export interface Engine {
  readonly module: WebAssembly.Module
  readonly models: Readonly<Record<Model, Uint8Array>>
}

/** What a Worker that finds faces offers another one of its kind. */
export interface HelperCalls {
  help(engine: Engine): Promise<void>
  look(cut: CutTile): Promise<readonly ModelSighting[]>
}

export interface Helper {
  /** Hands over the engine; without it nothing is looked at. */
  start(engine: Engine): void
  /** Looks at a tile in the other Worker. @throws when that Worker failed, now or before. */
  readonly look: Look
}

const NAME = 'helper'
/** Milliseconds after which an answer does not come any more. */
const LIMIT = 60_000

/** Is this Worker the one that helps? */
export const isHelper = () => self.name === NAME

/**
 * Starts a second Worker from the script of this one, which looks at tiles meanwhile. It ends with this one.
 * @returns null on a single processor, and where a Worker cannot start another.
 */
export function startHelper(): Helper | null {
  if (navigator.hardwareConcurrency < 2 || typeof Worker === 'undefined') return null
  const worker = new Worker(self.location.href, { type: 'module', name: NAME })
  let failed = false
  const ask = async <Name extends keyof HelperCalls>(
    name: Name,
    given: Given<HelperCalls, Name>,
  ): Promise<Value<HelperCalls, Name>> => {
    if (failed) throw new Error('the helper failed')
    const outcome = await askWorker(worker, name, given, { limit: () => LIMIT })
    if (outcome.ok) return outcome.value as Value<HelperCalls, Name>
    failed = true
    worker.terminate()
    throw new Error(`the helper failed: ${outcome.reason}`)
  }
  return {
    start: (engine) => void ask('help', [engine]).catch(() => undefined),
    look: (cut) => ask('look', [cut]),
  }
}
