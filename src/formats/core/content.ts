/** Three types that refer to each other: a content lies in a source, and a source may be put together from contents. */

/** A file that is read in windows, so that only the bytes that are asked for come into memory. */
export interface Source {
  readonly blob: Blob
  /** Bytes in the file. */
  readonly size: number
  /**
   * The bytes from `start` up to, not including, `end`. The array may share memory with earlier answers: do not write to it.
   * @throws {Malformed} when the range does not lie inside the file.
   */
  read(start: number, end: number): Promise<Uint8Array>
  /** In a file that is put together from pieces: the one in which byte `at` lies, so that known bytes need not be read. */
  pieceAt?(at: number): Piece | null
}

/** Bytes of the source, bytes that cleaning wrote afresh, or a run of zeros that stands in for blanked bytes. */
export type Content =
  | { readonly kind: 'slice'; readonly source: Source; readonly start: number; readonly end: number }
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'zeros'; readonly length: number }

/** Bytes `start` (inclusive) to `end` (exclusive) of the file that the pieces make, and what they are. */
export interface Piece {
  readonly start: number
  readonly end: number
  readonly content: Content
}
