import { latin1 } from '../core/reader'

/** ISO 21496-1: identifier of the APP2 segments, in the picture and in its gain map. */
export const ISO_21496 = 'urn:iso:std:iso:ts:21496:-1\0'

/** minimum_version and writer_version, 16 bits each, then flags. */
const VERSIONS = 4
const FLAGS = 1
const MULTICHANNEL = 0x80
/** libultrahdr's form with one denominator for all numbers. */
const COMMON_DENOMINATOR = 0x08
/** Two headrooms, and for each channel five numbers; each a numerator and a denominator of 32 bits. */
const RATIONAL = 8

/**
 * What such a payload is: 'version' in the picture itself, 'numbers' in the gain map; null when it is not exactly as
 * long as the standard says, so that nothing can hide in it.
 */
export function isoGainMap(payload: Uint8Array): 'version' | 'numbers' | null {
  const content = payload.subarray(ISO_21496.length)
  if (latin1(payload.subarray(0, ISO_21496.length)) !== ISO_21496) return null
  if (content.length === VERSIONS) return 'version'
  const flags = content[VERSIONS] ?? 0
  const channels = flags & MULTICHANNEL ? 3 : 1
  const rationals = 2 + 5 * channels
  const size = flags & COMMON_DENOMINATOR ? 4 + (rationals * RATIONAL) / 2 : rationals * RATIONAL
  return content.length === VERSIONS + FLAGS + size ? 'numbers' : null
}
