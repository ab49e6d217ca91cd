import type { FindingKind, Severity } from '../../src/findings/finding'
import type { FormatName } from '../../src/formats/format-facts'
import type { Reason } from '../../src/review/engine-contract'

/** Why a file could not be checked, or its copy not written. */
export type Trouble =
  | Reason
  | 'missing'
  /** Faces in films cannot be hidden. */
  | 'film'
  /** Node counts the bytes of a file in 32 bits and would see its beginning only, as if that were all. */
  | 'too-large'
  /** A file is already where the copy belongs. */
  | 'copy-exists'
  /** Another file of this run has the same place in the folder for copies. */
  | 'copy-clashes'
  /** The copy would replace an original. */
  | 'copy-is-original'
  /** The disk refused. */
  | 'copy-failed'

/** What one line of `check --json` says, key by key. */
export interface Line {
  readonly file: string
  readonly format: FormatName | null
  readonly outcome: 'nothing-found' | 'found' | 'cannot-check'
  readonly findings: readonly {
    readonly kind: FindingKind
    readonly severity: Severity
    readonly source: string
    readonly text: string
  }[]
  /** Names of the parts that are not in the copy. */
  readonly removed: readonly string[]
  /** What stays in the copy beyond the picture itself. */
  readonly kept: readonly string[]
  /** Where the copy lies, if one was written. */
  readonly cleaned: string | null
  readonly reason: string | null
  /** How many faces were found and hidden in the copy; only with `--hide faces`, null when that could not be done. */
  readonly faces?: number | null
  /** The same of texts, with `--hide text`. */
  readonly text?: number | null
}

/** The status that the command ends with: 2 outweighs 1, because what was not checked may hold anything. */
export function exitStatus(lines: Iterable<Pick<Line, 'outcome' | 'reason'>>): 0 | 1 | 2 {
  let status: 0 | 1 = 0
  for (const { outcome, reason } of lines) {
    if (outcome === 'cannot-check' || reason !== null) return 2
    if (outcome === 'found') status = 1
  }
  return status
}
