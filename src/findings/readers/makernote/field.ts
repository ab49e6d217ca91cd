import type { Statement } from '../../clue'
import { numbersOf, type TagValue } from '../../decode/directories'
import { decode } from '../../decode/display-text'

/** What one tag of a maker note says. */
export type Field = (value: TagValue) => Statement[]

type Meaning = (text: string) => Statement

export const serial: Meaning = (text) => ({ type: 'serial', text })
export const owner: Meaning = (text) => ({ type: 'person', text, role: 'owner' })
export const shown: Meaning = (text) => ({ type: 'person', text, role: 'shown' })
export const caption: Meaning = (text) => ({ type: 'words', text, role: 'caption' })
export const placeName =
  (size: 0 | 1 | 2 | 3 | 4): Meaning =>
  (text) => ({ type: 'place-name', text, size })

/** A text, whether the tag calls it text or bytes. */
export const text =
  (meaning: Meaning): Field =>
  (value) => {
    const found =
      typeof value === 'string' ? value : value instanceof Uint8Array ? decode(value) : numbersOf(value).join(' ')
    return found.trim() === '' ? [] : [meaning(found)]
  }

/** A number that is written in decimal; zero is none. */
export const decimal =
  (meaning: Meaning, index = 0): Field =>
  (value) => {
    const number = numbersOf(value)[index]
    return number === undefined || number === 0 ? [] : [meaning(String(number))]
  }

/** Bytes that are written as hexadecimal digits, as the maker's own programs show them; only zeros are none. */
export const hex =
  (meaning: Meaning, length?: number): Field =>
  (value) => {
    if (!(value instanceof Uint8Array)) return []
    const bytes = value.subarray(0, length)
    if (bytes.every((byte) => byte === 0)) return []
    return [meaning(Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join(''))]
  }
