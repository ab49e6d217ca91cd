import { type Clue, ofType } from '../clue'
import type { Finding } from '../finding'

/** Returns one finding for each video inside the photo, in file order. */
export function hiddenVideo(clues: readonly Clue[]): Finding[] {
  return ofType(clues, 'video').map(({ video, source }) => ({
    kind: 'hidden-video',
    severity: 'medium',
    source,
    video,
  }))
}
