import type { Reading } from '../../bridge/audience'

/** There are no private accounts on Bluesky. */
export function readBluesky(): Reading {
  return 'public'
}
