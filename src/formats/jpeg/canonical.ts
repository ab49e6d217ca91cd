import { equalBytes, startsWith } from '../core/reader'
import { isOneTagExif } from '../metadata/exif-block'
import { gainMapOf, gainMapXmp, hdrContainerXmp, lengthInContainer } from './hdr-xmp'
import { isoGainMap } from './iso-21496'
import { readMpf, writeMpf } from './mpf'
import { panoramaOf, panoramaXmp } from './panorama-xmp'

/**
 * The name under which a segment may stay, for segments that hold nothing but what cleaning itself would write or what
 * a decoder needs; null for all others.
 * @param name as `application` gave it
 * @param payload behind marker and length; only its beginning when `whole` is false
 */
export function canonicalName(name: string, payload: Uint8Array, whole: boolean): string | null {
  if (name === 'APP2 ICC_PROFILE cut') return payload.length > 14 ? 'APP2 ICC_PROFILE' : null
  return whole ? (CANONICAL[name]?.(payload) ?? null) : null
}

/** JFIF 1.02: identifier, version, units, densities, and a thumbnail of 0 × 0. */
const JFIF_BYTES = 14
/** Apple's mark behind JFIF for files with several pictures. */
const AMPF = 'AMPF'
/** Adobe TN 5116 §18: identifier, version, two flags, transform. */
export const ADOBE_BYTES = 12

const CANONICAL: Readonly<Record<string, (payload: Uint8Array) => string | null>> = {
  'APP0 JFIF with more': (payload) => {
    if (payload[12] !== 0 || payload[13] !== 0) return null
    if (payload.length === JFIF_BYTES) return 'APP0 JFIF'
    return payload.length === JFIF_BYTES + AMPF.length && startsWith(payload, AMPF, JFIF_BYTES)
      ? 'APP0 JFIF AMPF'
      : null
  },
  'APP14 Adobe with more': (payload) => (payload.length === ADOBE_BYTES ? 'APP14 Adobe' : null),
  'APP1 Exif': (payload) => (isOneTagExif(payload.subarray(6)) ? 'APP1 Exif orientation' : null),
  'APP1 XMP': (payload) => {
    const length = lengthInContainer(payload)
    if (length !== null && equalBytes(payload, hdrContainerXmp(length))) return 'APP1 XMP HDR container'
    const panorama = panoramaOf(payload)
    if (panorama && equalBytes(payload, panoramaXmp(panorama))) return 'APP1 XMP panorama'
    const numbers = gainMapOf(payload)
    return numbers && equalBytes(payload, gainMapXmp(numbers)) ? 'APP1 XMP gain map numbers' : null
  },
  'APP2 ISO 21496-1': (payload) => {
    const kind = isoGainMap(payload)
    return kind && `APP2 ISO 21496-1 ${kind}`
  },
  'APP2 MPF': (payload) => {
    const images = readMpf(payload)
    return images.length > 0 && equalBytes(payload, writeMpf(images)) ? 'APP2 MPF offsets' : null
  },
}
