import { Reader } from '../../formats/core/reader'
import type { Clue } from '../clue'
import type { Payload } from '../decode/payload'

/** When a PNG was changed last, in UTC: PNG 3rd edition §11.3.4.1. */
export function pngTimeClues({ bytes }: Payload): Clue[] {
  const reader = new Reader(bytes)
  const year = String(reader.u16()).padStart(4, '0')
  const [month, day, hour, minute, second] = Array.from(reader.take(5), (value) => String(value).padStart(2, '0'))
  const text = `${year}-${month}-${day}T${hour}:${minute}:${second}`
  return [{ type: 'time', text, offset: 'Z', event: 'changed', source: 'tIME' }]
}
