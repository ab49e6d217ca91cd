import { latin1 } from '../core/reader'
import type { Source } from '../core/source'
import { windows } from './windows'

/**
 * So many letters in a row do not happen in entropy-coded data by chance (once in 10^13 bytes), only in flat pictures
 * whose code is a row of letters.
 */
const LETTERS = 32

/** First words of films and last words of trailers that programs hang behind a picture. */
const SIGNATURE = /ftyp|moov|SEFT|AXS[!*]|CANON OPTIONAL DATA|cbipcbbl|zmie/

/**
 * Whether something other than a picture seems to stand in bytes `start` to `end`. Asked only for data that no end of
 * image closes, where the walk cannot tell what belongs to the picture.
 */
export async function seemsForeign(source: Source, start: number, end: number): Promise<boolean> {
  let letters = 0
  let tail = ''
  for await (const { bytes } of windows(source, start, end)) {
    for (const byte of bytes) {
      letters = byte >= 0x20 && byte < 0x7f ? letters + 1 : 0
      if (letters >= LETTERS) return true
    }
    const text = tail + latin1(bytes)
    if (SIGNATURE.test(text)) return true
    tail = text.slice(-LETTERS)
  }
  return false
}
