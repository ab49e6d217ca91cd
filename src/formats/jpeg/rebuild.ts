import { oneTagExif, orientationOf } from '../exif-block'
import { Malformed } from '../malformed'
import { fresh, lengthOf, type Part } from '../part'
import { Reader } from '../reader'
import { appleHeadroom } from './apple-headroom'
import { ADOBE_BYTES } from './canonical'
import { seemsForeign } from './foreign-text'
import { announcesGainMap, type GainMap, gainMapOf, gainMapXmp, hdrContainerXmp } from './hdr-xmp'
import { APP0 } from './markers'
import { MPF_ORIGIN, type MpfImage, mpfLength, writeMpf } from './mpf'
import { neutralChunks, PROFILE, SCREEN_PROFILE } from './profile'

/** One stream of the file: the first picture has no prefix, others the role ('gain map/'). */
interface Picture {
  readonly prefix: string
  readonly parts: readonly Part[]
}

/** Roles of pictures that may stay behind the first one. */
const STAYING = ['gain map/', 'stereo picture/']

/** Names under which a cleaned picture carries what is written afresh each time. */
const REWRITTEN = ['APP1 Exif orientation', 'APP1 XMP HDR container', 'APP1 XMP gain map numbers', 'APP2 MPF offsets']

/** Names of parts that say there are further pictures. */
const ANNOUNCING = ['APP0 JFIF AMPF', 'APP2 ISO 21496-1 version']

const EXIF_HEAD = [0x45, 0x78, 0x69, 0x66, 0, 0]
/** marker 0xFF, code, 16-bit length */
const SEGMENT_HEAD = 4

/**
 * The parts of the cleaned file. In each picture stay what `stays` allows, JFIF without its thumbnail, and the way up;
 * a gain map stays with the numbers that it needs, and the picture then says where it begins.
 * @throws {Malformed} when it cannot be told where the picture ends.
 */
export async function rebuildJpeg(parts: readonly Part[], stays: (part: Part) => boolean): Promise<Part[]> {
  const [first, ...others] = pictures(parts)
  if (!first) return []
  await refuseForeign(first)
  const further: Part[][] = []
  for (const picture of first.parts.some(({ name }) => name === 'EOI') ? others : []) {
    const cleaned = await furtherPicture(picture, first, stays)
    if (cleaned) further.push(cleaned)
  }
  const own = await bare(first, (part) => stays(part) && (further.length > 0 || !ANNOUNCING.includes(part.name)))
  const orientation = await orientationPart(first)
  if (further.length === 0) return insert(own, orientation)
  const container = await containerPart(first, further)
  return withMpf(insert(own, [...orientation, ...container]), further)
}

/** @throws {Malformed} when the end is missing and something other than a picture may stand in its place. */
async function refuseForeign({ parts }: Picture): Promise<void> {
  if (parts.some(({ name }) => name === 'EOI')) return
  const content = parts.findLast(({ name }) => name === 'entropy-coded data')?.content
  if (content?.kind === 'slice' && (await seemsForeign(content.source, content.start, content.end)))
    throw new Malformed('no end of image, and more than a picture')
}

/** The parts of each picture; several pictures of one role follow each other, each beginning with SOI. */
function pictures(parts: readonly Part[]): Picture[] {
  const found: { prefix: string; parts: Part[] }[] = []
  for (const part of parts) {
    const prefix = part.name.slice(0, part.name.lastIndexOf('/') + 1)
    if (part.name === `${prefix}SOI`) found.push({ prefix, parts: [] })
    const last = found.at(-1)
    if (last?.prefix === prefix) last.parts.push(part)
  }
  return found
}

/** A picture's parts that stay, with what is rewritten in place, without what is written afresh. */
async function bare({ prefix, parts }: Picture, stays: (part: Part) => boolean): Promise<Part[]> {
  const out: Part[] = []
  const profile = await neutralProfile(parts.filter(({ name }) => name === `${prefix}${SCREEN_PROFILE}`))
  for (const part of parts) {
    const name = part.name.slice(prefix.length)
    if (REWRITTEN.includes(name)) continue
    if (name === SCREEN_PROFILE) out.push(...profile.splice(0).map((bytes) => fresh(`${prefix}${PROFILE}`, bytes)))
    else if (stays(part)) out.push(part)
    else if (name === 'APP0 JFIF with more' || name === 'APP0 JFIF AMPF')
      out.push(...(await withoutThumbnail(part, prefix)))
    else if (name === 'APP14 Adobe with more') out.push(...(await shortAdobe(part, prefix)))
  }
  return out
}

async function furtherPicture(
  picture: Picture,
  first: Picture,
  stays: (part: Part) => boolean,
): Promise<Part[] | null> {
  const { prefix, parts } = picture
  if (!STAYING.includes(prefix) || !parts.some(({ name }) => name === `${prefix}EOI`)) return null
  const own = await bare(picture, stays)
  if (!own.some(({ name }) => name === `${prefix}entropy-coded data`)) return null
  if (prefix !== 'gain map/') return insert(own, await orientationPart(picture))
  const numbers = await numbersOf(picture)
  const iso = own.some(({ name }) => name === `${prefix}APP2 ISO 21496-1 numbers`)
  if (!numbers) return iso ? own : null
  const complete = await withHeadroom(numbers, first)
  return insert(own, [segment(`${prefix}APP1 XMP gain map numbers`, APP0 + 1, gainMapXmp(complete))])
}

async function numbersOf({ prefix, parts }: Picture): Promise<GainMap | null> {
  for (const part of parts) {
    if (!part.name.startsWith(`${prefix}APP1 XMP`)) continue
    const numbers = gainMapOf(await payload(part))
    if (numbers) return numbers
  }
  return null
}

/** Older iPhones state the headroom in the first picture's maker note, which goes. */
async function withHeadroom(numbers: GainMap, first: Picture): Promise<GainMap> {
  if (numbers.kind !== 'apple' || numbers.fields.some(([name]) => name === 'HDRGainMapHeadroom')) return numbers
  const exif = first.parts.find(({ name }) => name === 'APP1 Exif')
  const headroom = exif ? appleHeadroom((await payload(exif)).subarray(EXIF_HEAD.length)) : null
  if (headroom === null) return numbers
  return { ...numbers, fields: [...numbers.fields, ['HDRGainMapHeadroom', [headroom.toFixed(6)]]] }
}

/** The chunks of the profile, which a part may hold several of, without what identifies a screen. */
async function neutralProfile(parts: readonly Part[]): Promise<Uint8Array<ArrayBuffer>[]> {
  const [first] = parts
  if (first?.content.kind !== 'slice') return []
  const { source } = first.content
  const chunks: { start: number; end: number }[] = []
  for (const { content } of parts) {
    if (content.kind !== 'slice') continue
    for (let at = content.start; at < content.end; ) {
      const end = at + 2 + new Reader(await source.read(at + 2, at + SEGMENT_HEAD)).u16()
      chunks.push({ start: at, end })
      at = end
    }
  }
  return (await neutralChunks(source, chunks)) ?? []
}

/** JFIF 1.02: the fourteen bytes up to the thumbnail's size, which becomes 0 × 0. */
async function withoutThumbnail(part: Part, prefix: string): Promise<Part[]> {
  const old = await payload(part)
  if (old.length < 12) return []
  return [segment(`${prefix}APP0 JFIF`, APP0, Uint8Array.from([...old.subarray(0, 12), 0, 0]))]
}

async function shortAdobe(part: Part, prefix: string): Promise<Part[]> {
  const old = await payload(part)
  if (old.length < ADOBE_BYTES) return []
  return [segment(`${prefix}APP14 Adobe`, APP0 + 14, Uint8Array.from(old.subarray(0, ADOBE_BYTES)))]
}

/** As browsers do, the first Exif block decides. */
async function orientationPart({ prefix, parts }: Picture): Promise<Part[]> {
  const exif = parts.find(({ name }) => name === `${prefix}APP1 Exif` || name === `${prefix}APP1 Exif orientation`)
  if (!exif) return []
  const orientation = orientationOf((await payload(exif)).subarray(EXIF_HEAD.length))
  if (orientation === 1) return []
  const block = Uint8Array.from([...EXIF_HEAD, ...oneTagExif(orientation)])
  return [segment(`${prefix}APP1 Exif orientation`, APP0 + 1, block)]
}

/** Ultra HDR viewers look for the gain map in the picture's XMP; others need none. */
async function containerPart(first: Picture, further: readonly Part[][]): Promise<Part[]> {
  const gainMap = further.find((parts) => parts[0]?.name.startsWith('gain map/'))
  if (!gainMap || gainMap !== further[0]) return []
  for (const part of first.parts) {
    if (!part.name.startsWith('APP1 XMP') || !announcesGainMap(await payload(part))) continue
    return [segment('APP1 XMP HDR container', APP0 + 1, hdrContainerXmp(total(gainMap)))]
  }
  return []
}

/** Inserts behind SOI and JFIF, where Exif and MPF belong. */
function insert(own: readonly Part[], added: readonly Part[]): Part[] {
  const at = behindJfif(own)
  return [...own.slice(0, at), ...added, ...own.slice(at)]
}

function behindJfif(own: readonly Part[]): number {
  return own[1]?.name.includes('APP0 JFIF') ? 2 : 1
}

const PRIMARY = 0x00030000
const REPRESENTATIVE_STEREO = 0x20020002
const UNDEFINED = 0
const STEREO = 0x00020002

/** All pictures, the first one now with an MPF segment behind the blocks written afresh, that says where each begins. */
function withMpf(first: readonly Part[], further: readonly Part[][]): Part[] {
  const count = 1 + further.length
  const lastFresh = first.findLastIndex(({ name }) => REWRITTEN.includes(name))
  const at = lastFresh >= 0 ? lastFresh + 1 : behindJfif(first)
  const origin = total(first.slice(0, at)) + SEGMENT_HEAD + MPF_ORIGIN
  let end = total(first) + SEGMENT_HEAD + mpfLength(count)
  const isStereo = further.some((parts) => parts[0]?.name.startsWith('stereo'))
  const images: MpfImage[] = [{ attribute: isStereo ? REPRESENTATIVE_STEREO : PRIMARY, size: end, offset: 0 }]
  for (const parts of further) {
    const attribute = parts[0]?.name.startsWith('stereo') ? STEREO : UNDEFINED
    images.push({ attribute, size: total(parts), offset: end - origin })
    end += total(parts)
  }
  const mpf = segment('APP2 MPF offsets', APP0 + 2, writeMpf(images))
  return [...first.slice(0, at), mpf, ...first.slice(at), ...further.flat()]
}

function total(parts: readonly Part[]): number {
  return parts.reduce((sum, part) => sum + lengthOf(part), 0)
}

async function payload({ content }: Part): Promise<Uint8Array> {
  if (content.kind !== 'slice') return new Uint8Array(0)
  const { source, start, end } = content
  return source.read(Math.min(start + SEGMENT_HEAD, end), end)
}

/** A segment of marker, length (which counts itself) and payload; T.81 §B.1.1.4. */
function segment(name: string, code: number, bytes: Uint8Array): Part {
  const length = bytes.length + 2
  return fresh(name, Uint8Array.from([0xff, code, length >> 8, length & 0xff, ...bytes]))
}
