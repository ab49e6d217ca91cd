import type { FormatName } from '../format-facts'
import type { Content, Source } from './content'

export type { Content } from './content'

/** What a reader of tags can make of a part; the names are those of the specifications. */
export type BlockType =
  /** A TIFF structure: Exif 3.0 §4.5. */
  | 'exif'
  /** An XMP packet, UTF-8: ISO 16684-1. */
  | 'xmp'
  /** One piece of an ExtendedXMP packet, behind its 40-byte head (GUID, length, offset): XMP part 3 §1.1.3.1. */
  | 'xmp-extended'
  /** Photoshop image resources (8BIM), which carry IPTC-IIM and a thumbnail. */
  | 'photoshop'
  /** Bare IPTC-IIM datasets (1C …). */
  | 'iptc'
  /** A free text: `label` is its keyword or caption field, if it has one. */
  | 'text'
  /** A whole picture of its own: a preview, a second image, a depth map. */
  | 'picture'
  /** A whole video of its own, as in a motion photo. */
  | 'video'
  /** A provenance manifest (C2PA, JUMBF). */
  | 'c2pa'
  /** QuickTime or MP4 metadata atoms (udta, meta, keys/ilst), the boxes themselves. */
  | 'quicktime'
  /** A GoPro GPMF telemetry stream. */
  | 'gpmf'
  /** A creation or modification time in a box of the container; the payload is the big-endian number of seconds since 1904, 4 or 8 bytes. */
  | 'time-1904'
  /** When a Matroska film was made, in UTC; 8 bytes, big-endian, signed: nanoseconds since the beginning of 2001. RFC 9559 §5.1.2.11. */
  | 'time-2001'
  /** When a PNG was changed last, in UTC: year (2 bytes, big-endian), month, day, hour, minute, second. PNG §11.3.4.1. */
  | 'png-time'
  /** Present, private, and nobody could read it; `label` says what is known of it. */
  | 'unknown'

/** The readable payload of a part: bytes `start` (inclusive) to `end` (exclusive) of the same source. */
export interface Block {
  readonly type: BlockType
  readonly start: number
  readonly end: number
  /** How the payload is packed. `raw-profile` is ImageMagick's hexadecimal text in a PNG; `timed-text` samples of a text track, one behind the other. */
  readonly packing?: 'deflate' | 'brotli' | 'raw-profile' | 'raw-profile-deflate' | 'timed-text'
  /** Text encoding of a `text` block. */
  readonly encoding?: 'latin1' | 'utf-8'
  /** A keyword (PNG tEXt), a box name, or what a second picture is for: 'thumbnail', 'preview', 'depth', 'gain map', 'stereo'. */
  readonly label?: string
  /** Parts that carry pieces of one block share a group and follow each other in file order. */
  readonly group?: string
}

/** What a picture is that lies in the file beside the one that everybody sees. */
export type PictureRole = 'gain map' | 'stereo picture' | 'preview' | 'depth map' | 'second image' | 'embedded picture'

/** A run of bytes with one meaning. The parts of a file, in order, tile it: no gap, no overlap. */
export interface Part {
  /** As the specification calls it, from the outside in: 'APP1 Exif', 'moov/udta', 'second image/APP1 XMP', 'after the end'. */
  readonly name: string
  readonly content: Content
  readonly block?: Block
  /** The picture of which it is a part, when that is not the main one; its name begins with the same words. */
  readonly role?: PictureRole
  /** Where it lies, when that is not simply in the file: in a frame with a length of its own, or behind the end of the picture. */
  readonly region?: 'frame' | 'after the end'
  /** What the part is called that `rebuild` makes of it when it does not stay; absent where nothing is made of it. */
  readonly canonical?: string
  /** A file in the file: the bytes of this part, unpacked and taken apart in their turn. */
  readonly embedded?: { readonly format: FormatName; readonly parts: readonly Part[] }
  /**
   * In formats that find bytes by their offset: what stands in the place of the part once it is gone, exactly as long
   * as the part; zeros when absent.
   */
  readonly replacement?: readonly Content[]
  /** What that is called, when it is not just what is left of the part. */
  readonly replacementName?: string
}

/** Returns the parts with those of embedded files behind the part that holds them, which say so by their role. */
export function withEmbedded(parts: readonly Part[]): readonly Part[] {
  if (!parts.some(({ embedded }) => embedded)) return parts
  return parts.flatMap((part) => [
    part,
    ...(part.embedded?.parts ?? []).map(
      (inner): Part => ({ ...inner, name: `embedded picture/${inner.name}`, role: 'embedded picture' }),
    ),
  ])
}

/** A part that refers to bytes `start` to `end` of a source. */
export function slice(name: string, source: Source, start: number, end: number, block?: Block): Part {
  return { name, content: { kind: 'slice', source, start, end }, ...(block && { block }) }
}

/** A part with bytes of its own. */
export function fresh(name: string, bytes: Uint8Array<ArrayBuffer>): Part {
  return { name, content: { kind: 'bytes', bytes } }
}

/** A run of zeros as long as what it replaces, so that offsets elsewhere in the file stay true. */
export function blank(part: Part): Part {
  return { name: part.name, content: { kind: 'zeros', length: lengthOf(part) } }
}

/** Returns how many bytes of the file the part takes up. */
export function lengthOf({ content }: Part): number {
  if (content.kind === 'slice') return content.end - content.start
  return content.kind === 'bytes' ? content.bytes.length : content.length
}

/** Blobs that every blanked run refers to, so that blanking gigabytes costs no memory; made when first needed. */
const ZERO_STEPS = [64 * 1024, 16 * 1024 * 1024] as const
let zeroBlobs: readonly [small: Blob, large: Blob] | undefined

/** Pieces with so many zeros in all. */
function zeros(length: number): BlobPart[] {
  const [small, large] = ZERO_STEPS
  if (length <= small) return [new Uint8Array(length)]
  if (!zeroBlobs) {
    const one = new Blob([new Uint8Array(small)])
    zeroBlobs = [one, new Blob(Array<Blob>(large / small).fill(one))]
  }
  const [one, many] = zeroBlobs
  const rest = length % large
  return [
    ...Array<Blob>(Math.floor(length / large)).fill(many),
    ...Array<Blob>(Math.floor(rest / small)).fill(one),
    new Uint8Array(rest % small),
  ]
}

/**
 * The bytes of the parts, in order, for `new Blob(join(parts))`. Neighbouring slices of one source become one slice.
 * Nothing is read or copied.
 */
export function join(parts: readonly Part[]): BlobPart[] {
  const out: BlobPart[] = []
  let run: { source: Source; start: number; end: number } | undefined
  const flush = () => {
    if (run) out.push(run.source.blob.slice(run.start, run.end))
    run = undefined
  }
  for (const { content } of parts) {
    if (content.kind === 'slice') {
      if (run && run.source === content.source && run.end === content.start) {
        run.end = content.end
        continue
      }
      flush()
      run = { source: content.source, start: content.start, end: content.end }
      continue
    }
    flush()
    if (content.kind === 'bytes') out.push(content.bytes)
    else out.push(...zeros(content.length))
  }
  flush()
  return out
}
