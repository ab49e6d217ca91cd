import type { Source } from './source'

/** What a search through the bytes of a file found. */
export interface Found {
  /** Offset of what was looked for. */
  readonly at: number
  /** The search looked at the bytes up to here, and at no others. */
  readonly seen: number
}

/** Searches over fewer bytes are as quickly done again. */
const MIN_KNOWN_BYTES = 4096

const KNOWN = new WeakMap<Source, Map<number, Found>>()

/**
 * What `search` finds from an offset on; not searched again where the same bytes of the same file were searched before,
 * as the picture in a cleaned copy was while the original was taken apart.
 * @param search must depend on nothing but the bytes from `from` on; null when there is nothing.
 */
export async function searchOnce(
  source: Source,
  from: number,
  search: () => Promise<Found | null>,
  known = knownOf(source, from) ?? knownOfPiece(source, from, knownOf),
): Promise<Found | null> {
  if (known) return known
  const found = await search()
  if (found && found.seen - from >= MIN_KNOWN_BYTES) {
    const all = KNOWN.get(source) ?? new Map<number, Found>()
    KNOWN.set(source, all.set(from, found))
  }
  return found
}

function knownOf(source: Source, from: number): Found | null {
  return KNOWN.get(source)?.get(from) ?? null
}

/**
 * As {@link searchOnce}, for a search that finds the first place of its kind: one that began further in front found the same, unless
 * it ended before `from`.
 */
export function searchFirstOnce(
  source: Source,
  from: number,
  search: () => Promise<Found | null>,
): Promise<Found | null> {
  return searchOnce(source, from, search, knownBefore(source, from) ?? knownOfPiece(source, from, knownBefore))
}

function knownBefore(source: Source, from: number): Found | null {
  for (const [began, found] of KNOWN.get(source) ?? []) if (began <= from && from <= found.at) return found
  return null
}

/** Only what lies in one piece as a whole, for what follows it may be other bytes. */
function knownOfPiece(
  source: Source,
  from: number,
  knownOf: (source: Source, from: number) => Found | null,
): Found | null {
  const piece = source.pieceAt?.(from)
  if (piece?.content.kind !== 'slice') return null
  const moved = piece.start - piece.content.start
  const known = knownOf(piece.content.source, from - moved)
  return known && known.seen <= piece.content.end ? { at: known.at + moved, seen: known.seen + moved } : null
}
