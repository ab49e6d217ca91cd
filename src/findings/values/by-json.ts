import type { Statement } from '../clue'
import { saidByName } from './by-name'
import { saidByValue } from './by-value'
import { degreesOf } from './coordinate'

/** What programs note in JSON is short; picture generators' graphs, which are not, are told as they are. */
const MAX_TEXT_LENGTH = 256 * 1024
const MAX_DEPTH = 12
const MAX_VALUES = 2000

const LATITUDE = /^(?:.*latitude|(?:.*[_.-])?lat|gps_?lat)$/i
const LONGITUDE = /^(?:.*longt?itude|(?:.*[_.-])?(?:lon|long|lng)|gps_?(?:lon|long|lng))$/i
/** Keys under which a program notes who uses it; the value tells whether it is a name. */
const SOMEBODY = /^(?:(?:full|first|last|user|nick|display|real)?_?name|user|nick|by|who|uploader|sender)$/i
const NAME_OF_SOMEBODY = /^\p{Lu}\p{Ll}+(?:[ '-]\p{Lu}?\p{Ll}+){1,3}$/u

/**
 * Returns what the values inside of a JSON text say, each judged by its key and itself; null where the text is no JSON. Most of it is
 * what programs note for themselves, and says nothing.
 */
export function saidInJson(text: string): Statement[] | null {
  if (!/^\s*[{[]/.test(text) || text.length > MAX_TEXT_LENGTH) return null
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return null
  }
  if (typeof value !== 'object') return null
  const out: Statement[] = []
  let left = MAX_VALUES
  const visit = (key: string, inner: unknown, depth: number) => {
    if (left-- <= 0 || depth > MAX_DEPTH) return
    if (typeof inner === 'string') out.push(...textSays(key, inner))
    if (typeof inner !== 'object' || inner === null) return
    out.push(...positionOf(inner))
    for (const [name, child] of Object.entries(inner)) visit(Array.isArray(inner) ? key : name, child, depth + 1)
  }
  visit('', value, 0)
  return out
}

function textSays(key: string, text: string): Statement[] {
  if (LATITUDE.test(key) || LONGITUDE.test(key)) return []
  const inner = saidInJson(text)
  if (inner) return inner
  if (SOMEBODY.test(key))
    return NAME_OF_SOMEBODY.test(text) ? [{ type: 'words', role: 'comment', text }] : saidByValue(text)
  return saidByName(key, text) ?? saidByValue(text)
}

/** A latitude with the longitude beside it; alone it tells where as well. */
function positionOf(fields: object): Statement[] {
  const coordinate = (name: RegExp) => {
    const [key, value] = Object.entries(fields).find(([key]) => name.test(key)) ?? []
    if (key === undefined || !/string|number/.test(typeof value)) return undefined
    const degrees = degreesOf(String(value))
    return degrees === 0 ? undefined : degrees
  }
  const [latitude, longitude] = [coordinate(LATITUDE), coordinate(LONGITUDE)]
  if (latitude !== undefined && longitude !== undefined) return [{ type: 'position', latitude, longitude }]
  const half = latitude ?? longitude
  return half === undefined ? [] : [{ type: 'place-name', text: `${half}°`, size: 0 }]
}
