import { lengthOf, type Part } from '../formats/core/part'
import type { Format } from '../formats/format'
import type { FormatName } from '../formats/format-facts'
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
  const leaving = new Map<Part, string>()
  const find = async (all: readonly Part[], name: FormatName, prefix: string) => {
    for (const part of all) {
      if (part.embedded) await find(part.embedded.parts, part.embedded.format, `${part.name}/`)
      if (isLargeGap(part, name) || !(await mayStay(part, { name }))) leaving.set(part, `${prefix}${part.name}`)
    }
  }
  await find(parts, format.name, '')

  const rebuilt = await format.rebuild(parts, (part) => !leaving.has(part))
  const removed = new Set([...leaving].flatMap(([part, name]) => (lengthOf(part) > 0 && !part.embedded ? [name] : [])))
  const tells = rebuilt.map(({ name }) => keepRow(format.name, name)?.feature)
  return { parts: rebuilt, removed: [...removed], kept: [...new Set(tells)].filter((tell) => tell !== undefined) }
}

/** Zeros take the place of longer runs unread, zeros or not: a film can have gigabytes of them. */
const MAX_SCANNED_BYTES = 256 * 1024

function isLargeGap(part: Part, format: FormatName): boolean {
  return lengthOf(part) > MAX_SCANNED_BYTES && keepRow(format, part.name)?.zeros === true
}

/**
 * Whether the keep-table of a format lets a part stay as it is; a part that holds a file, when all parts of that may stay. Only parts that may
 * stay as zeros are read.
 */
export async function mayStay(part: Part, { name }: Pick<Format, 'name'>): Promise<boolean> {
  const row = keepRow(name, part.name)
  if (!row) return false
  for (const inner of part.embedded?.parts ?? []) {
    if (part.embedded && !(await mayStay(inner, { name: part.embedded.format }))) return false
  }
  return row.zeros ? isAllZeros(part) : true
}
