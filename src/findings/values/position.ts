import type { Statement } from '../clue'
import { degreesOf } from './coordinate'
import { iso6709 } from './iso-6709'

/** Every spelling has a number with a fraction, or minutes. */
const SOME_FRACTION = /\d[.,]\d|\d\s*(?:[°ºd'′’]|deg)/

/** Longer texts are looked at no further. */
const MAX_TEXT_LENGTH = 64 * 1024

/** A word for north or east in front of a number: JSON, addresses of maps, DJI's subtitles ('[latitude: 45.764] [longtitude: 4.8357]'). */
const LATITUDE =
  /(?<![a-z])(?:[a-z]*_?gps_?)?m?lat(?:itude)?(?:ref)?["'\]]?\s{0,4}[:=>]\s{0,4}["'[]?\s{0,4}(?<value>[+-]?\d{1,2}[.,]\d+)/i
const LONGITUDE =
  /(?<![a-z])(?:[a-z]*_?gps_?)?m?(?:long?(?:t?itude)?|lng)["'\]]?\s{0,4}[:=>]\s{0,4}["'[]?\s{0,4}(?<value>[+-]?\d{1,3}[.,]\d+)/i

/** DJI writes east first: 'GPS(4.8357,45.7640,19)'. */
const DJI = /GPS\s{0,4}\(\s{0,4}([+-]?\d{1,3}\.\d+)\s{0,4},\s{0,4}([+-]?\d{1,3}\.\d+)/

/** NMEA 0183 sentences RMC and GGA: degrees and minutes run together, hemispheres behind. */
const NMEA = /\$[A-Z]{2}(?:RMC,[\d.]+,A?|GGA,[\d.]+),(\d{1,3}?)(\d\d\.\d+),([NS]),(\d{1,3}?)(\d\d\.\d+),([EW])/

/** Decimal degrees side by side where the text says that they are a place: a map's address, a geo URI (RFC 5870). */
const IN_ADDRESS =
  /(?:geo:|\/@|[?&](?:q|ll|sll|cbll|center|query|daddr|destination)=(?:loc:)?|#map=\d+(?:\.\d+)?\/)([+-]?\d{1,2}\.\d{2,})(?:,|\/|%2C)\s{0,4}([+-]?\d{1,3}\.\d{2,})/i

const SIGNED = /(?<![\d.+-])[+-]\d{1,7}\.\d{2,}[+-]\d{1,7}\.\d{2,}/

/** Degrees with a sign for degrees or with minutes, each with its hemisphere. */
const NUMBER = String.raw`\d{1,3}(?:[.,]\d+)?`
const ANGLE = String.raw`${NUMBER}\s{0,4}(?:[°ºd]|deg)?(?:\s{0,4}\d{1,2}(?:[.,]\d+)?\s{0,4}['′’m]?(?:\s{0,4}\d{1,2}(?:[.,]\d+)?\s{0,4}(?:["″”s]|'')?)?)?`
const BEHIND = new RegExp(
  String.raw`(?<![\d.,])(${ANGLE}\s{0,4}[NS])(?:orth|outh)?[\s,;/]{0,6}(${ANGLE}\s{0,4}[EW])(?:ast|est)?(?![a-z])`,
  'i',
)
const IN_FRONT = new RegExp(String.raw`(?<![a-z])([NS]\s{0,4}${ANGLE})[\s,;/]{0,6}([EW]\s{0,4}${ANGLE})`, 'i')

/** Two numbers and nothing else, of four decimals or more: 45.764043, 4.835659. */
const PAIR =
  /^\s{0,4}[([{]?\s{0,4}([+-]?\d{1,2}[.,]\d{4,})°?\s{0,4}(?:[;|/ ]|,(?!\d)|(?<=\.\d{4,}),)\s{0,4}([+-]?\d{1,3}[.,]\d{4,})°?(?:\s{0,4}[,; ]\s{0,4}[+-]?\d{1,5}(?:\.\d+)?)?\s{0,4}[)\]}]?\s{0,4}$/

/** Pairs of such numbers are fractions of the picture's sides, chromaticities and gains of colours too. */
const MIN_DEGREES_OF_A_BARE_PAIR = 4

/**
 * Returns the position that a text of any kind names, in any of the spellings above; none where two numbers may as well be something
 * else.
 */
export function positionsIn(text: string): Statement[] {
  if (!SOME_FRACTION.test(text)) return []
  const start = text.slice(0, MAX_TEXT_LENGTH)
  for (const read of READINGS) {
    const [latitude, longitude] = read(start) ?? []
    if (latitude !== undefined && longitude !== undefined && isOnEarth(latitude, longitude))
      return [{ type: 'position', latitude, longitude }]
  }
  return []
}

type Reading = (text: string) => readonly [number | undefined, number | undefined] | null

const READINGS: readonly Reading[] = [
  (text) => pair(text.match(IN_ADDRESS)),
  labelled,
  (text) => {
    const [, east, north] = text.match(DJI) ?? []
    return pair([text, north ?? '', east ?? '']) ?? null
  },
  nmea,
  (text) => {
    const [said] = iso6709(text.match(SIGNED)?.[0] ?? '')
    return said?.type === 'position' ? [said.latitude, said.longitude] : null
  },
  (text) => angles(text.match(BEHIND)),
  (text) => angles(text.match(IN_FRONT)),
  (text) => {
    const found = pair(text.match(PAIR))
    return found && Math.max(...found.map((value) => Math.abs(value ?? 0))) >= MIN_DEGREES_OF_A_BARE_PAIR ? found : null
  },
]

function pair(match: readonly string[] | null): readonly [number | undefined, number | undefined] | null {
  const [, north, east] = match ?? []
  return north && east ? [degreesOf(north), degreesOf(east)] : null
}

/** What tells angles from other numbers beside a letter, such as sizes and apertures. */
function angles(match: readonly string[] | null): ReturnType<Reading> {
  return match && /[°ºd'′’"″]|\.\d{3}|,\d{3}/.test(`${match[1]} ${match[2]}`) ? pair(match) : null
}

function labelled(text: string): ReturnType<Reading> {
  const north = LATITUDE.exec(text)?.groups?.value
  const east = LONGITUDE.exec(text)?.groups?.value
  return north && east ? [degreesOf(north), degreesOf(east)] : null
}

function nmea(text: string): ReturnType<Reading> {
  const [, north, northMinutes, ns, east, eastMinutes, ew] = text.match(NMEA) ?? []
  return north === undefined
    ? null
    : [degreesOf(`${north} ${northMinutes}`, ns), degreesOf(`${east} ${eastMinutes}`, ew)]
}

function isOnEarth(latitude: number, longitude: number): boolean {
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 && (latitude !== 0 || longitude !== 0)
}
