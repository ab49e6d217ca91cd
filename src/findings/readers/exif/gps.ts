import type { Statement } from '../../clue'
import { charsetText } from '../../decode/charset'
import { type Directory, numbersOf, type TagValue } from '../../decode/directories'
import { decode } from '../../decode/display-text'
import { degreesOf } from '../../values/coordinate'

/** GPS directory, Exif 3.0 §4.6.7. */
const LATITUDE_REF = 1
const LATITUDE = 2
const LONGITUDE_REF = 3
const LONGITUDE = 4
const ALTITUDE_REF = 5
const ALTITUDE = 6
const TIME_STAMP = 7
const DEST_LATITUDE_REF = 0x13
const DEST_LATITUDE = 0x14
const DEST_LONGITUDE_REF = 0x15
const DEST_LONGITUDE = 0x16
const AREA_INFORMATION = 0x1c
const DATE_STAMP = 0x1d

type Tags = Directory['tags']

/**
 * Returns what a GPS directory says: position and destination in degrees, the name of the area, the time of the
 * satellites in UTC. Exif 3.0 §4.6.6.
 */
export function gpsClues(tags: Tags): Statement[] {
  return [
    ...position(tags, LATITUDE, LATITUDE_REF, LONGITUDE, LONGITUDE_REF, altitudeOf(tags)),
    ...position(tags, DEST_LATITUDE, DEST_LATITUDE_REF, DEST_LONGITUDE, DEST_LONGITUDE_REF, undefined),
    ...areaOf(tags),
    ...timeOf(tags),
  ]
}

function position(
  tags: Tags,
  lat: number,
  latRef: number,
  long: number,
  longRef: number,
  altitude?: number,
): Statement[] {
  const latitude = degrees(tags.get(lat), tags.get(latRef), 'S')
  const longitude = degrees(tags.get(long), tags.get(longRef), 'W')
  if (latitude === undefined || longitude === undefined) return []
  return [{ type: 'position', latitude, longitude, ...(altitude !== undefined && { altitude }) }]
}

/**
 * Degrees, minutes and seconds, the last two sometimes missing or 0/0; a single number, or a text where some phones write one.
 * @param negative the first letter of the hemisphere that counts below zero.
 */
function degrees(value: TagValue | undefined, ref: TagValue | undefined, negative: 'S' | 'W'): number | undefined {
  const side = textOf(ref)
  const text = textOf(value)
  if (text !== undefined) return /\d/.test(text) ? degreesOf(text, side) : undefined
  const [whole, minutes = 0, seconds = 0] = numbersOf(value)
  if (whole === undefined || !Number.isFinite(whole)) return undefined
  const sum = Math.abs(whole) + finite(minutes) / 60 + finite(seconds) / 3600
  return whole < 0 || side?.trim().toUpperCase().startsWith(negative) ? -sum : sum
}

/** A text, whether the tag calls it text or bytes; undefined where it holds numbers. */
function textOf(value: TagValue | undefined): string | undefined {
  if (typeof value === 'string') return value
  if (!(value instanceof Uint8Array)) return undefined
  const text = decode(value)
  return /^[\x20-\x7e°′″]+$/.test(text) ? text : ''
}

const finite = (value: number) => (Number.isFinite(value) ? value : 0)

function altitudeOf(tags: Tags): number | undefined {
  const [metres] = numbersOf(tags.get(ALTITUDE))
  if (metres === undefined || !Number.isFinite(metres)) return undefined
  const [below] = numbersOf(tags.get(ALTITUDE_REF))
  return below === 1 || below === 3 ? -metres : metres
}

function areaOf(tags: Tags): Statement[] {
  const value = tags.get(AREA_INFORMATION)
  return value === undefined ? [] : [{ type: 'place-name', text: charsetText(value), size: 1 }]
}

function timeOf(tags: Tags): Statement[] {
  const date = tags.get(DATE_STAMP)
  if (typeof date !== 'string') return []
  const [hours, minutes, seconds] = numbersOf(tags.get(TIME_STAMP))
  const clock =
    hours === undefined || minutes === undefined || !Number.isFinite(hours) || !Number.isFinite(minutes)
      ? ''
      : ` ${two(hours)}:${two(minutes)}:${two(finite(seconds ?? 0))}`
  return [{ type: 'time', text: date + clock, event: 'satellite', offset: 'Z' }]
}

const two = (value: number) => String(Math.floor(value)).padStart(2, '0')
