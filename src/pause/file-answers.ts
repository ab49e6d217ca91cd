import type { Reading } from '../bridge/audience'
import type { Repeatable } from '../bridge/file-answer'

/** What was answered in this page for the very same files. */
export interface FileAnswers {
  /** The files will be looked up or remembered soon: what they are known by is worked out while the parent reads. */
  recogniseAhead(files: readonly File[]): void
  /** Returns the earlier answer for each file; null where there is none that still holds. */
  recall(files: readonly File[]): Promise<readonly (Repeatable | null)[]>
  remember(files: readonly File[], choice: Repeatable, reading: Reading): Promise<void>
  forget(files: readonly File[]): Promise<void>
}
