/** Second bytes of the markers; ITU-T T.81 Table B.1. The first byte is always 0xFF. */
export const SOI = 0xd8
export const EOI = 0xd9
export const SOS = 0xda
export const APP0 = 0xe0
export const APP15 = 0xef
export const COM = 0xfe
/** SOF55 of JPEG-LS; ITU-T T.87 Annex C. */
export const JPEG_LS = 0xf7

const NAMES: Readonly<Record<number, string>> = {
  196: 'DHT',
  200: 'JPG',
  204: 'DAC',
  [SOI]: 'SOI',
  [EOI]: 'EOI',
  [SOS]: 'SOS',
  219: 'DQT',
  220: 'DNL',
  221: 'DRI',
  222: 'DHP',
  223: 'EXP',
  [COM]: 'COM',
}

/** The name in the standard, for codes from 0xC0 on; 'APP1' alone says nothing of what is in it. */
export function markerName(code: number): string {
  const known = NAMES[code]
  if (known) return known
  if (code < 0xd0) return `SOF${code - 0xc0}`
  if (code >= APP0 && code <= APP15) return `APP${code - APP0}`
  return `JPG${code - 0xf0}`
}

/** RST0 to RST7 stand between runs of entropy-coded data and have no length. */
export function isRestart(code: number): boolean {
  return code >= 0xd0 && code <= 0xd7
}

/**
 * Whether decoders take this for a marker with a meaning. Stuffed zeros, TEM and the reserved codes below 0xC0 are not:
 * libjpeg skips them when it looks for a marker.
 */
export function isMarker(code: number): boolean {
  return code >= 0xc0 && code !== 0xff
}
