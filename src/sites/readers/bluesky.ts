import type { Reading } from './reading'

/** There are no private accounts on Bluesky. */
export function readBluesky(): Reading {
  return 'public'
}
