import { Reader } from '../../../formats/core/reader'
import type { Statement } from '../../clue'
import { decode } from '../../decode/display-text'

/** Kinds of values: a text in UTF-16, and a moment in units of 100 ns since 1601. */
const [TEXT, MOMENT] = [8, 21]
const FROM_1601_TO_1970 = 11_644_473_600
const PER_SECOND = 10_000_000

/**
 * What Windows writes into a film when its properties are edited: name by name, each with values of a kind. The layout is that of
 * ExifTool's ProcessXtra.
 */
export function xtraSays(bytes: Uint8Array): Statement[] {
  const out: Statement[] = []
  const reader = new Reader(bytes)
  while (reader.remaining >= 18) {
    const size = reader.u32()
    if (size < 18 || size - 4 > reader.remaining) break
    const entry = new Reader(reader.take(size - 4))
    const name = decode(entry.take(Math.min(entry.u32(), entry.remaining)))
    const count = entry.remaining >= 4 ? Math.min(entry.u32(), 100) : 0
    for (let i = 0; i < count && entry.remaining >= 6; i++) {
      const length = entry.u32()
      const kind = entry.u16()
      out.push(...valueSays(name, kind, entry.take(Math.min(Math.max(length - 6, 0), entry.remaining))))
    }
  }
  return out
}

function valueSays(name: string, kind: number, value: Uint8Array): Statement[] {
  if (kind === MOMENT && value.length >= 8) {
    const seconds = new Reader(value, true).u64() / PER_SECOND - FROM_1601_TO_1970
    const date = new Date(seconds * 1000)
    return Number.isNaN(date.getTime())
      ? []
      : [{ type: 'time', text: date.toISOString().slice(0, 19), offset: 'Z', event: 'changed' }]
  }
  if (kind !== TEXT) return []
  const text = new TextDecoder('utf-16le').decode(value).split('\0', 1)[0] ?? ''
  return [{ type: 'unlisted', name: name.replace(/^WM\//, ''), text }]
}
