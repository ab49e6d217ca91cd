import type { FormatName } from '../formats/format'
import type { BlockType, Part } from '../formats/part'
import type { Source } from '../formats/source'
import { unpack } from './unpack'

/** A block, its pieces put together and unpacked. */
export interface Payload {
  readonly type: BlockType
  /** Of the file the block lies in. */
  readonly format: FormatName
  readonly label: string | undefined
  readonly encoding: 'latin1' | 'utf-8' | undefined
  /** Where in the file: '' for the picture itself, 'second image' for what lies in a second picture. */
  readonly inside: string
  readonly bytes: Uint8Array<ArrayBuffer>
  /** Bytes `start` to `end` of the payload: a slice of the file where that is possible. */
  blob(start: number, end: number): Blob
}

/** Parts whose pieces belong together. */
export interface Pieces {
  readonly type: BlockType
  readonly parts: readonly LocatedPart[]
}

interface LocatedPart {
  readonly part: Part & { readonly block: NonNullable<Part['block']> }
  readonly source: Source
}

/** More than any metadata block that was ever seen; a larger one is reported as unread. */
export const LARGEST_BLOCK = 32 * 1024 * 1024

/** JPEG segments that are pieces of one block under the same name, and the bytes of numbering in front of each piece. */
const SEGMENTED: Readonly<Record<string, number>> = { 'APP13 Photoshop': 0, 'APP1 FLIR': 3 }

/** The annotated parts of a file, pieces of one block together, in the order in which each block begins. */
export function gather(parts: readonly Part[]): Pieces[] {
  const groups = new Map<string, LocatedPart[]>()
  const out: { type: BlockType; parts: LocatedPart[] }[] = []
  for (const part of parts) {
    const { block, content } = part
    if (!block || content.kind !== 'slice') continue
    const numbering = SEGMENTED[block.label ?? '']
    const group = block.group ?? (numbering === undefined ? undefined : block.label)
    const start = Math.min(block.start + (numbering ?? 0), block.end)
    const located = { part: { ...part, block: { ...block, start } }, source: content.source }
    const key = group === undefined ? undefined : `${block.type} ${group} ${insideOf(part)}`
    const known = key === undefined ? undefined : groups.get(key)
    if (known) {
      known.push(located)
      continue
    }
    const pieces = { type: block.type, parts: [located] }
    if (key !== undefined) groups.set(key, pieces.parts)
    out.push(pieces)
  }
  return out
}

export function sizeOf({ parts }: Pieces): number {
  return parts.reduce((sum, { part }) => sum + part.block.end - part.block.start, 0)
}

export function labelOf({ parts }: Pieces): string | undefined {
  return parts[0]?.part.block.label
}

/** The whole block as a slice of the file, read by nobody; only for a block in one piece. */
export function blobOf({ parts }: Pieces): Blob {
  return new Blob(parts.map(({ part, source }) => source.blob.slice(part.block.start, part.block.end)))
}

/** The container path in front of the part's own name: 'second image/APP1 Exif' → 'second image'. */
export function insideOf(part: Part): string {
  const at = part.name.lastIndexOf('/')
  const path = at < 0 ? '' : part.name.slice(0, at)
  return /image|picture|video/.test(path) ? path : ''
}

/**
 * Reads a block into memory.
 * @throws {Malformed} when the packing is broken or the block is larger than {@link LARGEST_BLOCK}, packed or unpacked.
 */
export async function load(pieces: Pieces, format: FormatName): Promise<Payload> {
  const first = pieces.parts[0]
  if (!first) throw new Error('a block without a piece')
  const { part, source } = first
  const { block } = part
  const packed = new Uint8Array(sizeOf(pieces))
  let at = 0
  for (const piece of pieces.parts) {
    packed.set(await piece.source.read(piece.part.block.start, piece.part.block.end), at)
    at += piece.part.block.end - piece.part.block.start
  }
  const bytes = block.packing ? await unpack(packed, block.packing, LARGEST_BLOCK) : packed
  const inFile = !block.packing && pieces.parts.length === 1
  return {
    type: block.type,
    format,
    label: block.label,
    encoding: block.encoding,
    inside: insideOf(part),
    bytes,
    blob: (start, end) =>
      inFile ? source.blob.slice(block.start + start, block.start + end) : new Blob([bytes.slice(start, end)]),
  }
}

/** A block inside of a block. */
export function within(payload: Payload, start: number, end: number): Payload {
  return {
    ...payload,
    bytes: payload.bytes.subarray(start, end),
    blob: (from, to) => payload.blob(start + from, start + to),
  }
}
