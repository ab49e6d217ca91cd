import { Malformed, Uncheckable } from '../core/malformed'
import type { Block } from '../core/part'
import { Reader, startsWith } from '../core/reader'
import type { Source } from '../core/source'

/** Bytes `start` to `end` of the file. */
export interface Range {
  readonly start: number
  readonly end: number
}

/** Bytes inside of a strip that no decoder of it needs; `block` is absent where they are zeros already. */
export interface Hole extends Range {
  readonly block?: Block
}

/** JFIF 1.02 up to the thumbnail's size, which becomes 0 × 0; Adobe TN 5116 §18. */
const NEEDED_BYTES = 12

/** More segments in front of a scan than any encoder writes. */
const MAX_SEGMENTS = 1024

/**
 * Strips and tiles that are JPEG streams (TIFF technical note 2) have no business with segments of their own but tables:
 * returns the payloads of comments and application segments in front of a strip's first scan, but for what is needed of a JFIF
 * or Adobe one; none where the strip is no stream. Blanked, they are empty segments that every decoder skips.
 * @throws {Malformed} when the stream is not made of segments.
 */
export async function holesIn(source: Source, { start, end }: Range): Promise<Hole[]> {
  if (end - start < 4 || !startsWith(await source.read(start, start + 2), '\xff\xd8')) return []
  const holes: Hole[] = []
  let at = start + 2
  for (let count = 0; count < MAX_SEGMENTS; count++) {
    const { marker, position } = await markerAt(source, at, end)
    if (marker === SOS || marker === EOI) return holes
    const payload = position + 4
    at = position + 2 + new Reader(await source.read(position + 2, payload)).u16()
    if (at < payload || at > end) throw new Malformed('a segment ends outside of its strip')
    if (marker === COM || isApplication(marker)) holes.push(...(await holeIn(source, payload, at)))
  }
  throw new Uncheckable(`more than ${MAX_SEGMENTS} segments in a strip`)
}

async function holeIn(source: Source, start: number, end: number): Promise<Hole[]> {
  const payload = await source.read(start, end)
  const isNeeded = startsWith(payload, 'JFIF\0') || startsWith(payload, 'Adobe')
  const from = isNeeded ? Math.min(start + NEEDED_BYTES, end) : start
  if (from === end) return []
  if (payload.subarray(from - start).every((byte) => byte === 0)) return [{ start: from, end }]
  return [{ start: from, end, block: blockOf(payload, from, end) }]
}

function blockOf(payload: Uint8Array, start: number, end: number): Block {
  if (startsWith(payload, 'Exif\0\0')) return { type: 'exif', start: start + 6, end }
  if (startsWith(payload, XMP)) return { type: 'xmp', start: start + XMP.length, end }
  return { type: 'text', label: 'comment in a strip', start, end }
}

const XMP = 'http://ns.adobe.com/xap/1.0/\0'

/** ITU-T T.81 table B.1. */
const SOS = 0xda
const EOI = 0xd9
const COM = 0xfe

function isApplication(marker: number): boolean {
  return marker >= 0xe0 && marker <= 0xef
}

/** The marker at an offset, behind fill bytes. */
async function markerAt(source: Source, at: number, end: number): Promise<{ marker: number; position: number }> {
  let position = at
  for (;;) {
    if (position + 2 > end) throw new Malformed('a strip coded as JPEG ends before its picture')
    const [prefix, marker = 0] = await source.read(position, position + 2)
    if (prefix !== 0xff) throw new Malformed('a strip coded as JPEG has bytes between its segments')
    if (marker !== 0xff) return { marker, position }
    position++
  }
}
