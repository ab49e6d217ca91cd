import { lengthOf, type Part } from '../formats/core/part'
import type { Format } from '../formats/format'
import { type KeptFeature, keepRow } from './keep'
import { isAllZeros } from './zeros'

export interface Cleaned {
  /** The parts of the cleaned file, for `join`. */
  readonly parts: readonly Part[]
  /** Names of the parts that went or were blanked, each once, in file order. */
  readonly removed: readonly string[]
  /** What stays beyond the picture itself, each once. */
  readonly kept: readonly KeptFeature[]
}

/**
 * Filters the parts of a file by the keep-table and lets the format repair what depends on the parts that went.
 * @throws {Malformed} when the rest would no longer be a valid file.
 */
export async function clean(parts: readonly Part[], format: Format): Promise<Cleaned> {
  const leaving = new Set<Part>()
  for (const part of parts) if (isLargeGap(part, format) || !(await mayStay(part, format))) leaving.add(part)

  const rebuilt = await format.rebuild(parts, (part) => !leaving.has(part))
  const removed = new Set([...leaving].filter((part) => lengthOf(part) > 0).map(({ name }) => name))
  const tells = rebuilt.map(({ name }) => keepRow(format.name, name)?.feature)
  return { parts: rebuilt, removed: [...removed], kept: [...new Set(tells)].filter((tell) => tell !== undefined) }
}

/** Zeros take the place of longer runs unread, zeros or not: a film can have gigabytes of them. */
const MAX_SCANNED_BYTES = 256 * 1024

function isLargeGap(part: Part, format: Format): boolean {
  return lengthOf(part) > MAX_SCANNED_BYTES && keepRow(format.name, part.name)?.zeros === true
}

/** Whether the keep-table lets a part stay as it is. Only parts that may stay as zeros are read. */
export async function mayStay(part: Part, format: Format): Promise<boolean> {
  const row = keepRow(format.name, part.name)
  if (!row) return false
  return row.zeros ? isAllZeros(part) : true
}
