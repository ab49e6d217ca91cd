import { numbersOf, type TagValue } from './directories'
import { decode } from './display-text'

/** A text behind an 8-byte name of its encoding (Exif 3.0 §4.6.6, UserComment). */
export function charsetText(value: TagValue): string {
  if (typeof value === 'string') return value
  const bytes = value instanceof Uint8Array ? value : Uint8Array.from(numbersOf(value))
  const charset = decode(bytes.subarray(0, 8)).trim().toUpperCase()
  const text = bytes.subarray(8)
  if (charset === 'UNICODE') return utf16(text)
  if (charset === 'JIS') return new TextDecoder('iso-2022-jp').decode(text)
  return charset === 'ASCII' || bytes.subarray(0, 8).every((byte) => byte === 0) ? decode(text) : decode(bytes)
}

/** UTF-16 up to the first NUL; without a byte order mark the order is told by where the zero bytes of Western text lie. */
export function utf16(bytes: Uint8Array): string {
  const mark = (bytes[0] ?? 0) * 256 + (bytes[1] ?? 0)
  let lead = 0
  for (let i = 0; i + 1 < bytes.length; i += 2) lead += (bytes[i] === 0 ? 1 : 0) - (bytes[i + 1] === 0 ? 1 : 0)
  const big = mark === 0xfeff || (mark !== 0xfffe && lead > 0)
  const text = new TextDecoder(big ? 'utf-16be' : 'utf-16le').decode(bytes.subarray(0, bytes.length & ~1))
  return text.split('\0', 1)[0] ?? ''
}
