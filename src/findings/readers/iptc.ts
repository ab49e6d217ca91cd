import { Reader } from '../../formats/core/reader'
import { type Clue, MOST_CLUES, type Said, type TimeEvent } from '../clue'
import { decode } from '../decode/display-text'
import type { Payload } from '../decode/payload'
import { person, place, words } from '../tag-mapping'

type Meaning = (text: string) => Said | null

/** Facebook's mark of the upload a picture was downloaded from. */
const instructions: Meaning = (text) =>
  text.startsWith('FBMD')
    ? { says: 'unknown', label: 'Facebook FBMD', bytes: text.length }
    : { says: 'words', text, role: 'comment' }

/** Datasets of the application record: IPTC-IIM 4.2 §6. */
const APPLICATION: ReadonlyMap<number, Meaning> = new Map<number, Meaning>([
  [5, words('caption')], // Object name
  [20, words('keywords')], // Supplemental categories
  [22, words('comment')], // Fixture identifier
  [25, words('keywords')],
  [26, place(0)], // Content location code
  [27, place(0)], // Content location name
  [40, instructions],
  [65, (text) => ({ says: 'software', text })],
  [80, person('author')], // By-line
  [85, words('comment')], // By-line title
  [90, place(2)],
  [92, place(1)],
  [95, place(3)],
  [100, place(4)],
  [101, place(4)],
  [103, words('comment')], // Original transmission reference
  [105, words('caption')], // Headline
  [110, person('author')], // Credit
  [115, person('author')], // Source
  [116, words('rights')],
  [118, words('comment')], // Contact
  [120, words('caption')],
  [121, words('caption')], // Local caption
  [122, person('author')], // Writer
  // Not in the standard: what Photo Mechanic and iView add.
  [188, words('comment')], // Owner ID
  [225, words('comment')], // Classify state
  [230, words('comment')], // Document notes
  [231, words('comment')], // Document history
  [232, words('comment')], // Exif camera info
  [255, words('keywords')], // Catalog sets
])

/** Object data preview, a small copy of the picture. */
const PREVIEW = 202

interface Dataset {
  readonly record: number
  readonly number: number
  readonly bytes: Uint8Array
}

/**
 * What IPTC-IIM datasets say.
 * @throws {Malformed} when a dataset runs past the end.
 */
export function iptcClues({ bytes }: Pick<Payload, 'bytes'>): Clue[] {
  const datasets = readDatasets(bytes)
  const texts = new Map<number, string>()
  const said: Said[] = []
  for (const { record, number, bytes: value } of datasets) {
    if (record !== 2) continue
    if (number === PREVIEW) said.push({ says: 'picture', role: 'preview', picture: new Blob([Uint8Array.from(value)]) })
    const text = decode(value)
    texts.set(number, text)
    const meaning = APPLICATION.get(number)?.(text)
    if (meaning) said.push(meaning)
  }
  said.push(...dateAndTime(texts, 55, 60, 'taken'), ...dateAndTime(texts, 62, 63, 'taken'))
  said.push(...dateAndTime(texts, 30, 35, 'changed'))
  return said.map((clue) => ({ ...clue, source: 'IPTC-IIM' }))
}

/** A date 'CCYYMMDD' and the time 'HHMMSS±HHMM' in the dataset beside it. */
function dateAndTime(texts: ReadonlyMap<number, string>, date: number, time: number, event: TimeEvent): Said[] {
  const day = texts.get(date)
  if (day === undefined) return []
  const clock = texts.get(time)
  return [{ says: 'time', text: clock === undefined ? day : `${day}T${clock}`, event }]
}

/** Tag marker 1C, record, dataset, length; above 32767 the length says how many bytes its own length has (§1.6). */
function readDatasets(bytes: Uint8Array): Dataset[] {
  const reader = new Reader(bytes)
  const out: Dataset[] = []
  while (reader.left >= 5 && out.length < MOST_CLUES) {
    if (reader.u8() !== 0x1c) break
    const record = reader.u8()
    const number = reader.u8()
    let length = reader.u16()
    if (length & 0x8000) {
      const digits = length & 0x7fff
      length = 0
      for (let i = 0; i < digits; i++) length = length * 256 + reader.u8()
    }
    out.push({ record, number, bytes: reader.take(Math.min(length, reader.left)) })
  }
  return out
}
