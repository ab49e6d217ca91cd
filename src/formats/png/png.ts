import { concat, latin1Bytes, u32be } from '../core/bytes'
import { crc32 } from '../core/crc32'
import { Malformed, Uncheckable } from '../core/malformed'
import { type Block, fresh, type Part, slice } from '../core/part'
import { PartList } from '../core/part-list'
import { latin1, Reader, startsWith } from '../core/reader'
import type { Source } from '../core/source'
import { deflate, inflate } from '../core/zlib'
import type { Format } from '../format'
import { MAX_PROFILE_BYTES, withoutScreen } from '../metadata/icc'
import { isOrientationOnly, orientationOnly, tiffOffset } from '../metadata/orientation-only'
import { fitsSize, isCritical, isHarmless, isKnown, mayRepeat } from './chunks'
import { crcFault, crcOf } from './crc'
import { isOrientationProfile, orientationProfile } from './raw-profile'
import { TEXT_HEAD, textBlock } from './text'

/** PNG and APNG. Sections are those of PNG, 3rd edition. */
export const png: Format = { name: 'png', recognises, split, rebuild }

/** §5.2 */
const SIGNATURE = '\x89PNG\r\n\x1a\n'

/** Length and type in front of the data, CRC behind it: §5.3. */
const SIGNATURE_BYTES = 8
const CRC_BYTES = 4

/** More chunks than any picture has: at libpng's 8 KiB each, 2 GiB. */
const MAX_CHUNKS = 256 * 1024

/** Names of colour profiles that tell neither a program nor a device. */
const PLAIN_PROFILE_NAMES = new Set(['ICC profile', 'ICC Profile', 'icc', 'ICC', 'sRGB', 'Display P3'])

/** The profile's name with the NUL behind it takes 2 to 80 bytes: §11.3.2.3. */
const MAX_PROFILE_NAME_BYTES = 79

interface Chunk {
  readonly type: string
  /** Where the data begin and end; the CRC follows. */
  readonly start: number
  readonly end: number
}

function recognises(head: Uint8Array): boolean {
  return startsWith(head, SIGNATURE)
}

async function split(source: Source): Promise<Part[]> {
  const list = new PartList(source)
  list.add('signature', SIGNATURE.length)
  const seen = new Set<string>()
  let last = ''
  for (let count = 0; !seen.has('IEND'); count++) {
    if (count === MAX_CHUNKS) throw new Uncheckable(`more than ${MAX_CHUNKS} chunks`)
    const chunk = await readChunk(source, list.position)
    if (!seen.has('IHDR') && chunk.type !== 'IHDR' && chunk.type !== 'CgBI') throw new Malformed('no IHDR in front')
    // §5.6; without what lies between them, a picture that decoders refuse would become another one.
    if (chunk.type === 'IDAT' && last !== 'IDAT' && seen.has('IDAT')) throw new Malformed('IDAT chunks apart')
    const { name, block } = await describe(source, chunk, seen.has(chunk.type))
    list.add(name, chunk.end + CRC_BYTES, block)
    seen.add(chunk.type)
    last = chunk.type
  }
  return list.finish()
}

async function readChunk(source: Source, at: number): Promise<Chunk> {
  const head = new Reader(await source.read(at, at + SIGNATURE_BYTES))
  const length = head.u32()
  const type = head.latin1(4)
  if (!/^[A-Za-z]{4}$/.test(type)) throw new Malformed(`no chunk type at ${at + 4}`)
  const start = at + SIGNATURE_BYTES
  const end = start + length
  if (end + CRC_BYTES > source.size) throw new Malformed(`${type} of ${length} bytes ends behind the file`)
  return { type, start, end }
}

interface Description {
  readonly name: string
  readonly block?: Block
}

async function describe(source: Source, chunk: Chunk, isAgain: boolean): Promise<Description> {
  const { type, start, end } = chunk
  const fits = fitsSize(type, end - start)
  const repeats = isAgain && !mayRepeat(type)
  // §5.4: a good file may have one of a newer kind, which no decoder may go past without knowing it.
  if (isCritical(type) && !isKnown(type)) throw new Uncheckable(`${type} is not known here`)
  if (isCritical(type) && (!fits || repeats)) throw new Malformed(`${type} does not belong here`)
  if (repeats) return unknown(`${type} again`, chunk)
  if (isKnown(type)) return fits ? { name: type } : unknown(`${type} of the wrong size`, chunk)
  switch (type) {
    case 'iCCP':
      return describeProfile(source, chunk)
    case 'eXIf':
      return describeExif(source, chunk)
    case 'tEXt':
    case 'zTXt':
    case 'iTXt': {
      const head = await source.read(start, Math.min(end, start + TEXT_HEAD))
      const block = textBlock(type, head, start, end)
      const whole = type === 'tEXt' && head.length === end - start ? Uint8Array.from(head) : null
      if (whole && (await isOrientationProfile(whole, block))) return { name: 'tEXt orientation' }
      return { name: type, block }
    }
    case 'tIME':
      return { name: type, block: { type: 'png-time', start, end } }
    case 'caBX':
      return { name: type, block: { type: 'c2pa', start, end } }
    default:
      return isHarmless(type) ? { name: type } : unknown(type, chunk)
  }
}

function unknown(name: string, { type, start, end }: Chunk): Description {
  return { name, block: { type: 'unknown', label: type, start, end } }
}

async function describeExif(source: Source, { type, start, end }: Chunk): Promise<Description> {
  const head = await source.read(start, Math.min(end, start + 64))
  if (end - start === head.length && isOrientationOnly(head)) return { name: 'eXIf orientation' }
  return { name: type, block: { type: 'exif', start: start + tiffOffset(head), end } }
}

async function describeProfile(source: Source, chunk: Chunk): Promise<Description> {
  const name = await profileName(source, chunk)
  if (name === null) return unknown('iCCP without a name', chunk)
  if (await neutralProfile(source, chunk, name)) return { name: SCREEN_PROFILE }
  return { name: PLAIN_PROFILE_NAMES.has(name) ? 'iCCP' : 'iCCP with a name of its own' }
}

async function profileName(source: Source, { start, end }: Chunk): Promise<string | null> {
  const head = await source.read(start, Math.min(end, start + MAX_PROFILE_NAME_BYTES + 1))
  const nul = head.indexOf(0)
  return nul < 1 ? null : latin1(head.subarray(0, nul))
}

async function rebuild(parts: readonly Part[], stays: (part: Part) => boolean): Promise<Part[]> {
  const out: Part[] = []
  for (const part of parts) {
    if (stays(part)) out.push(part)
    else if (part.name === 'eXIf') out.push(...(await orientationChunk(part)))
    else if (part.block?.packing?.startsWith('raw-profile')) out.push(...(await orientationText(part, part.block)))
    else if (part.name === SCREEN_PROFILE) out.push(...(await profileChunk(part)))
    else if (part.name === 'iCCP with a name of its own') out.push(...(await renamedProfile(part)))
  }
  return out
}

async function orientationChunk(exif: Part): Promise<Part[]> {
  const { source, start, end } = dataOf(exif)
  const payload = orientationOnly(await source.read(start, end))
  if (!payload) return []
  const head = chunkHead(payload.length, 'eXIf')
  const crc = crc32(payload, crc32(head.subarray(4))) ^ (await crcFault(source, start, end))
  return [fresh('eXIf orientation', concat(head, payload, u32be(crc)))]
}

async function orientationText(part: Part, block: Block): Promise<Part[]> {
  const { source, start, end } = dataOf(part)
  const data = await orientationProfile(Uint8Array.from(await source.read(block.start, block.end)), block)
  if (!data) return []
  const head = chunkHead(data.length, 'tEXt')
  const crc = crc32(data, crc32(head.subarray(4))) ^ (await crcFault(source, start, end))
  return [fresh('tEXt orientation', concat(head, data, u32be(crc)))]
}

/** The same colour profile, its compressed bytes untouched, under a name that says nothing. */
async function renamedProfile(profile: Part): Promise<Part[]> {
  const { source, start, end } = dataOf(profile)
  const oldName = (await profileName(source, { type: 'iCCP', start, end })) ?? ''
  const rest = start + oldName.length + 1
  const name = latin1Bytes('ICC profile\0')
  const head = concat(chunkHead(name.length + end - rest, 'iCCP'), name)
  const crc = (await crcOf(source, rest, end, crc32(head.subarray(4)))) ^ (await crcFault(source, start, end))
  return [fresh('iCCP', head), slice('iCCP', source, rest, end), fresh('iCCP', u32be(crc))]
}

const SCREEN_PROFILE = 'iCCP of a screen'

/** A colour profile without what identifies a screen; null when there is nothing of the kind in it. */
async function neutralProfile(
  source: Source,
  { start, end }: { readonly start: number; readonly end: number },
  name: string,
): Promise<Uint8Array<ArrayBuffer> | null> {
  // Behind the name its NUL and the compression method, of which there is one: §11.3.2.3.
  const packed = start + name.length + 2
  if (packed >= end || end - packed > MAX_PROFILE_BYTES) return null
  try {
    return withoutScreen(await inflate(Uint8Array.from(await source.read(packed, end)), MAX_PROFILE_BYTES))
  } catch (error) {
    if (error instanceof Malformed) return null
    throw error
  }
}

async function profileChunk(part: Part): Promise<Part[]> {
  const { source, start, end } = dataOf(part)
  const oldName = (await profileName(source, { type: 'iCCP', start, end })) ?? ''
  const profile = await neutralProfile(source, { start, end }, oldName)
  if (!profile) throw new Error('the profile of a screen changed while it was read')
  const data = concat(latin1Bytes('ICC profile\0\0'), await deflate(profile))
  const head = chunkHead(data.length, 'iCCP')
  const crc = crc32(data, crc32(head.subarray(4))) ^ (await crcFault(source, start, end))
  return [fresh('iCCP', concat(head, data, u32be(crc)))]
}

function dataOf({ name, content }: Part): { source: Source; start: number; end: number } {
  if (content.kind !== 'slice') throw new Error(`${name} does not come from split`)
  return { source: content.source, start: content.start + SIGNATURE_BYTES, end: content.end - CRC_BYTES }
}

function chunkHead(length: number, type: string): Uint8Array {
  return concat(u32be(length), latin1Bytes(type))
}
