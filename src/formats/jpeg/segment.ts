import type { Block } from '../core/part'

/** A run of bytes of one JPEG stream, named as in the keep-table, without saying which stream of the file it is. */
export interface Segment {
  readonly name: string
  readonly start: number
  readonly end: number
  readonly block?: Block
}

/** One JPEG stream, from SOI to EOI. */
export interface Stream {
  /** They tile the stream. */
  readonly segments: readonly Segment[]
  readonly start: number
  readonly end: number
  /** Whether anything of a picture is in it. */
  readonly hasScan: boolean
  /** False when the file ends, or another picture begins, before EOI. */
  readonly complete: boolean
}
