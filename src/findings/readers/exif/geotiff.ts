import type { Statement } from '../../clue'
import { type Directory, numbersOf } from '../../decode/directories'

/** GeoTIFF 1.1 (OGC 19-008r4) §7.1 and Annex B. */
const PIXEL_SCALE = 33550
const TIE_POINT = 33922
const KEYS = 34735
const [WIDTH, LENGTH] = [256, 257]
const MODEL_TYPE = 1024
const IN_DEGREES = 2

/**
 * Where the middle of a map or an aerial picture lies, if its coordinates are degrees. Others, which count metres in a grid of some
 * country, are named as unread.
 */
export function geoTiffClues({ name, tags, entries }: Directory): Statement[] {
  const entry = entries.find(({ tag }) => tag === KEYS)
  if (name !== 'ifd0' || !entry) return []
  const keys = numbersOf(tags.get(KEYS))
  const [column = 0, row = 0, , east, north] = numbersOf(tags.get(TIE_POINT))
  const [across = 0, down = 0] = numbersOf(tags.get(PIXEL_SCALE))
  const isInDegrees = keyOf(keys, MODEL_TYPE) === IN_DEGREES
  if (!isInDegrees || east === undefined || north === undefined)
    return [{ type: 'unknown', label: 'GeoTIFF', bytes: 2 * entry.count }]
  const [width = 0] = numbersOf(tags.get(WIDTH))
  const [length = 0] = numbersOf(tags.get(LENGTH))
  const longitude = east + (width / 2 - column) * across
  const latitude = north - (length / 2 - row) * down
  const isOnEarth = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180
  return isOnEarth ? [{ type: 'position', latitude, longitude }] : []
}

/** Behind four numbers of head, four for each key: its number, where its value lies (0: here), how many there are, and the value. */
function keyOf(keys: readonly number[], wanted: number): number | undefined {
  for (let at = 4; at + 4 <= keys.length; at += 4) if (keys[at] === wanted && keys[at + 1] === 0) return keys[at + 3]
  return undefined
}
