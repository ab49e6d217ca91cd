import type { Statement } from '../clue'

const NUMBER = '\\d{1,7}(?:[.,]\\d*)?'
const POINT = new RegExp(
  `^\\s{0,4}([+-]?)(${NUMBER})([+-]|\\s{0,4}[,;]\\s{0,4}[+-]?|\\s{1,4}[+-]?)(${NUMBER})(?:[\\s,;]{0,4}([+-]?\\d+(?:\\.\\d*)?))?`,
)

/**
 * Reads a point as ISO 6709 Annex H writes it: '+48.8134+002.3622+035.0/', in degrees, in degrees and minutes, or with seconds too. Google
 * Photos leaves out leading zeros, others signs, and put blanks or commas between the numbers.
 */
export function iso6709(text: string): Statement[] {
  const match = POINT.exec(text)
  if (!match) return []
  const [, northSign = '', north = '', between = '', east = '', up] = match
  const latitude = signed(northSign, degrees(north, 2, 90))
  const longitude = signed(between.trim().slice(-1), degrees(east, 3, 180))
  const altitude = up === undefined ? undefined : Number(up)
  return [{ type: 'position', latitude, longitude, ...(altitude !== undefined && { altitude }) }]
}

const signed = (sign: string, value: number) => (sign === '-' ? -value : value)

/**
 * @param digits of the degrees; two more are minutes, and two more seconds. One fewer where a leading zero was left out.
 * @param limit in degrees; a larger number has minutes.
 */
function degrees(text: string, digits: 2 | 3, limit: 90 | 180): number {
  const [whole = '', fraction = ''] = text.split(/[.,]/)
  const value = Number(`${whole}.${fraction || '0'}`)
  if (whole.length <= digits && value <= limit) return value
  if (whole.length <= digits + 2)
    return Number(whole.slice(0, -2)) + Number(`${whole.slice(-2)}.${fraction || '0'}`) / 60
  const minutes = Number(whole.slice(-4, -2))
  return Number(whole.slice(0, -4)) + minutes / 60 + Number(`${whole.slice(-2)}.${fraction || '0'}`) / 3600
}
