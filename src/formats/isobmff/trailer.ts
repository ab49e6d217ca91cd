import { latin1 } from '../core/reader'
import type { Source } from '../core/source'

/** Cameras for all-round films end what they write behind the last box with a mark: Insta360's, as ExifTool's QuickTime.pm has it. */
const TRAILERS: readonly (readonly [mark: string, label: string])[] = [
  ['8db42d694ccc418790edff439fe026bf', 'Insta360 trailer'],
]

/** Length of the longest mark, which ends the file. */
export const TRAILER_MARK_BYTES = 32

/** Returns the name of the trailer that a file ends with; undefined where it ends with none that is known. */
export async function trailerLabel(source: Source): Promise<string | undefined> {
  const tail = latin1(await source.read(Math.max(0, source.size - TRAILER_MARK_BYTES), source.size))
  return TRAILERS.find(([mark]) => tail.endsWith(mark))?.[1]
}
