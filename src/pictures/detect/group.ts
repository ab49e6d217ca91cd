import { type Box, overlap, sharedArea } from './box'
import { meanBox, type Sighting } from './read-output'

/** What one model saw at one size; `box` is in pixels of the whole picture. */
export interface SizedSighting extends Sighting {
  /** Tells model and size: their scores are added up once each. */
  readonly seenBy: string
}

export interface Face {
  readonly box: Box
  /** The best score that any model gave it at any size. */
  readonly score: number
}

/** Sightings of one face by several models and at several sizes lie so close. */
const SAME_FACE_OVERLAP = 0.35
/** It is a face when one is so sure of it, or all of them together. */
const MIN_BEST_SCORE = 0.65
const MIN_SCORE_SUM = 0.85
/** Of two that cover so much of either, the surer one stays: an eye, a face in the pattern of a scarf. */
const MAX_COVERED = 0.6

/** Returns the faces on which the sightings agree, the surest first. */
export function groupFaces(sightings: readonly SizedSighting[]): Face[] {
  const faces: Face[] = []
  for (const group of groups(sightings)) {
    const best = new Map<string, SizedSighting>()
    for (const sighting of group) {
      if ((best.get(sighting.seenBy)?.score ?? 0) < sighting.score) best.set(sighting.seenBy, sighting)
    }
    const seen = [...best.values()]
    const score = Math.max(...seen.map((sighting) => sighting.score))
    const sum = seen.reduce((total, sighting) => total + sighting.score, 0)
    if (score >= MIN_BEST_SCORE || sum >= MIN_SCORE_SUM) faces.push({ box: meanBox(seen), score })
  }
  return withoutCovered(faces.sort((a, b) => b.score - a.score))
}

function groups(sightings: readonly SizedSighting[]): SizedSighting[][] {
  const left = [...sightings].sort((a, b) => b.score - a.score)
  const found: SizedSighting[][] = []
  for (let best = left[0]; best; best = left[0]) {
    const { box } = best
    const same = new Set([best, ...left.filter((other) => overlap(box, other.box) > SAME_FACE_OVERLAP)])
    found.push([...same])
    left.splice(0, left.length, ...left.filter((other) => !same.has(other)))
  }
  return found
}

function withoutCovered(faces: readonly Face[]): Face[] {
  const kept: Face[] = []
  for (const face of faces) {
    const covered = kept.some(({ box }) => {
      const smaller = Math.min(box.width * box.height, face.box.width * face.box.height)
      return sharedArea(box, face.box) > MAX_COVERED * smaller
    })
    if (!covered) kept.push(face)
  }
  return kept
}
