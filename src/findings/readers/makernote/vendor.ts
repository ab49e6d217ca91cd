import type { Field } from './field'
import type { PreviewTags } from './previews'

/** How one maker lays out its note, and the tags in it that tell one camera or one person from another. */
export interface Vendor {
  /** What the note begins with, one of these; one character a byte. */
  readonly signatures: readonly string[]
  /** Required of Exif's Make where the signature alone says too little. */
  readonly make?: RegExp
  /** Required of Exif's Model where cameras of one maker differ. */
  readonly model?: RegExp
  /** Bytes from the start of the note to its directory; 'header' where a TIFF header at `offsetsFrom` says it. */
  readonly directory: number | 'header' | 'pointer'
  /** Offsets count from the Exif block, or from so many bytes behind the start of the note. */
  readonly offsetsFrom: 'exif' | number
  readonly littleEndian?: boolean
  readonly tags: ReadonlyMap<number, Field>
  /** Directories inside of the note, by the tag that points to them. */
  readonly inner?: ReadonlyMap<number, ReadonlyMap<number, Field>>
  readonly previews?: readonly PreviewTags[]
}
