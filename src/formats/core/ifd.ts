import type { Reader } from './reader'

/** Bytes of one value, by type: TIFF 6.0 §2, technical note 1 (13), BigTIFF (16 to 18). */
const TYPE_BYTES = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4, 0, 0, 8, 8, 8] as const

/** One entry of an image file directory, which is a tag: TIFF 6.0 §2, "IFD Entry". */
export interface IfdEntry {
  readonly tag: number
  readonly type: number
  /** Number of values, of the size that the type has. */
  readonly count: number
  /** Offset of the field for the value or its offset, in the bytes of the reader. */
  readonly fieldAt: number
  /** Whether the value is so small that it lies in that field. */
  readonly isInline: boolean
  /** Where the value begins: `fieldAt`, or the offset that stands there as it is. */
  readonly valueAt: number
}

/** Returns the bytes that the value of an entry takes; 0 for types that TIFF does not have. */
export function bytesOf({ type, count }: Pick<IfdEntry, 'type' | 'count'>): number {
  return (TYPE_BYTES[type] ?? 0) * count
}

/** Returns the bytes of an entry: 12, in BigTIFF 20. */
export const entryBytes = (isBig: boolean) => (isBig ? 20 : 12)

/** Reads an offset, 32 bits, in BigTIFF 64. @throws {Malformed} past the end of the bytes. */
export const readOffset = (reader: Reader, isBig: boolean) => (isBig ? reader.u64() : reader.u32())

/** Reads the entry at the reader's position, which is behind it then. @throws {Malformed} past the end of the bytes. */
export function readEntry(reader: Reader, isBig = false): IfdEntry {
  const end = reader.position + entryBytes(isBig)
  const tag = reader.u16()
  const type = reader.u16()
  const count = readOffset(reader, isBig)
  const fieldAt = reader.position
  const isInline = bytesOf({ type, count }) <= end - fieldAt
  const valueAt = isInline ? fieldAt : readOffset(reader, isBig)
  reader.seek(end)
  return { tag, type, count, fieldAt, isInline, valueAt }
}

/**
 * Finds the first entry of a tag in the directory at an offset of a TIFF block (not BigTIFF); undefined when there is none.
 * @throws {Malformed} when the directory ends before it is found.
 */
export function findEntry(reader: Reader, directoryAt: number, tag: number): IfdEntry | undefined {
  reader.seek(directoryAt)
  for (let left = reader.u16(); left > 0; left--) {
    const entry = readEntry(reader)
    if (entry.tag === tag) return entry
  }
  return undefined
}

/** Reads the field of an entry as an offset, whatever the type says: some blocks state bytes as something else. */
export function offsetIn(reader: Reader, { fieldAt }: IfdEntry): number {
  return reader.seek(fieldAt).u32()
}
