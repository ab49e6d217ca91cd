import type { Part } from './core/part'
import type { Source } from './core/source'
import type { FormatName } from './format-facts'

/** One kind of container: bytes → parts → bytes. */
export interface Format {
  readonly name: FormatName
  /** Looks at the first bytes of a file (64, or fewer in a shorter file). */
  recognises(head: Uint8Array): boolean
  /**
   * Every byte of the file belongs to exactly one part, in order; parts refer to the source, they do not copy it.
   * What follows the end of the picture is a part as well.
   * @throws {Malformed} when the bytes cannot be told apart.
   */
  split(source: Source): Promise<Part[]>
  /**
   * The parts of the cleaned file: those for which `stays` says yes, untouched, and what the container needs once the
   * others are gone (a minimal Exif block when the picture is turned, lengths, flags, blanked runs).
   * @throws {Malformed} when the rest would no longer be a valid file.
   */
  rebuild(parts: readonly Part[], stays: (part: Part) => boolean): Promise<Part[]>
}
