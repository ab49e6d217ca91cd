import type { KeepRow, KeepTable } from './table'

/** Rows for boxes that lie in one other box. */
export function boxesIn(parent: string, row: KeepRow | string, types: readonly string[]): KeepTable {
  const shared = typeof row === 'string' ? { why: row } : row
  return Object.fromEntries(types.map((type) => [parent === '' ? type : `${parent}/${type}`, shared]))
}

/** Blanked space keeps its length, so that every offset in the file stays true. */
export const BLANKED: KeepRow = { why: 'blanked, or never used; its length keeps offsets true', zeros: true }

/** Containers, the free space in them, and the padding after their last box. */
export function containers(paths: readonly string[]): KeepTable {
  return {
    ...boxesIn('', 'holds the boxes of the structure', paths),
    ...Object.fromEntries(paths.flatMap((path) => freeIn(`${path}/`))),
  }
}

function freeIn(prefix: string): [string, KeepRow][] {
  return [
    [`${prefix}free`, { why: 'free space' }],
    [`${prefix}skip`, { why: 'free space' }],
    [`${prefix}free/rest`, BLANKED],
    [`${prefix}skip/rest`, BLANKED],
    [`${prefix}rest`, BLANKED],
  ]
}
