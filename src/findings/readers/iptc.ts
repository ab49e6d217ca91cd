import { Reader } from '../../formats/core/reader'
import { type Clue, MAX_CLUES, type Statement, type TimeEvent } from '../clue'
import { decode } from '../decode/display-text'
import type { Payload } from '../decode/payload'
import { asPerson, asPlace, asWords } from '../tag-mapping'

type Meaning = (text: string) => Statement | null

/** Facebook's mark of the upload a picture was downloaded from. */
const instructions: Meaning = (text) =>
  text.startsWith('FBMD')
    ? { type: 'unknown', label: 'Facebook FBMD', bytes: text.length }
    : { type: 'words', text, role: 'comment' }

/** Datasets of the application record: IPTC-IIM 4.2 §6. */
const APPLICATION: ReadonlyMap<number, Meaning> = new Map<number, Meaning>([
  [5, asWords('caption')], // Object name
  [20, asWords('keywords')], // Supplemental categories
  [22, asWords('comment')], // Fixture identifier
  [25, asWords('keywords')],
  [26, asPlace(0)], // Content location code
  [27, asPlace(0)], // Content location name
  [40, instructions],
  [65, (text) => ({ type: 'software', text })],
  [80, asPerson('author')], // By-line
  [85, asWords('comment')], // By-line title
  [90, asPlace(2)],
  [92, asPlace(1)],
  [95, asPlace(3)],
  [100, asPlace(4)],
  [101, asPlace(4)],
  [103, asWords('comment')], // Original transmission reference
  [105, asWords('caption')], // Headline
  [110, asPerson('author')], // Credit
  [115, asPerson('author')], // Source
  [116, asWords('rights')],
  [118, asWords('comment')], // Contact
  [120, asWords('caption')],
  [121, asWords('caption')], // Local caption
  [122, asPerson('author')], // Writer
  // Not in the standard: what Photo Mechanic and iView add.
  [188, asWords('comment')], // Owner ID
  [225, asWords('comment')], // Classify state
  [230, asWords('comment')], // Document notes
  [231, asWords('comment')], // Document history
  [232, asWords('comment')], // Exif camera info
  [255, asWords('keywords')], // Catalog sets
])

/** Told with the time beside them. */
const DATES: ReadonlySet<number> = new Set([30, 35, 55, 60, 62, 63])

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
  const said: Statement[] = []
  for (const { record, number, bytes: value } of datasets) {
    if (record !== 2) continue
    if (number === PREVIEW) {
      said.push({ type: 'picture', role: 'preview', picture: new Blob([Uint8Array.from(value)]) })
      continue
    }
    const text = decode(value)
    texts.set(number, text)
    const meaning = APPLICATION.get(number)
    const statement = meaning
      ? meaning(text)
      : DATES.has(number)
        ? null
        : ({ type: 'unlisted', name: '', text } as const)
    if (statement) said.push(statement)
  }
  said.push(...dateAndTime(texts, 55, 60, 'taken'), ...dateAndTime(texts, 62, 63, 'taken'))
  said.push(...dateAndTime(texts, 30, 35, 'changed'))
  return said.map((clue) => ({ ...clue, source: 'IPTC-IIM' }))
}

/** A date 'CCYYMMDD' and the time 'HHMMSS±HHMM' in the dataset beside it. */
function dateAndTime(texts: ReadonlyMap<number, string>, date: number, time: number, event: TimeEvent): Statement[] {
  const day = texts.get(date)
  if (day === undefined) return []
  const clock = texts.get(time)
  return [{ type: 'time', text: clock === undefined ? day : `${day}T${clock}`, event }]
}

/** Tag marker 1C, record, dataset, length; above 32767 the length says how many bytes its own length has (§1.6). */
function readDatasets(bytes: Uint8Array): Dataset[] {
  const reader = new Reader(bytes)
  const out: Dataset[] = []
  while (reader.remaining >= 5 && out.length < MAX_CLUES) {
    if (reader.u8() !== 0x1c) break
    const record = reader.u8()
    const number = reader.u8()
    let length = reader.u16()
    if (length & 0x8000) {
      const digits = length & 0x7fff
      length = 0
      for (let i = 0; i < digits; i++) length = length * 256 + reader.u8()
    }
    out.push({ record, number, bytes: reader.take(Math.min(length, reader.remaining)) })
  }
  return out
}
