import { latin1, Reader } from '../../../formats/core/reader'
import type { Clue, Statement } from '../../clue'
import type { Payload } from '../../decode/payload'

/** What stands in front of the record in its APP5 segment. */
const IDENTIFIER = 'RMETA\0'.length

/** Sections of the record. */
const NAMES = 1
const TEXTS = [2, 18]

/**
 * The fields that a surveyor fills in on a Ricoh Caplio Pro G3 or G800: names and texts, each ending in NUL. The layout is that of
 * ExifTool's ProcessRicohRMETA.
 * @throws {Malformed} when a section is longer than the segment.
 */
export function ricohFieldClues({ bytes }: Payload): Clue[] {
  const reader = new Reader(bytes.subarray(Math.min(IDENTIFIER, bytes.length)))
  reader.littleEndian = reader.latin1(2) === 'II'
  const isFields = reader.skip(2).u16() === 0
  if (!isFields) return []
  reader.skip(2).seek(reader.u16()).skip(10)
  let [names, texts]: [string[], string[]] = [[], []]
  while (reader.remaining >= 4) {
    const type = reader.u16()
    const size = reader.u16()
    if (size < 2) break
    const section = latin1(reader.take(size - 2)).split('\0')
    if (type === NAMES) names = section
    if (TEXTS.includes(type)) texts = section
  }
  return names.flatMap((name, index) => {
    const text = texts[index] ?? ''
    if (name === '' || text === '') return []
    const said: Statement =
      name === 'Location'
        ? { type: 'place-name', text, size: 0 }
        : { type: 'words', role: 'comment', text: `${name}: ${text}` }
    return [{ ...said, source: 'Ricoh' }]
  })
}
