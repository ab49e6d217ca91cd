import { concat } from '../core/bytes'
import type { Source } from '../core/source'
import { MAX_PROFILE_BYTES, withoutScreen } from '../metadata/icc'
import type { Segment } from './segment'

/** ICC.1:2022 Annex B.4: marker and length, 'ICC_PROFILE\0', number of this chunk, number of chunks. */
const CHUNK_HEAD = 4 + 14
const CHUNK_NUMBER = 4 + 12

export const PROFILE = 'APP2 ICC_PROFILE'
export const SCREEN_PROFILE = 'APP2 ICC_PROFILE of a screen'

/** Renames the chunks of a profile from which something has to be taken out. */
export async function markScreenProfile(source: Source, segments: readonly Segment[]): Promise<readonly Segment[]> {
  const chunks = segments.filter(({ name }) => name === PROFILE)
  if (chunks.length === 0 || !(await neutralChunks(source, chunks))) return segments
  return segments.map((segment) => (segment.name === PROFILE ? { ...segment, name: SCREEN_PROFILE } : segment))
}

/** The same segments with what identifies a screen zeroed, in the order given; null when there is nothing of the kind. */
export async function neutralChunks(
  source: Source,
  chunks: readonly { readonly start: number; readonly end: number }[],
): Promise<Uint8Array<ArrayBuffer>[] | null> {
  if (chunks.reduce((sum, { start, end }) => sum + end - start, 0) > MAX_PROFILE_BYTES) return null
  const read: Uint8Array[] = []
  for (const { start, end } of chunks) read.push(Uint8Array.from(await source.read(start, end)))
  const order = [...read].sort((a, b) => (a[CHUNK_NUMBER] ?? 0) - (b[CHUNK_NUMBER] ?? 0))
  const neutral = withoutScreen(concat(...order.map((chunk) => chunk.subarray(CHUNK_HEAD))))
  if (!neutral) return null
  let at = 0
  const rewritten = new Map<Uint8Array, Uint8Array<ArrayBuffer>>()
  for (const chunk of order) {
    const length = chunk.length - CHUNK_HEAD
    rewritten.set(chunk, concat(chunk.subarray(0, CHUNK_HEAD), neutral.subarray(at, at + length)))
    at += length
  }
  return read.map((chunk) => rewritten.get(chunk) ?? Uint8Array.from(chunk))
}
