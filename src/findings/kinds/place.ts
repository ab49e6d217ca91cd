import { type Clue, type ClueOf, ofType, sourcesOf } from '../clue'
import { displayText, distinct, MAX_TEXTS } from '../decode/display-text'
import type { Finding } from '../finding'

/** Two readings of one place differ by rounding: about a hundred metres. */
const SAME_PLACE = 0.001

/** One finding per point on the map; names of places go with the only point, or stand alone. */
export function place(clues: readonly Clue[]): Finding[] {
  const named = ofType(clues, 'place-name').filter(({ text }) => displayText(text) !== '')
  const names = distinct([...named].sort((a, b) => a.size - b.size).map(({ text }) => displayText(text)))
  const points: ClueOf<'position'>[][] = []
  for (const clue of ofType(clues, 'position').filter(isOnTheMap)) {
    const same = points.find(([first]) => first && isNear(first, clue))
    if (same) same.push(clue)
    else if (points.length < MAX_TEXTS) points.push([clue])
  }
  if (points.length === 0) return names.length === 0 ? [] : [finding([], names, named)]
  return points.map((same, index) => finding(same, index === 0 ? names : [], index === 0 ? [...same, ...named] : same))
}

function finding(same: readonly ClueOf<'position'>[], names: string[], from: readonly Clue[]): Finding {
  const altitude = same.find((clue) => clue.altitude !== undefined)?.altitude
  const [first] = same
  return {
    kind: 'place',
    severity: 'high',
    source: sourcesOf(from),
    ...(first && { position: { latitude: first.latitude, longitude: first.longitude } }),
    ...(altitude !== undefined && { altitude }),
    names,
  }
}

/** Phones that hide the place write zeros; so 0,0 is no place. */
function isOnTheMap({ latitude, longitude }: ClueOf<'position'>): boolean {
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 && (latitude !== 0 || longitude !== 0)
}

function isNear(a: ClueOf<'position'>, b: ClueOf<'position'>): boolean {
  return Math.abs(a.latitude - b.latitude) < SAME_PLACE && Math.abs(a.longitude - b.longitude) < SAME_PLACE
}
