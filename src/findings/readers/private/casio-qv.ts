import type { Clue } from '../../clue'
import { decode } from '../../decode/display-text'
import type { Payload } from '../../decode/payload'

/** Where the time stands in the segment, as 'YYYY.MM.DD.HH.MM.SS', and its bytes. */
const TIME = { at: 0x4d, length: 20 }

/** The segment of the Casio QV-7000SX; ExifTool's table Casio::QVCI. */
export function casioClues({ bytes }: Payload): Clue[] {
  const text = decode(bytes.subarray(TIME.at, TIME.at + TIME.length))
  const [, year, month, day, time] = /^(\d{4})[.:](\d\d)[.:](\d\d)[. :](\d\d[.:]\d\d[.:]\d\d)/.exec(text) ?? []
  if (!time) return []
  const clock = time.replaceAll('.', ':')
  return [{ type: 'time', text: `${year}:${month}:${day} ${clock}`, event: 'taken', source: 'Casio' }]
}
