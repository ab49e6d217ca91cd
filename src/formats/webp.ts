import { concat, latin1Bytes, u32le } from './core/bytes'
import { Malformed, Uncheckable } from './core/malformed'
import { type Block, fresh, lengthOf, type Part } from './core/part'
import { PartList } from './core/part-list'
import { Reader, startsWith } from './core/reader'
import type { Source } from './core/source'
import type { Format } from './format'
import { MAX_PROFILE_BYTES, withoutScreen } from './metadata/icc'
import { isOrientationOnly, orientationOnly, tiffOffset } from './metadata/orientation-only'

/** WebP, still or animated. Sections are those of RFC 9649. */
export const webp: Format = { name: 'webp', recognises, split, rebuild }

/** 'RIFF', length, 'WEBP': §2.4. */
const FILE_HEAD_BYTES = 12

/** FourCC and length in front of the payload, a padding byte behind an odd one: §2.3. */
const CHUNK_HEAD_BYTES = 8

/** Behind the head of ANMF: place, size, time and flags of the frame: §2.7.1.1. */
const FRAME_HEAD_BYTES = 16

/** More chunks than any picture has: six hours of frames at 12 a second. */
const MAX_CHUNKS = 256 * 1024

/** A frame has one or two, and a few that nobody knows. */
const MAX_CHUNKS_IN_FRAME = 64

/** VP8X: 4 bytes of flags and reserved bits, 3 + 3 bytes of canvas size: §2.7. */
const VP8X_LENGTH = 10
const HAS_ICC = 0x20
const HAS_ALPHA = 0x10
const HAS_EXIF = 0x08
const IS_ANIMATED = 0x02

/** Chunks of the picture and how many bytes they have where that is fixed. */
const PICTURE: Readonly<Record<string, number | null>> = {
  'VP8 ': null,
  VP8L: null,
  ALPH: null,
  VP8X: VP8X_LENGTH,
  ANIM: 6,
  ANMF: null,
}
const FRAME: ReadonlySet<string> = new Set(['ALPH', 'VP8 ', 'VP8L'])

interface Chunk {
  readonly type: string
  /** Where the payload begins and ends. */
  readonly start: number
  readonly end: number
  /** `end`, or one more where a padding byte follows. */
  readonly next: number
}

function recognises(head: Uint8Array): boolean {
  return startsWith(head, 'RIFF') && startsWith(head, 'WEBP', 8)
}

async function split(source: Source): Promise<Part[]> {
  const head = new Reader(await source.read(0, FILE_HEAD_BYTES), true)
  const end = CHUNK_HEAD_BYTES + head.seek(4).u32()
  if (end > source.size || end < FILE_HEAD_BYTES)
    throw new Malformed(`a RIFF of ${end} bytes in a file of ${source.size}`)
  const list = new PartList(source)
  list.add('RIFF', FILE_HEAD_BYTES)
  const seen = new Set<string>()
  for (let count = 0; list.position < end; count++) {
    if (count === MAX_CHUNKS) throw new Uncheckable(`more than ${MAX_CHUNKS} chunks`)
    const chunk = await readChunk(source, list.position, end)
    if (chunk.type === 'ANMF') await addFrame(list, source, chunk)
    else await addChunk(list, source, chunk, seen.has(chunk.type))
    seen.add(chunk.type)
  }
  if (!seen.has('VP8 ') && !seen.has('VP8L') && !seen.has('ANMF')) throw new Malformed('no picture in the RIFF')
  return list.finish()
}

async function readChunk(source: Source, at: number, limit: number): Promise<Chunk> {
  if (at + CHUNK_HEAD_BYTES > limit) throw new Malformed(`the head of a chunk at ${at} ends behind ${limit}`)
  const head = new Reader(await source.read(at, at + CHUNK_HEAD_BYTES), true)
  const type = head.latin1(4)
  const start = at + CHUNK_HEAD_BYTES
  const end = start + head.u32()
  if (end > limit) throw new Malformed(`${type} ends at ${end}, behind ${limit}`)
  return { type, start, end, next: Math.min(end + ((end - start) & 1), limit) }
}

async function addChunk(list: PartList, source: Source, chunk: Chunk, isAgain: boolean): Promise<void> {
  const { type, start, end, next } = chunk
  if (Object.hasOwn(PICTURE, type)) {
    if (isAgain || end - start !== (PICTURE[type] ?? end - start)) throw new Malformed(`${type} does not belong here`)
    list.add(type, next)
  } else if (type === 'ICCP' && !isAgain)
    list.add((await neutralProfile(source, start, end)) ? SCREEN_PROFILE : type, next)
  else if (type === 'EXIF') await addExif(list, source, chunk)
  else {
    const block = blockOf(chunk)
    list.add(block.type === 'xmp' ? 'XMP' : `chunk ${printable(type)}`, next, block)
  }
}

function printable(type: string): string {
  return type.replace(/[^\w .-]/g, '?')
}

/** Some writers spell the type of XMP with a NUL, or in small letters, and C2PA signs the file in a chunk of its own. */
function blockOf({ type, start, end }: Chunk): Block {
  const meaning = /^xmp[ \0]$/i.test(type) ? 'xmp' : type === 'C2PA' ? 'c2pa' : 'unknown'
  return { type: meaning, label: type, start, end }
}

async function addExif(list: PartList, source: Source, { start, end, next }: Chunk): Promise<void> {
  const head = await source.read(start, Math.min(end, start + 64))
  if (head.length === end - start && isOrientationOnly(head)) list.add('EXIF orientation', next)
  else list.add('EXIF', next, { type: 'exif', start: start + tiffOffset(head), end })
}

/** A frame is one part, unless it holds chunks that do not belong to its picture: then each chunk in it is a part. */
async function addFrame(list: PartList, source: Source, frame: Chunk): Promise<void> {
  const chunks: Chunk[] = []
  const first = frame.start + FRAME_HEAD_BYTES
  if (first > frame.end) throw new Malformed('a frame without a head')
  for (let at = first; at < frame.end; at = chunks.at(-1)?.next ?? frame.end) {
    if (chunks.length === MAX_CHUNKS_IN_FRAME)
      throw new Uncheckable(`more than ${MAX_CHUNKS_IN_FRAME} chunks in a frame`)
    chunks.push(await readChunk(source, at, frame.end))
  }
  if (chunks.every(({ type }) => FRAME.has(type))) return list.add('ANMF', frame.next)

  if ((frame.end - frame.start) & 1) throw new Uncheckable('a frame of odd length, with unknown chunks')
  list.add('ANMF head', first)
  for (const chunk of chunks) {
    const isKnown = FRAME.has(chunk.type)
    list.add(
      `ANMF/${isKnown ? '' : 'chunk '}${printable(chunk.type)}`,
      chunk.next,
      isKnown ? undefined : blockOf(chunk),
      { region: 'frame' },
    )
  }
}

async function rebuild(parts: readonly Part[], stays: (part: Part) => boolean): Promise<Part[]> {
  if (parts.every(stays)) return [...parts]
  const exif = parts.find(({ name }) => name === 'EXIF')
  const out: Part[] = []
  let frameLength = FRAME_HEAD_BYTES
  // From back to front, because the head of a frame tells the length of what stays in it.
  for (const part of parts.toReversed()) {
    if (part.name === 'ANMF head') {
      out.push(fresh('ANMF head', concat(chunkHead('ANMF', frameLength), await frameHead(part))))
      frameLength = FRAME_HEAD_BYTES
    } else if (stays(part)) {
      out.push(part)
      if (part.region === 'frame') frameLength += lengthOf(part)
    } else if (part === exif) out.push(...(await orientationChunk(part)))
    else if (part.name === SCREEN_PROFILE) out.push(await profileChunk(part))
  }
  return Promise.all(out.reverse().map((part) => withHead(part, out)))
}

async function frameHead(part: Part): Promise<Uint8Array> {
  const { source, start } = placeOf(part)
  return source.read(start + CHUNK_HEAD_BYTES, start + CHUNK_HEAD_BYTES + FRAME_HEAD_BYTES)
}

async function orientationChunk(exif: Part): Promise<Part[]> {
  const { source, start } = placeOf(exif)
  const payload = orientationOnly(
    await source.read(start + CHUNK_HEAD_BYTES, exif.block?.end ?? start + CHUNK_HEAD_BYTES),
  )
  return payload ? [fresh('EXIF orientation', concat(chunkHead('EXIF', payload.length), payload))] : []
}

const SCREEN_PROFILE = 'ICCP of a screen'

/** A colour profile without what identifies a screen, or null when there is nothing of the kind in it. */
async function neutralProfile(source: Source, start: number, end: number): Promise<Uint8Array<ArrayBuffer> | null> {
  return end - start > MAX_PROFILE_BYTES ? null : withoutScreen(await source.read(start, end))
}

async function profileChunk(part: Part): Promise<Part> {
  const { source, start, end } = placeOf(part)
  const length = new Reader(await source.read(start, start + CHUNK_HEAD_BYTES), true).seek(4).u32()
  const profile = await neutralProfile(source, start + CHUNK_HEAD_BYTES, start + CHUNK_HEAD_BYTES + length)
  if (!profile) throw new Error('the profile of a screen changed while it was read')
  return fresh(
    'ICCP',
    concat(chunkHead('ICCP', length), profile, new Uint8Array(end - start - CHUNK_HEAD_BYTES - length)),
  )
}

/** The part, or what it has to say now: the file's length in RIFF, and in VP8X which chunks there are, reserved bits zero. */
async function withHead(part: Part, all: readonly Part[]): Promise<Part> {
  if (part.name === 'RIFF') {
    const length = all.reduce((sum, other) => sum + (other.region === 'after the end' ? 0 : lengthOf(other)), 0)
    return fresh('RIFF', concat(chunkHead('RIFF', length - CHUNK_HEAD_BYTES), latin1Bytes('WEBP')))
  }
  if (part.name !== 'VP8X') return part
  const { source, start } = placeOf(part)
  const head = new Reader(await source.read(start + CHUNK_HEAD_BYTES, start + CHUNK_HEAD_BYTES + VP8X_LENGTH))
  const hasExif = all.some(({ name }) => name === 'EXIF' || name === 'EXIF orientation')
  const flags = head.u8() & (HAS_ICC | HAS_ALPHA | IS_ANIMATED | (hasExif ? HAS_EXIF : 0))
  const canvas = head.skip(3).take(6)
  return fresh('VP8X', concat(chunkHead('VP8X', VP8X_LENGTH), Uint8Array.of(flags, 0, 0, 0), canvas))
}

function placeOf({ name, content }: Part): { source: Source; start: number; end: number } {
  if (content.kind !== 'slice') throw new Error(`${name} does not come from split`)
  return content
}

function chunkHead(type: string, length: number): Uint8Array {
  return concat(latin1Bytes(type), u32le(length))
}
