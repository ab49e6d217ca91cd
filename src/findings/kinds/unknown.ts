import { type Clue, saying } from '../clue'
import { MOST, plain } from '../decode/display-text'
import type { Finding } from '../finding'

/** Blocks nobody could read, those of one name together. */
export function unknown(clues: readonly Clue[]): Finding[] {
  const sizes = new Map<string, { source: string; bytes: number }>()
  for (const { label, bytes, source } of saying(clues, 'unknown')) {
    const name = plain(label)
    if (sizes.size < MOST || sizes.has(name)) sizes.set(name, { source, bytes: bytes + (sizes.get(name)?.bytes ?? 0) })
  }
  return [...sizes].map(([label, { source, bytes }]) => ({ kind: 'unknown', severity: 'low', source, label, bytes }))
}
