import { type Clue, saying } from '../clue'
import type { Finding } from '../finding'

export function hiddenVideo(clues: readonly Clue[]): Finding[] {
  return saying(clues, 'video').map(({ video, source }) => ({
    kind: 'hidden-video',
    severity: 'medium',
    source,
    video,
  }))
}
