import { isPadding } from '../padding'
import type { PartList } from '../part-list'
import { latin1 } from '../reader'
import type { Source } from '../source'
import { listedRoles, pictureAt, type Role, roleIn } from './further-pictures'
import type { Stream } from './segments'
import { endOfVideo, isVideoStart } from './video'

/** Bytes that are looked at in one go. */
const STEP = 256 * 1024
/** What follows a candidate's first byte must be in the window too. */
const OVERLAP = 8

/**
 * Adds what follows the first picture: further pictures (their segments with the role in front: 'gain map/DQT'), the
 * film of a motion photo, and whatever else. Only to be told apart for the parent's eyes: nothing of it stays but gain
 * maps and stereo pictures, which a viewer finds by their position.
 */
export async function addWhatFollows(list: PartList, source: Source, first: Stream): Promise<void> {
  const listed = await listedRoles(source, first)
  let hasGainMap = false
  while (list.position < source.size) {
    const start = list.position
    const head = await source.read(start, Math.min(start + OVERLAP, source.size))
    if (isVideoStart(head)) {
      const end = await endOfVideo(source, start)
      list.add('motion video', end, { type: 'video', start, end })
      continue
    }
    const picture = isPictureStart(head) ? await pictureAt(source, start) : null
    if (picture) {
      const role = await roleIn(source, picture, listed.get(start))
      addPicture(list, picture, role === 'gain map' && hasGainMap ? 'second image' : role)
      hasGainMap ||= role === 'gain map'
      continue
    }
    await addUnknown(list, source, start)
  }
}

function addPicture(list: PartList, picture: Stream, role: Role): void {
  const whole = { type: 'picture', start: picture.start, end: picture.end, label: role } as const
  for (const { name, end, block } of picture.segments) list.add(`${role}/${name}`, end, name === 'SOI' ? whole : block)
}

function isPictureStart(head: Uint8Array): boolean {
  return head[0] === 0xff && head[1] === 0xd8 && head[2] === 0xff
}

/** Bytes of unknown meaning, up to the next picture or film. */
async function addUnknown(list: PartList, source: Source, start: number): Promise<void> {
  const end = await nextStart(source, start + 1)
  if (await isPadding(source, start, end)) list.add('padding after the end', end)
  else list.add('after the end', end, { type: 'unknown', start, end, label: await labelOf(source, end) })
}

async function nextStart(source: Source, from: number): Promise<number> {
  for (let at = from; at < source.size; at += STEP) {
    const bytes = await source.read(at, Math.min(at + STEP + OVERLAP, source.size))
    const found = firstStart(bytes)
    if (found >= 0) return at + found
  }
  return source.size
}

function firstStart(bytes: Uint8Array): number {
  for (let i = bytes.indexOf(0xff); i >= 0; i = bytes.indexOf(0xff, i + 1)) {
    if (isPictureStart(bytes.subarray(i, i + 3))) return earlierVideo(bytes, i)
  }
  return earlierVideo(bytes, -1)
}

function earlierVideo(bytes: Uint8Array, picture: number): number {
  const end = picture < 0 ? bytes.length : picture
  for (let i = bytes.indexOf(0x66); i >= 0 && i < end; i = bytes.indexOf(0x66, i + 1)) {
    if (i >= 4 && isVideoStart(bytes.subarray(i - 4, i + 4))) return i - 4
  }
  return picture
}

/** Trailers carry their mark at their end. */
async function labelOf(source: Source, end: number): Promise<string> {
  const tail = latin1(await source.read(Math.max(0, end - 24), end))
  if (tail.endsWith('SEFT')) return 'Samsung trailer'
  if (tail.includes('AXS!') || tail.includes('AXS*')) return 'AFCP trailer'
  if (tail.includes('CANON OPTIONAL DATA')) return 'Canon VRD trailer'
  return 'after the end'
}
