import { isPadding } from '../core/padding'
import type { PartList } from '../core/part-list'
import { latin1 } from '../core/reader'
import type { Source } from '../core/source'
import { listedRoles, type Role, roleIn } from './further-pictures'
import type { Stream } from './segment'
import { walkStream } from './segments'
import { endOfVideo, isVideoStart } from './video'
import { windows } from './windows'

/** More pictures and films than any camera puts into one file; behind so many, everything is unknown. */
const MAX_STARTS = 256
/** So many bytes tell whether a picture or a film begins. */
const START_BYTES = 8

/**
 * Adds what follows the first picture: further pictures (their segments with the role in front: 'gain map/DQT'), the
 * film of a motion photo, and whatever else. Told apart for the parent's eyes only: nothing of it stays but gain maps
 * and stereo pictures, which a viewer finds by their position.
 */
export async function addWhatFollows(list: PartList, source: Source, first: Stream): Promise<void> {
  const listed = await listedRoles(source, first)
  let hasGainMap = false
  let at = list.position
  for (let starts = 0; at < source.size && starts < MAX_STARTS; starts++) {
    const start = await nextStart(source, at)
    const head = await source.read(start, Math.min(start + START_BYTES, source.size))
    if (isVideoStart(head)) {
      await addUnknown(list, source, start)
      at = await endOfVideo(source, start)
      list.add('motion video', at, { type: 'video', start, end: at })
    } else if (isPictureStart(head)) {
      const picture = await walkStream(source, start)
      at = picture.end
      if (!picture.hasScan) continue
      await addUnknown(list, source, start)
      const role = await roleIn(source, picture, listed.get(start))
      addPicture(list, picture, role === 'gain map' && hasGainMap ? 'second image' : role)
      hasGainMap ||= role === 'gain map'
    } else at = source.size
  }
  await addUnknown(list, source, source.size)
}

/** As `Block` calls them. */
const LABELS: Readonly<Record<Role, string>> = {
  'gain map': 'gain map',
  'stereo picture': 'stereo',
  preview: 'preview',
  'depth map': 'depth',
  'second image': 'second image',
}

function addPicture(list: PartList, picture: Stream, role: Role): void {
  const whole = { type: 'picture', start: picture.start, end: picture.end, label: LABELS[role] } as const
  for (const { name, end, block } of picture.segments)
    list.add(`${role}/${name}`, end, name === 'SOI' ? whole : block, { role })
}

/** Bytes of unknown meaning, if there are any in front of `end`. */
async function addUnknown(list: PartList, source: Source, end: number): Promise<void> {
  const start = list.position
  if (start === end) return
  if (await isPadding(source, start, end)) list.add('padding after the end', end)
  else list.add('after the end', end, { type: 'unknown', start, end, label: await labelOf(source, end) })
}

/** Where the next picture or film begins, at `from` or behind it; the file's end when there is none. */
async function nextStart(source: Source, from: number): Promise<number> {
  for await (const { at, bytes } of windows(source, from, source.size, START_BYTES)) {
    const picture = indexOf(bytes, 0xff, (i) => isPictureStart(bytes.subarray(i, i + 3)))
    const film = indexOf(bytes, F, (i) => i >= 4 && isVideoStart(bytes.subarray(i - 4, i + 4)))
    const starts = [picture, film - 4].filter((i) => i >= 0)
    if (starts.length > 0) return at + Math.min(...starts)
  }
  return source.size
}

/** The first letter of 'ftyp'. */
const F = 0x66

function indexOf(bytes: Uint8Array, byte: number, isIt: (index: number) => boolean): number {
  let i = bytes.indexOf(byte)
  while (i >= 0 && !isIt(i)) i = bytes.indexOf(byte, i + 1)
  return i
}

function isPictureStart(head: Uint8Array): boolean {
  return head[0] === 0xff && head[1] === 0xd8 && head[2] === 0xff
}

/** Trailers carry their mark at their end. */
async function labelOf(source: Source, end: number): Promise<string> {
  const tail = latin1(await source.read(Math.max(0, end - 24), end))
  if (tail.endsWith('SEFT')) return 'Samsung trailer'
  if (tail.includes('AXS!') || tail.includes('AXS*')) return 'AFCP trailer'
  if (tail.includes('CANON OPTIONAL DATA')) return 'Canon VRD trailer'
  return 'after the end'
}
