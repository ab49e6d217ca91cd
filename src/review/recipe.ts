import type { RecipePiece } from '../bridge/recipe'
import { isAllZeros } from '../clean/zeros'
import { latin1Bytes } from '../formats/core/bytes'
import type { Piece } from '../formats/core/content'
import { fresh, type Part, slice } from '../formats/core/part'
import { piecesOf, sourceOfParts } from '../formats/core/pieced-source'
import { equalBytes, latin1 } from '../formats/core/reader'
import type { Source } from '../formats/core/source'

/** The pieces of a cleaned file, for a recipe, and whether they make other bytes than the original's. */
export interface Pieces {
  readonly pieces: readonly RecipePiece[]
  readonly size: number
  readonly changed: boolean
}

/** A browser that is asked to decode a picture looks at so many bytes to tell its kind (MIME Sniffing §7). */
const HEAD_BYTES = 512

/**
 * Returns the pieces that make the file of these parts out of `original`. Parts that make the very same bytes become one piece,
 * the whole original.
 * @throws {Error} when a part refers to the bytes of another file.
 */
export async function recipeOf(parts: readonly Part[], original: Source): Promise<Pieces> {
  const pieces = piecesOf(parts)
  const size = pieces.at(-1)?.end ?? 0
  if (await areSameBytes(pieces, size, original)) {
    return { pieces: [{ kind: 'slice', start: 0, end: size }], size, changed: false }
  }
  return { pieces: await withHead(pieces, size, original), size, changed: true }
}

/** Returns the parts that a recipe's pieces stand for, so that the proof reads what the guard will put together. */
export function partsOf(pieces: readonly RecipePiece[], original: Source): Part[] {
  return pieces.map((piece) => {
    if (piece.kind === 'slice') return slice('kept', original, piece.start, piece.end)
    return piece.kind === 'bytes' ? fresh('written', latin1Bytes(piece.bytes)) : { name: 'zeros', content: piece }
  })
}

/** Longer runs of zeros are taken for a change, unread. */
const MAX_COMPARED_ZEROS = 256 * 1024

async function areSameBytes(pieces: readonly Piece[], size: number, original: Source): Promise<boolean> {
  if (size !== original.size) return false
  for (const { start, end, content } of pieces) {
    if (content.kind === 'slice' && content.start !== start) return false
    if (content.kind === 'bytes' && !equalBytes(content.bytes, await original.read(start, end))) return false
    if (content.kind === 'zeros' && end - start > MAX_COMPARED_ZEROS) return false
    if (content.kind === 'zeros' && !(await isAllZeros(slice('', original, start, end)))) return false
  }
  return true
}

/**
 * The same bytes with the first of them in one piece: Firefox tells the kind of a picture from the first piece of a Blob
 * alone, and one that begins with the two bytes of a JPEG's SOI would not be decoded by `createImageBitmap`.
 */
async function withHead(pieces: readonly Piece[], size: number, original: Source): Promise<RecipePiece[]> {
  const [first] = pieces
  if (!first || first.end >= Math.min(HEAD_BYTES, size)) return pieces.map((piece) => recipePiece(piece, original))
  const length = Math.min(HEAD_BYTES, size)
  const head = await sourceOfParts(pieces.map(({ content }) => ({ name: '', content }))).read(0, length)
  const rest = pieces.flatMap((piece) => (piece.end > length ? recipePiece(from(piece, length), original) : []))
  return [{ kind: 'bytes', bytes: latin1(head) }, ...rest]
}

/** What of a piece lies at or behind this byte of the file. */
function from({ start, end, content }: Piece, at: number): Piece {
  const off = Math.max(0, at - start)
  if (content.kind === 'slice') return { start, end, content: { ...content, start: content.start + off } }
  if (content.kind === 'bytes') return { start, end, content: { kind: 'bytes', bytes: content.bytes.subarray(off) } }
  return { start, end, content: { kind: 'zeros', length: content.length - off } }
}

function recipePiece({ content }: Piece, original: Source): RecipePiece {
  if (content.kind === 'bytes') return { kind: 'bytes', bytes: latin1(content.bytes) }
  if (content.kind === 'zeros') return content
  if (content.source !== original) throw new Error('a cleaned file has bytes of another file')
  return { kind: 'slice', start: content.start, end: content.end }
}
