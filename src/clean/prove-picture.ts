import { type Content, lengthOf, type Part } from '../formats/core/part'
import { equalBytes } from '../formats/core/reader'
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
    const piece = pieceAt(b, source)
    const isKnown = piece !== null && isSameSlice(a, piece)
    const step = Math.min(a.rest, b.rest, piece ? piece.left : STEP_BYTES, isKnown ? size : STEP_BYTES)
    if (!isKnown && !(await areEqual(a, b, step))) return false
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

/** A piece of the cleaned file from a place in it on. */
interface PieceAhead {
  readonly content: Content
  /** How many bytes of it lie before that place, and how many from there on. */
  readonly before: number
  readonly left: number
}

/** The piece of which the cleaned file is made at this place; null where it is not known to be made of pieces. */
function pieceAt(found: Cursor, source: Source): PieceAhead | null {
  const { content } = found
  if (content.kind !== 'slice' || content.source !== source) return null
  const at = content.start + found.offset
  const piece = source.pieceAt?.(at)
  return piece ? { content: piece.content, before: at - piece.start, left: piece.end - at } : null
}

/** Whether the piece comes from the very place of the original that was meant, so that it need not be read. */
function isSameSlice({ content, offset }: Cursor, { content: from, before }: PieceAhead): boolean {
  if (content.kind !== 'slice' || from.kind !== 'slice' || from.source !== content.source) return false
  return from.start + before === content.start + offset
}

async function areEqual(a: Cursor, b: Cursor, length: number): Promise<boolean> {
  const [left, right] = [await bytesAt(a, length), await bytesAt(b, length)]
  return equalBytes(left, right)
}

async function bytesAt({ content, offset }: Cursor, length: number): Promise<Uint8Array> {
  if (content.kind === 'slice') return content.source.read(content.start + offset, content.start + offset + length)
  return content.kind === 'bytes' ? content.bytes.subarray(offset, offset + length) : new Uint8Array(length)
}
