import { findEntry, offsetIn } from '../core/ifd'
import { Malformed } from '../core/malformed'
import { Reader } from '../core/reader'

/** Exif 3.0 §4.6.3 and §4.6.5; Apple's maker note begins with this text and counts its offsets from there. */
const EXIF_IFD = 0x8769
const MAKER_NOTE = 0x927c
const APPLE = 'Apple iOS\0'
const APPLE_IFD = 14
const HDR_HEADROOM = 0x21
const HDR_GAIN = 0x30

/**
 * How much brighter than white an iPhone's gain map can get, from two numbers in the maker note of a TIFF structure; null
 * when they are not there. The formula is Apple's ("Applying Apple HDR effect to your photos"), for photos whose gain
 * map does not state the headroom itself.
 */
export function appleHeadroom(tiff: Uint8Array): number | null {
  try {
    return readHeadroom(tiff)
  } catch (error) {
    if (error instanceof Malformed) return null
    throw error
  }
}

function readHeadroom(tiff: Uint8Array): number | null {
  const reader = new Reader(tiff)
  reader.littleEndian = reader.latin1(2) === 'II'
  const first = reader.skip(2).u32()
  const exif = findEntry(reader, first, EXIF_IFD)
  const note = exif && findEntry(reader, offsetIn(reader, exif), MAKER_NOTE)
  if (!note) return null
  const noteAt = offsetIn(reader, note)
  if (reader.seek(noteAt).latin1(APPLE.length) !== APPLE) return null
  const apple = new Reader(reader.seek(noteAt).take(note.count))
  apple.littleEndian = apple.seek(APPLE_IFD - 2).latin1(2) === 'II'
  const headroom = rational(apple, HDR_HEADROOM)
  const gain = rational(apple, HDR_GAIN)
  return headroom === null || gain === null ? null : 2 ** Math.max(0, stops(headroom, gain))
}

function stops(headroom: number, gain: number): number {
  if (headroom < 1) return gain <= 0.01 ? -20 * gain + 1.8 : -0.101 * gain + 1.601
  // biome-ignore lint/suspicious/noApproximativeNumericConstant: 2.303 is Apple's number, not a logarithm.
  return gain <= 0.01 ? -70 * gain + 3 : -0.303 * gain + 2.303
}

function rational(reader: Reader, tag: number): number | null {
  const entry = findEntry(reader, APPLE_IFD, tag)
  if (!entry) return null
  const signed = reader.seek(offsetIn(reader, entry)).u32() | 0
  const denominator = reader.u32() | 0
  return denominator === 0 ? null : signed / denominator
}
