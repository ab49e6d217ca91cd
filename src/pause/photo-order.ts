import { KINDS } from '../findings/finding'
import type { Item } from '../review/review-session'
import { inOrder } from '../words/headline'

/** Returns the places of files as they are shown: what could not be checked, then the most telling first, in the end what says nothing. */
export function shownOrder(items: readonly Item[]): number[] {
  return items
    .map((item, at) => ({ at, weight: weight(item) }))
    .sort((one, other) => one.weight - other.weight)
    .map(({ at }) => at)
}

function weight({ outcome, trouble, inspection }: Item): number {
  if (trouble) return -1
  const [first] = inOrder(inspection?.findings ?? [])
  return outcome || !first ? KINDS.length : KINDS.indexOf(first.kind)
}
