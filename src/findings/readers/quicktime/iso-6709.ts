import type { Statement } from '../../clue'

const POINT = /^\s*([+-]\d{2,6}(?:\.\d+)?)([+-]\d{3,7}(?:\.\d+)?)([+-]\d+(?:\.\d+)?)?/

/** A point as ISO 6709 Annex H writes it: '+48.8134+002.3622+035.0/', in degrees, degrees and minutes, or with seconds too. */
export function iso6709(text: string): Statement[] {
  const match = POINT.exec(text)
  if (!match) return []
  const [, north = '', east = '', up] = match
  const position = { latitude: degrees(north, 2), longitude: degrees(east, 3) }
  return [{ type: 'position', ...position, ...(up !== undefined && { altitude: Number(up) }) }]
}

/** @param digits of the degrees; two more are minutes, and two more seconds. */
function degrees(text: string, digits: 2 | 3): number {
  const sign = text.startsWith('-') ? -1 : 1
  const [whole = '', fraction = '0'] = text.slice(1).split('.')
  const unit = whole.length >= digits + 4 ? 3600 : whole.length >= digits + 2 ? 60 : 1
  const degree = Number(whole.slice(0, unit === 1 ? undefined : digits))
  const rest = whole.slice(digits)
  if (unit === 1) return sign * Number(`${degree}.${fraction}`)
  if (unit === 60) return sign * (degree + Number(`${rest}.${fraction}`) / 60)
  return sign * (degree + Number(rest.slice(0, 2)) / 60 + Number(`${rest.slice(2)}.${fraction}`) / 3600)
}
