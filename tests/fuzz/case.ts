import type { FormatName } from '../../src/formats/format-facts'
import type { Bytes } from './mutate'

export interface WorkerData {
  readonly format: FormatName
  readonly seed: number
  readonly seeds: readonly Bytes[]
}

/** What came of one mutated file. */
export interface Answer {
  readonly index: number
  readonly outcome: 'cleaned' | 'nothing-found' | 'refused'
  readonly milliseconds: number
  /** An exception that is no value of the engine's, or too large an allocation. */
  readonly problem: string | null
  /** What the site would get, where nobody is asked any more. */
  readonly released: Bytes | null
}
