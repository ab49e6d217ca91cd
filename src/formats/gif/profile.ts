import { concat } from '../core/bytes'
import type { Source } from '../core/source'
import { MAX_PROFILE_BYTES, withoutScreen } from '../metadata/icc'
import { subBlocks } from './sub-blocks'

/** The largest profile in whole sub-blocks has as many. */
const MAX_PIECES = Math.ceil(MAX_PROFILE_BYTES / 255)

/**
 * A colour profile in sub-blocks without what identifies a screen, as long as it was; null when there is nothing of the
 * kind in it. The application extension ICCRGBG1012 is described in ICC.1:2022 Annex B.6.
 * @param start where the sub-blocks begin. @param end behind the empty one.
 */
export async function neutralProfile(
  source: Source,
  start: number,
  end: number,
): Promise<Uint8Array<ArrayBuffer> | null> {
  if (end - start > MAX_PROFILE_BYTES) return null
  const packed = Uint8Array.from(await source.read(start, end))
  const pieces = []
  for await (const piece of subBlocks(source, start, end)) {
    if (pieces.length === MAX_PIECES) return null
    pieces.push(packed.subarray(piece.start - start, piece.end - start))
  }
  const neutral = withoutScreen(concat(...pieces))
  if (!neutral) return null
  let at = 0
  for (const piece of pieces) {
    piece.set(neutral.subarray(at, at + piece.length))
    at += piece.length
  }
  return packed
}
