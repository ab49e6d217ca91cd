import { type Content, lengthOf, type Part } from '../formats/core/part'
import type { Source } from '../formats/core/source'
import type { Format } from '../formats/format'
import { keepRow } from './keep'

/**
 * Whether the picture (or film) that a cleaned file shows by its own tables is, byte for byte and in the same order, the one that was meant to
 * stay. A file without any, as the head of a film in pieces, shows the same nothing. What comes from the original at the same place is not read.
 * @param meant the parts from which the cleaned file was made.
 * @param found the parts into which it was taken apart again; slices of `source`.
 */
export async function showsThePicture(
  meant: readonly Part[],
  found: readonly Part[],
  source: Source,
  format: Format,
): Promise<boolean> {
  const [before, after] = [pictureOf(meant, format), pictureOf(found, format)]
  const size = before.reduce((sum, part) => sum + lengthOf(part), 0)
  if (size !== after.reduce((sum, part) => sum + lengthOf(part), 0)) return false
  const [a, b] = [new Cursor(before), new Cursor(after)]
  for (let left = size; left > 0; ) {
    const length = Math.min(a.rest, b.rest, STEP_BYTES)
    const known = isSameSlice(a, b, source)
    const step = known > 0 ? Math.min(known, a.rest, b.rest) : length
    if (known === 0 && !(await areEqual(a, b, length))) return false
    a.advance(step)
    b.advance(step)
    left -= step
  }
  return true
}

/** Bytes that are compared in one go. */
const STEP_BYTES = 256 * 1024

function pictureOf(parts: readonly Part[], format: Format): Part[] {
  return parts.filter((part) => keepRow(format.name, part.name)?.isPicture && lengthOf(part) > 0)
}

/** A place in a row of parts. */
class Cursor {
  private index = 0
  private at = 0

  constructor(private readonly parts: readonly Part[]) {}

  get content(): Content {
    const part = this.parts[this.index]
    if (!part) throw new Error('read past the picture')
    return part.content
  }

  /** Bytes left of the part at this place, and how many of it lie before. */
  get rest(): number {
    const part = this.parts[this.index]
    return part ? lengthOf(part) - this.at : 0
  }

  get offset(): number {
    return this.at
  }

  advance(bytes: number): void {
    this.at += bytes
    if (this.rest > 0) return
    this.index++
    this.at = 0
  }
}

/** How many bytes from here on are the same slice of one file on both sides, so that they need not be read; 0: none, as far as is known. */
function isSameSlice(meant: Cursor, found: Cursor, source: Source): number {
  const [a, b] = [meant.content, found.content]
  if (a.kind !== 'slice' || b.kind !== 'slice' || b.source !== source) return 0
  const at = b.start + found.offset
  const piece = source.pieceAt?.(at)
  if (piece?.content.kind !== 'slice' || piece.content.source !== a.source) return 0
  const isSame = piece.content.start + at - piece.start === a.start + meant.offset
  return isSame ? piece.end - at : 0
}

async function areEqual(a: Cursor, b: Cursor, length: number): Promise<boolean> {
  const [left, right] = [await bytesAt(a, length), await bytesAt(b, length)]
  return left.every((byte, index) => byte === right[index])
}

async function bytesAt({ content, offset }: Cursor, length: number): Promise<Uint8Array> {
  if (content.kind === 'slice') return content.source.read(content.start + offset, content.start + offset + length)
  return content.kind === 'bytes' ? content.bytes.subarray(offset, offset + length) : new Uint8Array(length)
}
