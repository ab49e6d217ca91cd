import { Malformed } from '../../../formats/core/malformed'
import { startsWith } from '../../../formats/core/reader'
import type { Clue } from '../../clue'
import { type Payload, within } from '../../decode/payload'
import { afcpClues } from './afcp'
import { insta360Clues, isInsta360Trailer } from './insta360'

/** A trailer of this protocol begins and ends with its signature, behind which eight bytes follow at the end. */
const SIGNATURES = ['AXS!', 'AXS*']
const END = 12

/** Marks that are tried out in one file. */
const MAX_TRAILERS = 16

/**
 * What several programs hung behind a picture, one trailer behind the other: of those that can be read among others (AFCP) what
 * they say; the whole is still called unread.
 */
export function trailerClues(payload: Payload): Clue[] {
  const { bytes } = payload
  if (isInsta360Trailer(bytes)) return insta360Clues(payload)
  const marks: number[] = []
  for (let at = bytes.indexOf(0x41); at >= 0 && marks.length < MAX_TRAILERS; at = bytes.indexOf(0x41, at + 1))
    if (SIGNATURES.some((signature) => startsWith(bytes, signature, at))) marks.push(at)
  const label = payload.label ?? ''
  const unread: Clue = { type: 'unknown', label, bytes: payload.size, source: label }
  return [...marks.slice(1).flatMap((end, index) => readIn(payload, marks[index] ?? 0, end + END)), unread]
}

function readIn(payload: Payload, start: number, end: number): Clue[] {
  try {
    return end > payload.bytes.length ? [] : afcpClues(within(payload, start, end))
  } catch (error) {
    if (error instanceof Malformed) return []
    throw error
  }
}
