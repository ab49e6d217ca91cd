/**
 * A run of a cleaned file's bytes: bytes `start` (inclusive) to `end` (exclusive) of the original, bytes written afresh, one
 * character each (ISO 8859-1), or `length` zeros in the place of what went. Firefox lets no content script read a typed array
 * that came by a message.
 */
export type RecipePiece =
  | { readonly kind: 'slice'; readonly start: number; readonly end: number }
  | { readonly kind: 'bytes'; readonly bytes: string }
  | { readonly kind: 'zeros'; readonly length: number }

/**
 * How a cleaned file is put together by whoever holds the original. It is as large as the metadata, not as the picture, and
 * crosses processes in the file's place.
 */
export interface Recipe {
  readonly name: string
  /** Media type of the file. */
  readonly type: string
  /** Bytes of the file: the sum of its pieces. */
  readonly size: number
  readonly pieces: readonly RecipePiece[]
}

/** Returns the file that the recipe makes of the original. Nothing is read; no byte is copied but the fresh ones. */
export function fileFrom({ name, type, pieces }: Recipe, original: Blob): File {
  const parts = pieces.flatMap((piece): BlobPart[] => {
    if (piece.kind === 'slice') return [original.slice(piece.start, piece.end)]
    return piece.kind === 'bytes' ? [freshBytes(piece.bytes)] : zeros(piece.length)
  })
  // The moment of cleaning stands in for the moment of the photo.
  return new File(parts, name, { type, lastModified: Date.now() })
}

function freshBytes(text: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(text.length)
  for (let at = 0; at < bytes.length; at++) bytes[at] = text.charCodeAt(at)
  return bytes
}

const ZERO_STEPS_BYTES = [16 * 1024 * 1024, 64 * 1024] as const

/** Returns so many zeros in all. Many are Blobs that refer to one another, so that gigabytes cost no memory. */
function zeros(length: number): BlobPart[] {
  const [large, small] = ZERO_STEPS_BYTES
  const blobs: BlobPart[] = [new Uint8Array(length % small)]
  if (length < small) return blobs
  const one = new Blob([new Uint8Array(small)])
  blobs.push(...Array<Blob>(Math.floor((length % large) / small)).fill(one))
  if (length < large) return blobs
  const many = new Blob(Array<Blob>(large / small).fill(one))
  return [...blobs, ...Array<Blob>(Math.floor(length / large)).fill(many)]
}

/**
 * Returns a recipe for this original, made anew from the value's own properties, or null when the value is anything else: a
 * piece that lies outside of the original, a size that is not the sum of the pieces, a name with a folder in it.
 */
export function parseRecipe(value: unknown, original: Blob): Recipe | null {
  const { name, type, size, pieces } = ownOf(value)
  if (typeof name !== 'string' || name === '' || name.includes('/') || typeof type !== 'string') return null
  if (!Array.isArray(pieces)) return null
  const parsed: RecipePiece[] = []
  let sum = 0
  for (const given of pieces) {
    const piece = parsePiece(given, original.size)
    if (!piece) return null
    parsed.push(piece)
    sum += lengthOf(piece)
  }
  return size === sum && Number.isSafeInteger(sum) && sum > 0 ? { name, type, size: sum, pieces: parsed } : null
}

function parsePiece(value: unknown, originalSize: number): RecipePiece | null {
  const { kind, start, end, bytes, length } = ownOf(value)
  if (kind === 'slice' && isCount(start) && isCount(end) && start < end && end <= originalSize)
    return { kind, start, end }
  if (kind === 'bytes' && typeof bytes === 'string' && /^[\0-\xff]*$/.test(bytes)) return { kind, bytes }
  return kind === 'zeros' && isCount(length) ? { kind, length } : null
}

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0

function lengthOf(piece: RecipePiece): number {
  if (piece.kind === 'slice') return piece.end - piece.start
  return piece.kind === 'bytes' ? piece.bytes.length : piece.length
}

/** Returns the value's own properties, so that nothing is taken from a prototype; none of anything that is no object. */
function ownOf(value: unknown): Record<string, unknown> {
  return Object.assign(Object.create(null), value)
}
