import { Malformed } from '../core/malformed'
import { Reader, startsWith } from '../core/reader'
import type { Source } from '../core/source'

/** Bytes at the start of a strip in which its markers are looked for; an abbreviated stream has a few hundred before its scan. */
const HEAD = 64 * 1024

/**
 * Strips and tiles that are JPEG streams (TIFF technical note 2) have no business with segments of their own but tables.
 * @throws {Malformed} when one carries a comment or an application segment other than a bare JFIF or Adobe one.
 */
export async function refuseJpegMetadata(
  source: Source,
  strips: readonly { start: number; end: number }[],
): Promise<void> {
  for (const { start, end } of strips) {
    if (end - start < 4) continue
    const reader = new Reader(await source.read(start, Math.min(end, start + HEAD)))
    if (reader.u16() !== 0xffd8) continue
    for (let marker = markerOf(reader); marker !== SOS && marker !== EOI; marker = markerOf(reader)) {
      const payload = reader.take(reader.u16() - 2)
      if (marker === COM || (isApplication(marker) && !isBare(payload))) {
        throw new Malformed('a strip coded as JPEG carries metadata of its own')
      }
    }
  }
}

/** ITU-T T.81 table B.1. */
const SOS = 0xda
const EOI = 0xd9
const COM = 0xfe

function isApplication(marker: number): boolean {
  return marker >= 0xe0 && marker <= 0xef
}

function isBare(payload: Uint8Array): boolean {
  return (
    (startsWith(payload, 'JFIF\0') && payload.length === 14) || (startsWith(payload, 'Adobe') && payload.length === 12)
  )
}

function markerOf(reader: Reader): number {
  if (reader.u8() !== 0xff) throw new Malformed('a strip coded as JPEG has bytes between its segments')
  let marker = reader.u8()
  while (marker === 0xff) marker = reader.u8()
  return marker
}
