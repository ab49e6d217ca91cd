import { latin1 } from '../../../formats/core/reader'
import type { Clue } from '../../clue'
import { boxesWithin } from '../../decode/boxes-in-memory'
import { decode } from '../../decode/display-text'
import type { Payload } from '../../decode/payload'
import { positionsIn } from '../../values/position'

/** How the walker labels the samples of text tracks. */
export const TEXT_TRACKS: ReadonlySet<string> = new Set(['subtitles', 'chapters'])

/** More than a parent reads; a film has thousands. */
const MAX_LINES = 200

/** A line that is a day and a time, as drones write above each of their measurements. */
const MOMENT = /^(?:19|20)\d\d[-:./]\d\d[-:./]\d\d[ T]+\d\d[:.]\d\d[:.]\d\d[\d.,:Z+ -]*$/
/** What DJI's drones and dashcams measure: counts, exposure, the distance from home, NMEA sentences. */
const MEASURED = /SrtCnt|DiffTime|\[\w+ ?:|F\/[\d.]+, SS|HOME ?\(|GPS ?\(|^\$[A-Z]{5},|^\d+$|^[\d:,.\s>-]+$/

/**
 * Returns what the subtitles or the titles of the chapters of a film say. Drones and dashcams write the place into them, second by
 * second: of those the first is told.
 */
export function timedTextClues({ bytes, label: source = '' }: Payload): Clue[] {
  const lines = linesOf(bytes)
    .slice(0, MAX_LINES)
    .map((line) => line.replace(/<[^>]{1,80}>/g, ' ').trim())
    .filter((line) => line !== '')
  const places = lines.map((line) => positionsIn(line))
  const [position] = places.flat()
  const moment = lines.find((line) => MOMENT.test(line))
  // What stands beside a place is what the camera measured, most often.
  const words = lines.filter((line, index) => places[index]?.length === 0 && !MEASURED.test(line))
  const out: Clue[] = position ? [{ ...position, source }] : []
  if (moment !== undefined) out.push({ type: 'time', text: moment, event: 'made', source })
  if (words.length > 0) out.push({ type: 'words', role: 'caption', text: [...new Set(words)].join('\n'), source })
  return out
}

/** WebVTT lies in boxes, a cue each, of which 'payl' is the text (ISO/IEC 14496-30 §7.4). */
function linesOf(bytes: Uint8Array): string[] {
  if (!/^vtt[acex]$/.test(latin1(bytes.subarray(4, 8)))) return decode(bytes).split('\n')
  return boxesWithin(bytes, 0, bytes.length)
    .slice(0, MAX_LINES)
    .flatMap((cue) => boxesWithin(bytes, cue.body, cue.end))
    .filter(({ type }) => type === 'payl')
    .map(({ body, end }) => decode(bytes.subarray(body, end)))
}
