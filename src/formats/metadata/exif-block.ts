import { findEntry } from '../core/ifd'
import { Malformed } from '../core/malformed'
import { equalBytes, Reader } from '../core/reader'

/** Exif 3.0 §4.6.5.1.6: which way up, 1 (as stored) to 8. */
export type Orientation = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8

/** TIFF 6.0 §8, tag Orientation, and §2, type SHORT. */
const ORIENTATION = 0x0112
const SHORT = 3

/**
 * The orientation that a TIFF structure ('II*\0' or 'MM\0*' …, without 'Exif\0\0' in front) states in its first IFD.
 * As in browsers, only a single SHORT from 1 to 8 counts; everything else, broken blocks too, is 1.
 */
export function orientationOf(tiff: Uint8Array): Orientation {
  try {
    return readOrientation(tiff)
  } catch (error) {
    if (error instanceof Malformed) return 1
    throw error
  }
}

function readOrientation(tiff: Uint8Array): Orientation {
  const reader = new Reader(tiff)
  const byteOrder = reader.latin1(2)
  if (byteOrder !== 'II' && byteOrder !== 'MM') return 1
  reader.littleEndian = byteOrder === 'II'
  if (reader.u16() !== 42) return 1
  const entry = findEntry(reader, reader.u32(), ORIENTATION)
  if (entry?.type !== SHORT || entry.count !== 1) return 1
  const value = reader.seek(entry.valueAt).u16()
  return isOrientation(value) ? value : 1
}

function isOrientation(value: number): value is Orientation {
  return Number.isInteger(value) && value >= 1 && value <= 8
}

/** A whole TIFF structure, big-endian, 26 bytes, whose only tag is Orientation; without 'Exif\0\0' in front. */
export function oneTagExif(orientation: Orientation): Uint8Array<ArrayBuffer> {
  const header = [0x4d, 0x4d, 0, 42, 0, 0, 0, 8]
  const entry = [0x01, 0x12, 0, SHORT, 0, 0, 0, 1, 0, orientation, 0, 0]
  const noNextIfd = [0, 0, 0, 0]
  return Uint8Array.from([...header, 0, 1, ...entry, ...noNextIfd])
}

/** Whether these bytes are exactly what `oneTagExif` writes for a turned picture (2 to 8), so that they may stay. */
export function isOneTagExif(tiff: Uint8Array): boolean {
  const orientation = orientationOf(tiff)
  return orientation !== 1 && equalBytes(tiff, oneTagExif(orientation))
}
