import { Malformed } from '../../formats/core/malformed'
import { type Block, type BlockType, type Part, withEmbedded } from '../../formats/core/part'
import { Reader } from '../../formats/core/reader'
import type { Source } from '../../formats/core/source'
import type { FormatName } from '../../formats/format-facts'
import type { Clue } from '../clue'
import { compactTiff } from './compact-tiff'
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
  /** Bytes of the block in the file; `bytes` are fewer where only the directories of a large TIFF structure are in memory. */
  readonly size: number
  /** Bytes `start` to `end` of the payload: a slice of the file where that is possible. */
  blob(start: number, end: number): Blob
}

/** What a block says. Throws {@link Malformed} when the block is not what it should be. */
export type ClueReader = (payload: Payload) => Clue[] | Promise<Clue[]>

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
const MAX_BLOCK_BYTES = 32 * 1024 * 1024
/** What a packed block may become: a bomb of a few kilobytes must not cost many times the memory of the photo. */
const MAX_UNPACKED_BYTES = 8 * 1024 * 1024
/** A parsed packet takes many times its size; the largest real ones carry a depth map. */
const MAX_XMP_BYTES = 8 * 1024 * 1024

/** JPEG segments that are pieces of one block under the same name, and the bytes of numbering in front of each piece. */
const SEGMENTED: Readonly<Record<string, number>> = { 'APP13 Photoshop': 0, 'APP1 FLIR': 3 }

/** Above this a TIFF structure is most likely a TIFF file, pixels and all. */
const MAX_WHOLE_TIFF_BYTES = 256 * 1024

/** The annotated parts of a file, pieces of one block together, in the order in which each block begins. */
export function gather(parts: readonly Part[]): Pieces[] {
  const groups = new Map<string, LocatedPart[]>()
  const out: { type: BlockType; parts: LocatedPart[] }[] = []
  const seen = new Set<string>()
  for (const part of withEmbedded(parts)) {
    const { block, content } = part
    if (!block || content.kind !== 'slice') continue
    // A block that other boxes cut through lies on several parts, each of which points at the whole of it.
    const place = `${block.type} ${block.start} ${block.end} ${block.label} ${insideOf(part)}`
    if (seen.has(place)) continue
    seen.add(place)
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

/** Returns the bytes of the block in the file, packed, over all its pieces. */
export function sizeOf({ parts }: Pieces): number {
  return parts.reduce((sum, { part }) => sum + part.block.end - part.block.start, 0)
}

/** Returns what the container calls the block, from its first piece; undefined where it has no name. */
export function labelOf({ parts }: Pieces): string | undefined {
  return parts[0]?.part.block.label
}

/** As much of a block that nobody can read as is looked through for texts. */
const MAX_HEAD_BYTES = 64 * 1024

/** Returns the beginning of a block's first piece, as it lies in the file. */
export async function headOf({ parts: [first] }: Pieces): Promise<Uint8Array> {
  if (!first) return new Uint8Array(0)
  const { start, end } = first.part.block
  return first.source.read(start, Math.min(end, start + MAX_HEAD_BYTES))
}

/** The whole block as a slice of the file, read by nobody; only for a block in one piece. */
export function blobOf({ parts }: Pieces): Blob {
  return new Blob(parts.map(({ part, source }) => source.blob.slice(part.block.start, part.block.end)))
}

/** Returns what the picture is that a part belongs to, 'second image' say; '' for the one that everybody sees. */
export function insideOf({ role }: Part): string {
  return role ?? ''
}

/**
 * Reads a block into memory.
 * @throws {Malformed} when the packing is broken or the block is larger than {@link MAX_BLOCK_BYTES}, or unpacked than {@link MAX_UNPACKED_BYTES}.
 */
export async function load(pieces: Pieces, format: FormatName): Promise<Payload> {
  const first = pieces.parts[0]
  if (!first) throw new Error('a block without a piece')
  const { part, source } = first
  const { block } = part
  const inFile = !block.packing && pieces.parts.length === 1
  const bytes =
    inFile && block.type === 'exif' && sizeOf(pieces) > MAX_WHOLE_TIFF_BYTES
      ? await compactTiff((from, to) =>
          source.read(Math.min(block.start + from, block.end), Math.min(block.start + to, block.end)),
        )
      : await unpacked(pieces, block.packing)
  return {
    type: block.type,
    format,
    label: block.label,
    encoding: block.encoding,
    inside: insideOf(part),
    bytes,
    size: inFile ? block.end - block.start : bytes.length,
    blob: (start, end) =>
      inFile ? source.blob.slice(block.start + start, block.start + end) : new Blob([bytes.slice(start, end)]),
  }
}

const LINE_FEED = 0x0a

async function unpacked(pieces: Pieces, packing: Block['packing']): Promise<Uint8Array<ArrayBuffer>> {
  const size = sizeOf(pieces)
  if (size > (pieces.type.startsWith('xmp') ? MAX_XMP_BYTES : MAX_BLOCK_BYTES))
    throw new Malformed(`a block of ${size} bytes`)
  // Pieces of subtitles are lines; those of anything else follow each other without a gap.
  const gap = pieces.type === 'text' && labelOf(pieces) === 'subtitles' && !packing ? 1 : 0
  const packed = new Uint8Array(size + gap * pieces.parts.length).fill(gap * LINE_FEED)
  let at = 0
  for (const { part, source } of await inOrder(pieces)) {
    packed.set(await source.read(part.block.start, part.block.end), at)
    at += part.block.end - part.block.start + gap
  }
  return packing ? unpack(packed, packing, MAX_UNPACKED_BYTES) : packed
}

/** Pieces of an ExtendedXMP packet say their place in the four bytes in front of them (XMP part 3 §1.1.3.1); others lie in order. */
async function inOrder({ type, parts }: Pieces): Promise<readonly LocatedPart[]> {
  if (type !== 'xmp-extended') return parts
  const placed: { piece: LocatedPart; at: number }[] = []
  for (const piece of parts) {
    const { start } = piece.part.block
    placed.push({ piece, at: start < 4 ? 0 : new Reader(await piece.source.read(start - 4, start)).u32() })
  }
  return placed.sort((a, b) => a.at - b.at).map(({ piece }) => piece)
}

/** A block inside of a block. */
export function within(payload: Payload, start: number, end: number): Payload {
  return {
    ...payload,
    bytes: payload.bytes.subarray(start, end),
    size: end - start,
    blob: (from, to) => payload.blob(start + from, start + to),
  }
}
