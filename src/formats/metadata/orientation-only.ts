import { startsWith } from '../core/reader'
import { isOneTagExif, oneTagExif, orientationOf } from './exif-block'

/** APP1's signature, which some writers put in front of the TIFF structure in PNG and WebP as well. */
const SIGNATURE = 'Exif\0\0'

/** Bytes in front of the TIFF structure of an Exif payload: 6 where the signature of a JPEG's APP1 stands there, else 0. */
export function tiffOffset(payload: Uint8Array): number {
  return startsWith(payload, SIGNATURE) ? SIGNATURE.length : 0
}

/**
 * An Exif payload cut down to which way up the picture is, or null when it is not turned. A signature in front stays,
 * because readers that stop at it would otherwise turn a picture that they showed as it is stored.
 */
export function orientationOnly(payload: Uint8Array): Uint8Array<ArrayBuffer> | null {
  const offset = tiffOffset(payload)
  const orientation = orientationOf(payload.subarray(offset))
  if (orientation === 1) return null
  return Uint8Array.from([...payload.subarray(0, offset), ...oneTagExif(orientation)])
}

/** Whether this payload is exactly what `orientationOnly` writes. */
export function isOrientationOnly(payload: Uint8Array): boolean {
  return isOneTagExif(payload.subarray(tiffOffset(payload)))
}
