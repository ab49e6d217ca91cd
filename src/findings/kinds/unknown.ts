import { type Clue, ofType } from '../clue'
import { displayText, MAX_TEXTS } from '../decode/display-text'
import type { Finding } from '../finding'

/** Blocks nobody could read, those of one name together. */
export function unknown(clues: readonly Clue[]): Finding[] {
  const sizes = new Map<string, { source: string; bytes: number }>()
  for (const { label, bytes, source } of ofType(clues, 'unknown')) {
    if (bytes === 0) continue
    const name = displayText(label)
    if (sizes.size < MAX_TEXTS || sizes.has(name))
      sizes.set(name, { source, bytes: bytes + (sizes.get(name)?.bytes ?? 0) })
  }
  return [...sizes].map(([label, { source, bytes }]) => ({ kind: 'unknown', severity: 'low', source, label, bytes }))
}
