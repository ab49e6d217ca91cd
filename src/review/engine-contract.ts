import type { Recipe } from '../bridge/recipe'
import type { Finding } from '../findings/finding'
import type { FormatName } from '../formats/format-facts'

/** Why a file could not be checked or its cleaned copy could not be released. `words/` has a sentence for each. */
export type Reason =
  /** The browser could not read the file: removed, moved, or no permission. */
  | 'unreadable'
  | 'empty'
  /** No format of ours recognises it. */
  | 'not-recognised'
  /** Recognised, but broken. */
  | 'malformed'
  /** A good file with parts that cannot be judged, or not be taken out without harm to what is seen. */
  | 'uncheckable'
  | 'too-slow'
  | 'worker-failed'
  /** The cleaned copy still held something, or did not decode. */
  | 'not-proved'
  /** What was to be covered in the picture could not be. */
  | 'not-hidden'

export type Inspection =
  | { readonly outcome: 'nothing-found' | 'found'; readonly format: FormatName; readonly findings: readonly Finding[] }
  | {
      readonly outcome: 'cannot-check'
      readonly format: FormatName | null
      readonly findings: readonly Finding[]
      readonly reason: Reason
    }

export type Cleaning =
  | {
      readonly outcome: 'cleaned'
      /** For `fileFrom`, with the same original. */
      readonly recipe: Recipe
      /** Cleaning takes something out; false where the copy would have the very same bytes. */
      readonly changed: boolean
      /** Part names that went, each once: 'APP1 Exif'. */
      readonly removed: readonly string[]
      /** Reasons from the keep-table for what stays beyond the picture itself: 'colour profile', 'hdr-gain-map'. */
      readonly kept: readonly string[]
    }
  | { readonly outcome: 'refused'; readonly reason: Reason }

/**
 * The engine, with no browser page around it: the Worker of the pause page and the command line both call this.
 * Neither function throws for anything a file can contain.
 */
export interface Engine {
  inspect(file: File, signal?: AbortSignal): Promise<Inspection>
  clean(file: File, signal?: AbortSignal): Promise<Cleaning>
}
